import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { checkTyped } from '@/services/routines/tryOut'
import { MAX_DRAFT } from '../../definitions/_kind'

/** POST {definition}: what keeps it from opening its work, in words. */
export const POST = studioDoor(['structure.view', 'structure.edit'], async ({ desk, request }) => ({ problems: (await checkTyped(desk, (await readJson(request, MAX_DRAFT)).definition)).problems }))
