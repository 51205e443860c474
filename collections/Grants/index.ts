import { hiddenUnless } from '@/access/menu'
import { keepTitle } from '@/hooks/keepTitle'
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
  title: 'title',
  columns: ['title', 'person', 'role', 'unit', 'team', 'from', 'until'],
  description: '谁在什么范围里是什么角色。一行里的条件要同时满足，几行之间满足一行就行。不能授权给自己。',
  read: accessOr(holds('grants.view'), holds('grants.edit'), ruled('one’s own', ({ req }) => (req.user ? { person: { equals: req.user.id } } : false))),
  write: holds('grants.edit'),
  hidden: hiddenUnless('grants.view', 'grants.edit'),
  hooks: { beforeChange: [checkGrant, keepTitle(['person', SLUG.users], ['role', SLUG.roles])], beforeDelete: [checkRevoke] },
  fields: [
    text('title', '名称', { readOnly: true, help: '由系统按人员和角色写，不用填。' }),
    link('person', '人员', SLUG.users, { required: true, index: true, help: '授权给谁，不能是自己。' }),
    link('role', '角色', SLUG.roles, { required: true, index: true, help: '所有者、安全管理员、审计员，一个人只能是其中一个。' }),
    link('unit', '限于网格（含下级）', SLUG.units, { help: '留空为全街道。' }),
    link('team', '限于队伍', SLUG.teams, { help: '只对这支队伍承办的事项有效；留空不限。' }),
    link('categories', '限于类别（含下级）', SLUG.categories, { many: true, help: '只对这些类别的事项有效；留空不限。' }),
    instant('from', '起', { help: '从什么时候开始有效；留空马上有效。' }),
    instant('until', '止', { help: '到什么时候为止；留空一直有效。临时顶岗请写明。' }),
    text('reason', '原因', { help: '为什么授权，审计时看得到。' }),
  ],
})
