import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { imaginedFrom, tryRouting } from '@/services/studio/routing/tryOut'
import { MAX_DRAFT } from '../../definitions/_kind'

/** POST {definition, text, unit, category, type, source, severity, at, answers}: where a made-up matter would go by these rules. Saves nothing. */
export const POST = studioDoor(['structure.view', 'structure.edit'], async ({ desk, request }) => {
  const { definition, ...raw } = await readJson(request, MAX_DRAFT)
  return tryRouting(desk, { definition, imagined: imaginedFrom(raw) })
})
