import { accessAnd, nobody, ownOffice } from '@/access'
import { BOOKING_STATES } from '@/domain/booking/types'
import { choice, instant, json, link, num, sealed, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

const LABELS: Record<(typeof BOOKING_STATES)[number], string> = { booked: '已预约', called: '已叫号', done: '已结束', cancelled: '已取消' }

/**
 * Places taken at counters. `seat` names counter, day, time and place, and is unique: of any number who want the last place the database lets one have it.
 * Read by no door of Payload; the rows go, contact and all, soon after the day.
 */
export const Bookings = serviceOnly({
  slug: SLUG.bookings,
  singular: '预约',
  plural: '预约',
  group: '发布',
  hidden: true,
  description: '窗口的预约。在工作台的“预约”里看当天的。',
  read: accessAnd(nobody, ownOffice),
  fields: [
    link('counter', '窗口', SLUG.serviceCounters, { required: true }),
    link('item', '办什么', SLUG.services),
    text('date', '日期', { required: true }),
    num('minute', '几点（零点后的分钟）', { required: true }),
    num('length', '几分钟', { required: true }),
    sealed(text('seat', '号位', { required: true, unique: true })),
    sealed(text('code', '预约码', { required: true, unique: true })),
    sealed(text('wordHash', '查询词摘要', { required: true })),
    sealed(text('idempotencyKey', '去重键', { required: true, unique: true })),
    choice('state', '状态', BOOKING_STATES.map((value) => [value, LABELS[value]] as const), { required: true }),
    num('revision', '修订号', { required: true }),
    sealed(json('cipher', '密文')),
    json('masked', '掩码'),
    text('keyId', '密钥', { index: true }),
    text('lang', '语言'),
    instant('remindedAt', '提醒过'),
    instant('eraseAfter', '到期删除', { required: true, index: true }),
  ],
  indexes: [{ fields: ['counter', 'date'] }],
})
