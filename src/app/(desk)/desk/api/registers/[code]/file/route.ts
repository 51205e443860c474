import { DomainError } from '@/domain/errors'
import { attachment } from '@/domain/fileName'
import { exportEntries, FORMATS, templateFile } from '@/services/registers/files'
import { parseEntryQuery } from '@/services/registers/list'
import { needEditor, needRegister } from '@/services/registers/register'
import { assertFresh } from '@/services/session/fresh'
import { door } from '../../../../../_server/door'

/** GET ?format=csv|xlsx and a list's conditions: its entries as a file. `empty`: the heads alone. */
export const GET = door<{ code: string }>(async ({ desk, url, params }) => {
  const format = FORMATS.find((each) => each === url.searchParams.get('format'))
  if (!format) throw new DomainError('invalid', {}, [{ field: 'format', code: 'notOffered' }])
  const empty = url.searchParams.has('empty')
  // A whole register names who answers for each entry.
  if (!empty) await assertFresh(desk.req)
  const file = empty
    ? await templateFile(desk, await needEditor(desk, params.code), format)
    : await exportEntries(desk, await needRegister(desk, params.code), { query: parseEntryQuery(url.searchParams), format })
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
      'content-disposition': attachment({ name: file.name, plain: `register.${format}` }),
    },
  })
})
