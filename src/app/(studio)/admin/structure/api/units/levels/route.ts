import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { saveLevels } from '@/services/studio/territory/levels'

/** PUT {levels, reason}: all levels of the office at once, the top first. */
export const PUT = studioDoor(['structure.edit'], async ({ desk, request }) => {
  const { levels, reason } = await readJson(request)
  await saveLevels(desk, { levels: Array.isArray(levels) ? levels : [], reason })
  return {}
})
