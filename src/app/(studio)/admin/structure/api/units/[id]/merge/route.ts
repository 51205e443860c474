import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { mergeUnits } from '@/services/studio/territory/acts'
import { texts, wordsIn } from '../../_given'

/** POST {units, name?, joinBoundaries?, reason}: merges other units of its level into this one. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request, params }) => {
  const { units, name, joinBoundaries, reason } = await readJson(request)
  await mergeUnits(desk, { into: params.id ?? '', units: texts(units), name: wordsIn(name), joinBoundaries: joinBoundaries === true, reason })
  return {}
})
