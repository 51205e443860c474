import { accessAnd, holds, ownOffice } from '@/access'
import { link, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** How a counter's day went, in numbers: they say nothing of anybody, and stay. */
export const BookingDays = serviceOnly({
  slug: SLUG.bookingDays,
  singular: '预约日计数',
  plural: '预约日计数',
  group: '发布',
  hidden: true,
  description: '窗口每天来了几位、没来几位。只有数字。',
  read: accessAnd(holds('booking.run'), ownOffice),
  fields: [
    link('counter', '窗口', SLUG.serviceCounters, { required: true }),
    text('date', '日期', { required: true, index: true }),
    num('came', '来了', { required: true }),
    num('missed', '没来', { required: true }),
    num('cancelled', '取消', { required: true }),
  ],
  indexes: [{ fields: ['counter', 'date'], unique: true }],
})
