import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { flightPreview } from '@/services/studio/flow/flight'

/** POST {map}: what a mapping would do. Changes nothing. */
export const POST = studioDoor(['structure.view', 'structure.edit', 'structure.publish'], async ({ desk, request, params }) => {
  const { map } = await readJson(request)
  return flightPreview(desk, params.key ?? '', map)
})
