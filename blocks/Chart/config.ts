import { choice, num, text } from '@/fields'
import { blockOf, heading, items } from '@/fields/blocks'

export const Chart = blockOf('chart', '图和表', [
  heading(),
  choice('source', '数从哪来', [['typed', '下面写的'], ['categories', '本月各类反映，由系统算'], ['units', '本月各网格反映，由系统算']], { defaultValue: 'typed', required: true, help: '由系统算的，5 以下不显示。' }),
  text('period', '什么时候的数', { localized: true, help: '例如“2026 年 1—6 月”。由系统算的不用写。' }),
  text('unitName', '单位', { localized: true, help: '例如“件”“场”。' }),
  text('origin', '数据来源', { localized: true, help: '谁统计的，居民可以去哪里核对。' }),
  items('行', '各行', [text('label', '是什么', { required: true, localized: true }), num('value', '多少', { required: true, min: 0 })]),
])
