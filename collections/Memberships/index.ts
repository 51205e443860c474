import { accessAnd, accessOr, holds } from '@/access'
import { instant, link } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'

export const Memberships = structure({
  slug: SLUG.memberships,
  singular: '编组',
  plural: '编组',
  group: '队伍',
  title: 'id',
  columns: ['person', 'team', 'post', 'units', 'from', 'until'],
  description: '谁在哪支队伍、什么岗位、管哪几格、从何时到何时。只编工作人员和志愿者。',
  read: accessOr(holds('people.view'), holds('people.edit')),
  write: accessAnd(holds('people.edit')),
  fields: [
    link('person', '人员', SLUG.users, { required: true, index: true }),
    link('team', '队伍', SLUG.teams, { index: true }),
    link('post', '岗位', SLUG.posts, { index: true }),
    link('units', '覆盖的网格', SLUG.units, { many: true }),
    instant('from', '起'),
    instant('until', '止'),
  ],
})
