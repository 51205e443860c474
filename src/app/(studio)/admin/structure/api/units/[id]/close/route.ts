import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { closeUnit } from '@/services/studio/territory/acts'

/** POST {successor?, reason}: closes the unit; its open matters go to the successor. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request, params }) => {
  const { successor, reason } = await readJson(request)
  await closeUnit(desk, { unit: params.id ?? '', reason, ...(typeof successor === 'string' && successor ? { successor } : {}) })
  return {}
})
