import { DomainError } from '@/domain/errors'
import { readJson } from '@/services/http'
import { needRegister } from '@/services/registers/register'
import { closeEntry, reviewEntry } from '@/services/registers/save'
import { door } from '../../../../../../../_server/door'

type Params = { code: string; entry: string; act: string }

/** POST {revision, reason}: close, reopen or review. */
export const POST = door<Params>(async ({ desk, request, params: { code, entry, act } }) => {
  const register = await needRegister(desk, code)
  const { revision, reason } = await readJson(request)
  const asked = { code: entry, revision: typeof revision === 'number' ? revision : undefined, reason }
  if (act === 'review') return reviewEntry(desk, register, asked)
  if (act === 'close' || act === 'reopen') return closeEntry(desk, register, { ...asked, open: act === 'reopen' })
  throw new DomainError('notFound')
})
