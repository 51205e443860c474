import { bool, code, num, text } from '@/fields'
import { structure } from '@/fields/structure'
import { holds } from '@/access'
import { SLUG } from '@/slugs'

export const LifeEvents = structure({
  slug: SLUG.lifeEvents,
  singular: '人生事件',
  plural: '人生事件',
  group: '发布',
  title: 'name',
  columns: ['name', 'hint', 'order', 'active'],
  description: '居民遇到什么事的时候来办：生育、上学、工作、养老……办事事项按它分组。',
  write: holds('content.edit'),
  fields: [
    code(),
    text('name', '名称', { required: true, localized: true, help: '两到四个字，例如“养老”。' }),
    text('hint', '一句说明', { localized: true, help: '写在名称下面，例如“津贴、助餐、老年证”。' }),
    bool('active', '在用', { defaultValue: true, help: '停用后居民看不到这一组，事项还在。' }),
    num('order', '排序', { defaultValue: 0, help: '小的在前。' }),
  ],
})
