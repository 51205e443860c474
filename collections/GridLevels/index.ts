import { code, json, num, text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'

export const GridLevels = structure({
  slug: SLUG.levels,
  singular: '网格层级',
  plural: '网格层级',
  group: '结构',
  title: 'name',
  columns: ['name', 'order', 'code'],
  description: '辖区分几级、每级叫什么、每级至少要有几个人。1 是最上面一级，一般四级，三到六级都可以。',
  fields: [
    code(),
    text('name', '名称', { required: true, localized: true, help: '这一级叫什么。' }),
    num('order', '第几级', { required: true, min: 1, max: 9, help: '1 是最上面一级，往下依次 2、3、4。' }),
    json('staffing', '人员规则', { help: '例如必须有负责人（格中定人）、5–7 人、一人一格。缺口会列在体检页。' }),
  ],
})
