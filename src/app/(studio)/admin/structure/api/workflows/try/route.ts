import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { readAsked } from '@/services/studio/flow/pretend'
import { tryView } from '@/services/studio/flow/tryView'
import { MAX_DRAFT } from '../../definitions/_kind'

/** POST {definition, setup, moves, as}: walks a pretend matter through what is on the screen. Nothing is saved. */
export const POST = studioDoor(['structure.view', 'structure.edit', 'structure.publish'], async ({ desk, request }) =>
  tryView(desk, readAsked(await readJson(request, MAX_DRAFT), desk.now)))
