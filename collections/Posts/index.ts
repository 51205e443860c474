import { area, bool, code, text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'

export const Posts = structure({
  slug: SLUG.posts,
  singular: '岗位',
  plural: '岗位',
  group: '队伍',
  title: 'name',
  columns: ['name', 'duty', 'active'],
  description: '在岗做什么。一个人可以有几个岗位，一个岗位可以在几支队伍里。',
  fields: [
    code(),
    text('name', '名称', { required: true, localized: true, help: '例如“网格员”“值班员”。没有写姓名的地方，居民看到的就是它。' }),
    area('duty', '职责', { localized: true, help: '这个岗位在岗时做什么。' }),
    bool('active', '在用', { defaultValue: true, help: '停用后不能再安排人到这个岗位。' }),
  ],
})
