import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { changeHook, removeHook } from '@/services/webhooks/save'

/** PATCH {seen, name, address, events, active}: changes a hook as it was seen. */
export const PATCH = studioDoor(['settings.edit'], async ({ desk, request, params }) => {
  const { seen, ...given } = await readJson(request)
  return changeHook(desk, { id: params.id ?? '', seen, given })
})

/** DELETE: removes a hook; what waits for it is not sent any more. */
export const DELETE = studioDoor(['settings.edit'], async ({ desk, params }) => {
  await removeHook(desk, params.id ?? '')
  return {}
})
