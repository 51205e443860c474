import { choice, link, text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'
import { validHours } from './hooks/validHours'
import { moveClocks, moveClocksBack } from './hooks/moveClocks'
import { uniqueDate } from './hooks/uniqueDate'

const isDate = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? true : '写成 2026-10-01')

export const CalendarDays = structure({
  slug: SLUG.calendarDays,
  singular: '节假日与调休',
  plural: '节假日与调休',
  group: '结构',
  title: 'date',
  columns: ['date', 'kind', 'name'],
  description: '放假的日子、调休上班的日子和只上半天的日子。时限按它跳过假日、算上调休。改动后，在办事项的时限重新计算。',
  hooks: { beforeChange: [uniqueDate], afterChange: [moveClocks], afterDelete: [moveClocksBack] },
  fields: [
    { name: 'date', label: '日期', type: 'text', required: true, index: true, validate: isDate, admin: { description: '写成 2026-10-01' } },
    choice('kind', '这一天', [['holiday', '放假'], ['workday', '上班']], { required: true, help: '“上班”是调休要上班的日子，或者只上一部分时间的日子。' }),
    text('name', '名称', { localized: true, help: '例如“国庆节”，居民问起时限时说得清。' }),
    { name: 'hours', label: '只上这些时间', type: 'text', validate: validHours, admin: { description: '写成 09:00-12:00，几段之间空一格；留空按平常的工作时间。' } },
    link('source', '依据', SLUG.rules, { help: '按哪个文件放假，可以留空。' }),
  ],
})
