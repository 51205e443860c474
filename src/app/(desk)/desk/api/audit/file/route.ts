import { DomainError } from '@/domain/errors'
import { AUDIT_FORMATS, auditFile } from '@/services/desk/audit/files'
import { parseAuditQuery } from '@/services/desk/audit/query'
import { attachment } from '../../../../_server/attachment'
import { door } from '../../../../_server/door'

/** GET ?format=csv|lines and a search's conditions: the entries as a file. */
export const GET = door(async ({ desk, url }) => {
  const format = AUDIT_FORMATS.find((each) => each === url.searchParams.get('format'))
  if (!format) throw new DomainError('invalid', {}, [{ field: 'format', code: 'notOffered' }])
  return attachment(await auditFile(desk, parseAuditQuery(url.searchParams), format))
})
