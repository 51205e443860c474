import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { beginMigration, flightView } from '@/services/studio/flow/flight'

/** GET: open matters on older versions of the workflow, and how far bringing them over has come. */
export const GET = studioDoor(['structure.view', 'structure.edit', 'structure.publish'], ({ desk, params }) => flightView(desk, params.key ?? ''))

/** POST {map, reason, to}: brings them to the version in force, each step to the one the mapping names. */
export const POST = studioDoor(['structure.publish'], async ({ desk, request, params }) => {
  const { map, reason, to } = await readJson(request)
  return beginMigration(desk, params.key ?? '', { map, reason, to })
})
