import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { replaceStart } from '@/services/setup/replace'

/** POST {preset}: exchanges the untouched start for another. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request }) => {
  const { preset } = await readJson(request)
  await replaceStart(desk, typeof preset === 'string' ? preset : '')
  return {}
})
