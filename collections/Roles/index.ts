import { hiddenUnless } from '@/access/menu'
import { holds, staff } from '@/access'
import { area, choice, code, text } from '@/fields'
import { structure } from '@/fields/structure'
import { PERMISSION_LABELS } from './permissions'
import { checkRemoval } from './hooks/checkRemoval'
import { keepSeparation } from './hooks/keepSeparation'
import { SLUG } from '@/slugs'

export const Roles = structure({
  slug: SLUG.roles,
  singular: '角色',
  plural: '角色',
  group: '系统',
  title: 'name',
  columns: ['name', 'code', 'exclusive'],
  description: '角色是一组权限的名字。授权在“授权”里做，授权人不能授权给自己。',
  read: staff,
  write: holds('grants.edit'),
  hidden: hiddenUnless('grants.view', 'grants.edit'),
  hooks: { beforeChange: [keepSeparation], beforeDelete: [checkRemoval] },
  fields: [
    code(),
    text('name', '名称', { required: true, localized: true, help: '授权时看到的名称。' }),
    area('description', '说明', { localized: true, help: '这个角色做什么、交给谁合适。' }),
    choice('permissions', '权限', PERMISSION_LABELS, { many: true, required: true, help: '只勾工作用得到的；范围在授权里再限定。' }),
    choice('exclusive', '三员', [['owner', '所有者'], ['security', '安全管理员'], ['audit', '审计员']], { help: '三员分立：同一个人只能是其中之一。' }),
    choice('secondFactor', '第二重验证', [['required', '必须']], { help: '选“必须”：有这个角色的人，登录时除了密码还要输手机上的动态验证码；还没设的，先设好才能做事。' }),
  ],
})
