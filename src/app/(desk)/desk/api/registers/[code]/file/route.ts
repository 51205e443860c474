import { DomainError } from '@/domain/errors'
import { exportEntries, FORMATS, templateFile } from '@/services/registers/files'
import { parseEntryQuery } from '@/services/registers/list'
import { needEditor, needRegister } from '@/services/registers/register'
import { door } from '../../../../../_server/door'

/** GET ?format=csv|xlsx and a list's conditions: its entries as a file. `empty`: the heads alone. */
export const GET = door<{ code: string }>(async ({ desk, url, params }) => {
  const format = FORMATS.find((each) => each === url.searchParams.get('format'))
  if (!format) throw new DomainError('invalid', {}, [{ field: 'format', code: 'notOffered' }])
  const file = url.searchParams.has('empty')
    ? await templateFile(desk, await needEditor(desk, params.code), format)
    : await exportEntries(desk, await needRegister(desk, params.code), { query: parseEntryQuery(url.searchParams), format })
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="register.${format}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    },
  })
})
