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
    link('matter', '事项', SLUG.matters, { index: true }),
    num('seq', '记录序号'),
    json('payload', '内容'),
    instant('dueAt', '何时发', { required: true, index: true }),
    instant('sentAt', '已发', { index: true }),
    num('tries', '次数'),
    text('claim', '认领'),
    instant('claimedAt', '认领时间'),
    text('error', '上次失败'),
  ],
})
