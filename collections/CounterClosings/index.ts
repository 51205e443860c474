import { accessAnd, holds, ownOffice } from '@/access'
import { link, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** Days and hours on which a counter is closed for once. Made at the desk, with what it means for those who have booked. */
export const CounterClosings = serviceOnly({
  slug: SLUG.closings,
  singular: '临时停办',
  plural: '临时停办',
  group: '发布',
  hidden: true,
  description: '窗口哪天哪段时间停办。在工作台的“预约”里做。',
  read: accessAnd(holds('booking.run'), ownOffice),
  fields: [
    link('counter', '窗口', SLUG.serviceCounters, { required: true }),
    text('date', '日期', { required: true, index: true }),
    num('from', '从（零点后的分钟）', { required: true }),
    num('to', '到（零点后的分钟）', { required: true }),
    text('reason', '原因', { required: true }),
    link('by', '谁停的', SLUG.users),
  ],
  indexes: [{ fields: ['counter', 'date'] }],
})
