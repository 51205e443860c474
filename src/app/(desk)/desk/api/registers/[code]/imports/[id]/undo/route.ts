import { readJson } from '@/services/http'
import { needEditor } from '@/services/registers/register'
import { undoEntries } from '@/services/registers/undoImport'
import { door } from '../../../../../../../_server/door'

/** POST {reason}: takes an applied file back, all of it or nothing. */
export const POST = door<{ code: string; id: string }>(async ({ desk, request, params }) => {
  const register = await needEditor(desk, params.code)
  const { reason } = await readJson(request)
  return undoEntries(desk, register, { id: params.id, reason })
})
