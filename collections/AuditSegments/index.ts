import { nobody } from '@/access'
import { instant, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** Stretches of the audit chain that were removed when their time was over: from where to where, and what the chain goes on from. */
export const AuditSegments = serviceOnly({
  slug: SLUG.auditSegments,
  singular: '到期审计段',
  plural: '到期审计段',
  group: '系统',
  hidden: true,
  description: '保存期满、已经删掉的审计记录，一段一条。',
  // Looking leaves a record: the auditor's page and its files are the only doors.
  read: nobody,
  fields: [
    num('fromSeq', '从序号', { required: true }),
    num('toSeq', '到序号', { required: true }),
    text('firstHash', '第一条摘要', { required: true }),
    text('lastHash', '最后一条摘要', { required: true }),
    text('anchorLine', '锚点', { required: true }),
    instant('anchoredAt', '锚定时间', { required: true }),
    instant('cutAt', '删除时间', { required: true }),
    text('cutBy', '由谁', { required: true }),
    num('days', '保存天数', { required: true }),
  ],
  indexes: [{ fields: ['office', 'toSeq'], unique: true }],
})
