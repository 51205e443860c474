import { readJson } from '@/services/http'
import { entryInputOf } from '@/services/registers/input'
import { needEntry, needRegister } from '@/services/registers/register'
import { entryVM } from '@/services/registers/read'
import { saveEntry } from '@/services/registers/save'
import { door } from '../../../../../../_server/door'

type Params = { code: string; entry: string }

export const GET = door<Params>(async ({ desk, params }) => {
  const register = await needRegister(desk, params.code)
  return entryVM(desk, register, await needEntry(desk, register, params.entry))
})

/** PUT: the entry as it was changed; `revision` is the one it was read with. */
export const PUT = door<Params>(async ({ desk, request, params }) => saveEntry(desk, await needRegister(desk, params.code), entryInputOf(await readJson(request)), params.entry))
