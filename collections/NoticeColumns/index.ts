import { code, num, text } from '@/fields'
import { structure } from '@/fields/structure'
import { holds } from '@/access'
import { SLUG } from '@/slugs'

export const NoticeColumns = structure({
  slug: SLUG.columns,
  singular: '栏目',
  plural: '栏目',
  group: '发布',
  title: 'name',
  columns: ['name', 'code', 'staleDays'],
  description: '公告分哪些栏目，多久没更新算过期。',
  write: holds('content.edit'),
  fields: [code(), text('name', '名称', { required: true, localized: true, help: '居民看到的栏目名。' }), num('staleDays', '几天没更新要提醒', { min: 1, defaultValue: 180, help: '超过这些天没有新公告，就提醒编辑。' }), num('order', '排序', { defaultValue: 0, help: '小的在前。' })],
})
