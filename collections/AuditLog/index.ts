import { nobody } from '@/access'
import { choice, instant, json, link, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** Who did what, one hash chain per office (decisions.md 17). */
export const AuditLog = serviceOnly({
  slug: SLUG.audit,
  singular: '审计记录',
  plural: '审计记录',
  group: '系统',
  title: 'action',
  hidden: true,
  description: '谁在什么时候做了什么。一条接一条加密链接，改动或缺失都能查出来。',
  // Looking leaves a record: the auditor's page and its files are the only doors.
  read: nobody,
  fields: [
    num('seq', '序号', { required: true }),
    instant('at', '时间', { required: true }),
    text('action', '动作', { required: true, index: true }),
    choice('actorKind', '谁', [['staff', '工作人员'], ['reporter', '报告人'], ['system', '系统'], ['rule', '规则']], { required: true }),
    link('actor', '人员', SLUG.users),
    text('actorName', '姓名'),
    text('targetKind', '对象种类'),
    text('target', '对象', { index: true }),
    choice('outcome', '结果', [['done', '办成'], ['denied', '拒绝'], ['failed', '失败']], { index: true }),
    json('detail', '内容'),
    text('before', '改前摘要'),
    text('after', '改后摘要'),
    text('address', '工作人员地址'),
    text('previous', '前一条摘要'),
    text('hash', '摘要'),
  ],
  indexes: [{ fields: ['office', 'seq'], unique: true }, { fields: ['office', 'at'] }],
})
