import { area, bool, choice, code, json, link, num, text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'

export const Teams = structure({
  slug: SLUG.teams,
  singular: '队伍',
  plural: '队伍',
  group: '队伍',
  title: 'name',
  columns: ['name', 'duty', 'phone', 'active'],
  description: '谁来办：一支队伍可以服务一个或几个网格，人员在“编组”里安排。',
  fields: [
    code(),
    text('name', '名称', { required: true, localized: true, help: '居民和同事看到的队名。' }),
    area('duty', '职责', { localized: true, help: '这支队伍管什么，写给要派活的人看。' }),
    choice('kind', '种类', [['team', '队伍'], ['leading', '领导小组']], { defaultValue: 'team', help: '领导小组有席位，不接派单。' }),
    json('seats', '席位', { help: '组长、副组长、联系领导等；每席几人、牵头几类风险。' }),
    num('minSize', '最少几人', { min: 0, help: '少于这个数，体检页会提醒；留空不查。' }),
    num('maxSize', '最多几人', { min: 0, help: '多于这个数，体检页会提醒；留空不查。' }),
    link('units', '服务的网格', SLUG.units, { many: true, help: '留空表示全街道。' }),
    text('phone', '对外电话', { help: '居民可以打的电话；留空不显示。' }),
    bool('active', '在用', { defaultValue: true, help: '停用后不再派活给它，已经派的照旧；停用前先看右边“用在哪里”。' }),
  ],
})
