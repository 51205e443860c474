import { accessAnd, accessOr, holds } from '@/access'
import { instant, link, text } from '@/fields'
import { keepTitle } from '@/hooks/keepTitle'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'

export const Memberships = structure({
  slug: SLUG.memberships,
  singular: '编组',
  plural: '编组',
  group: '队伍',
  title: 'title',
  columns: ['title', 'person', 'team', 'post', 'units', 'from', 'until'],
  description: '谁在哪支队伍、什么岗位、管哪几格、从何时到何时。只编工作人员和志愿者。',
  read: accessOr(holds('people.view'), holds('people.edit')),
  write: accessAnd(holds('people.edit')),
  hooks: { beforeChange: [keepTitle(['person', SLUG.users], ['team', SLUG.teams], ['post', SLUG.posts])] },
  fields: [
    text('title', '名称', { readOnly: true, help: '由系统按人员、队伍和岗位写，不用填。' }),
    link('person', '人员', SLUG.users, { required: true, index: true, help: '在岗的工作人员或志愿者，不是居民。' }),
    link('team', '队伍', SLUG.teams, { index: true, help: '派给这支队伍的事项，他能看到也能认领。' }),
    link('post', '岗位', SLUG.posts, { index: true, help: '分流规则可以按岗位找人。' }),
    link('units', '覆盖的网格', SLUG.units, { many: true, help: '他管哪几格；不含下级，要管就都选上。' }),
    text('seat', '席位', { help: '领导小组里的席位代码。' }),
    link('leads', '牵头的风险类别', SLUG.categories, { many: true, help: '分管哪几类。' }),
    instant('from', '起', { help: '留空马上算数。' }),
    instant('until', '止', { help: '留空一直算数。调走的人写上日期，不要删除。' }),
  ],
})
