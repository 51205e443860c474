import { nobody } from '@/access'
import { num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

export const AuditHeads = serviceOnly({
  slug: SLUG.auditHeads,
  singular: '审计链头',
  plural: '审计链头',
  group: '系统',
  hidden: true,
  read: nobody,
  fields: [num('seq', '序号', { required: true }), text('hash', '摘要', { required: true })],
  onePerOffice: true,
})
