import { nobody } from '@/access'
import { instant, json, link, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** What leaves the system, queued in the same transaction as the act and sent after it (domain.md §3 rule 2). */
export const Outbox = serviceOnly({
  slug: SLUG.outbox,
  singular: '待发送',
  plural: '待发送',
  group: '系统',
  hidden: true,
  read: nobody,
  fields: [
    text('kind', '种类', { required: true }),
    text('key', '不重复的名字', { unique: true }),
    text('target', '发给谁', { index: true }),
    link('matter', '事项', SLUG.matters, { index: true }),
    num('seq', '记录序号'),
    json('payload', '内容'),
    instant('dueAt', '何时发', { required: true, index: true }),
    instant('sentAt', '已发', { index: true }),
    num('tries', '次数'),
    text('claim', '认领'),
    instant('claimedAt', '认领时间'),
    text('error', '上次失败'),
    num('answer', '对方回答'),
    instant('firstTriedAt', '第一次试'),
    instant('triedAt', '上次试'),
    instant('deadAt', '何时停发', { index: true }),
    instant('endedAt', '何时不再发'),
    text('endedWhy', '为什么不再发'),
    link('endedBy', '谁定的不发', SLUG.users),
  ],
  indexes: [{ fields: ['office', 'deadAt'] }, { fields: ['matter', 'target'] }],
})
