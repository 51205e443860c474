import { area, bool, code, link, num, text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'

export const Teams = structure({
  slug: SLUG.teams,
  singular: '队伍',
  plural: '队伍',
  group: '队伍',
  title: 'name',
  columns: ['name', 'code', 'active'],
  description: '谁来办：一支队伍可以服务一个或几个网格，人员在“编组”里安排。',
  fields: [
    code(),
    text('name', '名称', { required: true, localized: true }),
    area('duty', '职责', { localized: true }),
    num('minSize', '最少几人', { min: 0 }),
    num('maxSize', '最多几人', { min: 0 }),
    link('units', '服务的网格', SLUG.units, { many: true, help: '留空表示全街道。' }),
    text('phone', '对外电话'),
    bool('active', '在用', { defaultValue: true }),
  ],
})
