import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { tryRoutine } from '@/services/routines/tryOut'
import { MAX_DRAFT } from '../../definitions/_kind'

/** POST {definition}: when it would be due, and what it would open first. Saves nothing. */
export const POST = studioDoor(['structure.view', 'structure.edit'], async ({ desk, request }) => tryRoutine(desk, (await readJson(request, MAX_DRAFT)).definition))
