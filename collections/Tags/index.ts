import { bool, code, text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'

export const Tags = structure({
  slug: SLUG.tags,
  singular: '标签',
  plural: '标签',
  group: '事项',
  title: 'name',
  description: '给事项贴的记号，方便筛选。写事，不写人。',
  fields: [code(), text('name', '名称', { required: true, localized: true }), bool('active', '在用', { defaultValue: true })],
})
