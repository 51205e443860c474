import { accessOr, holds, ruled } from '@/access'
import { instant, link, text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'
import { checkGrant } from './hooks/checkGrant'
import { checkRevoke } from './hooks/checkRevoke'

export const Grants = structure({
  slug: SLUG.grants,
  singular: '授权',
  plural: '授权',
  group: '系统',
  title: 'id',
  columns: ['person', 'role', 'unit', 'team', 'from', 'until'],
  description: '谁在什么范围里是什么角色。一行里的条件要同时满足，几行之间满足一行就行。不能授权给自己。',
  read: accessOr(holds('grants.view'), holds('grants.edit'), ruled('one’s own', ({ req }) => (req.user ? { person: { equals: req.user.id } } : false))),
  write: holds('grants.edit'),
  hooks: { beforeChange: [checkGrant], beforeDelete: [checkRevoke] },
  fields: [
    link('person', '人员', SLUG.users, { required: true, index: true }),
    link('role', '角色', SLUG.roles, { required: true, index: true }),
    link('unit', '限于网格（含下级）', SLUG.units, { help: '留空为全街道。' }),
    link('team', '限于队伍', SLUG.teams),
    link('categories', '限于类别（含下级）', SLUG.categories, { many: true }),
    instant('from', '起'),
    instant('until', '止'),
    text('reason', '原因'),
  ],
})
