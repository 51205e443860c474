import { nobody } from '@/access'
import { instant, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

export const AuditHeads = serviceOnly({
  slug: SLUG.auditHeads,
  singular: '审计链头',
  plural: '审计链头',
  group: '系统',
  hidden: true,
  read: nobody,
  fields: [
    num('seq', '序号', { required: true }),
    text('hash', '摘要', { required: true }),
    num('verifiedSeq', '核对到'),
    instant('verifiedAt', '核对时间'),
    num('faultSeq', '第一处不符'),
    text('faultKind', '怎样不符'),
  ],
  onePerOffice: true,
})
