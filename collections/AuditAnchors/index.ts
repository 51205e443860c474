import { nobody } from '@/access'
import { instant, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** Where the audit chain stood at the end of a day, signed. Copies of these lines are kept outside the portal. */
export const AuditAnchors = serviceOnly({
  slug: SLUG.auditAnchors,
  singular: '审计锚点',
  plural: '审计锚点',
  group: '系统',
  title: 'day',
  hidden: true,
  description: '每天一条：审计链走到哪里、摘要是什么，带签名。存一份在外面，事后谁也改不了。',
  // Looking leaves a record: the auditor's page and its files are the only doors.
  read: nobody,
  fields: [
    text('day', '日期', { required: true }),
    num('seq', '序号', { required: true }),
    text('hash', '摘要', { required: true }),
    instant('at', '时间', { required: true }),
    text('key', '公钥编号', { required: true }),
    text('line', '签名的一行', { required: true }),
  ],
  indexes: [{ fields: ['office', 'day'], unique: true }],
})
