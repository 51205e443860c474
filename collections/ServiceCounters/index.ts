import { CONTACT_ASKED } from '@/domain/booking/types'
import { bool, choice, code, json, link, num, text } from '@/fields'
import { structure } from '@/fields/structure'
import { holds } from '@/access'
import { SLUG } from '@/slugs'

const ASKED_LABELS: Record<(typeof CONTACT_ASKED)[number], string> = { none: '不问', optional: '可以不留', needed: '要留' }

export const ServiceCounters = structure({
  slug: SLUG.serviceCounters,
  singular: '预约窗口',
  plural: '预约窗口',
  group: '发布',
  title: 'name',
  columns: ['name', 'unit', 'slotMinutes', 'capacity', 'active'],
  description: '居民可以预约的窗口：哪几天、几点、每段几个号。放假和调休按街道的工作日历；临时停办在工作台的“预约”里做。',
  write: holds('content.edit'),
  fields: [
    code(),
    text('name', '名称', { required: true, localized: true, help: '居民看到的名称，例如“综合窗口”。' }),
    link('unit', '在哪个网格', SLUG.units, { help: '留空为街道本级。' }),
    text('address', '地址', { localized: true, help: '居民上门找得到的地址，写到几楼几号。' }),
    text('phone', '电话', { help: '约不上、来不了时打的电话。' }),
    text('note', '来之前要知道的', { localized: true, help: '例如“过号十分钟要重新取号”。' }),
    json('week', '每周开放时间', { help: '留空就按街道的工作时间。放假的日子不开，调休和只上半天的日子按工作日历。', shownBy: 'WeekField.client#WeekField' }),
    num('slotMinutes', '每段几分钟', { required: true, min: 5, max: 240, defaultValue: 30, help: '例如 30，就是 9:00、9:30、10:00 …… 各一段。' }),
    num('capacity', '每段几个号', { required: true, min: 1, max: 50, defaultValue: 2, help: '同一段时间能接待几位。' }),
    num('leadMinutes', '最晚提前几分钟约', { required: true, min: 0, max: 10_080, defaultValue: 60, help: '离开始比这更近的就不能约了。' }),
    num('horizonDays', '最多约到几天以后', { required: true, min: 1, max: 60, defaultValue: 14, help: '今天算第 0 天。' }),
    choice('contact', '问不问称呼和电话', CONTACT_ASKED.map((value) => [value, ASKED_LABELS[value]] as const), { required: true, defaultValue: 'optional', help: '没有必要就不问。留下的加密保存，过后删除。' }),
    num('keepDays', '过后几天删除', { required: true, min: 0, max: 30, defaultValue: 1, help: '预约那天过后几天，整条预约连同联系方式一起删除，只留人数。' }),
    bool('active', '开放预约', { defaultValue: true, help: '关掉以后不能再约，已经约的照样有效。' }),
    num('order', '排序', { defaultValue: 0, help: '小的在前。' }),
  ],
})
