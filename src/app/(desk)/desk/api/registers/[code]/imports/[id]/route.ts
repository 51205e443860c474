import { readJson } from '@/services/http'
import { applyImport, readImport } from '@/services/registers/importing'
import { needEditor } from '@/services/registers/register'
import { door } from '../../../../../../_server/door'

type Params = { code: string; id: string }

export const GET = door<Params>(async ({ desk, params }) => readImport(desk, await needEditor(desk, params.code), params.id))

/** POST {reason}: writes the checked file whole, or nothing of it. */
export const POST = door<Params>(async ({ desk, request, params }) => {
  const register = await needEditor(desk, params.code)
  const { reason } = await readJson(request)
  return applyImport(desk, register, { id: params.id, reason })
})
