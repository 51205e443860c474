import { bool, code, text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'

export const Tags = structure({
  slug: SLUG.tags,
  singular: '标签',
  plural: '标签',
  group: '事项',
  title: 'name',
  columns: ['name', 'code', 'active'],
  description: '给事项贴的记号，方便筛选。写事，不写人。',
  fields: [code(), text('name', '名称', { required: true, localized: true, help: '写事情的特点，不写人。' }), bool('active', '在用', { defaultValue: true, help: '停用后不能再贴，已经贴的照旧。' })],
})
