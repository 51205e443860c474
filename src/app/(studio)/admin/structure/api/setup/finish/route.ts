import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { finishSetup } from '@/services/setup/finish'

/** POST {open}: ends the set-up, with residents' reports opened or not. */
export const POST = studioDoor(['settings.edit'], async ({ desk, request }) => {
  const { open } = await readJson(request)
  await finishSetup(desk, { open: open === true })
  return {}
})
