import type { CollectionConfig } from 'payload'
import { accessAnd, accessOr, holds, nobody, ownOffice } from '@/access'
import { bool, idField, instant, json, link, office, sealed, text } from '@/fields'
import { names } from '@/fields/serviceOnly'
import { env } from '@/lib/env'
import { fillOffice } from '@/hooks/fillOffice'
import { recordChange } from '@/hooks/recordChange'
import { forgetStructure } from '@/hooks/forgetStructure'
import { refuseInUse } from '@/hooks/refuseInUse'
import { SLUG } from '@/slugs'
import { beforeOperation } from './hooks/beforeOperation'
import { beforeLogin } from './hooks/beforeLogin'
import { afterLogin } from './hooks/afterLogin'
import { afterLogout } from './hooks/afterLogout'
import { checkPassword } from './hooks/checkPassword'
import { endSessions } from './hooks/endSessions'
import { keepSecurity } from './hooks/keepSecurity'
import { recordPasswordSet } from './hooks/recordPasswordSet'
import { askProof } from './hooks/askProof'
import { keepPasswords } from './hooks/keepPasswords'
import { signInEndpoints } from './endpoints/login'
import { adminPanel, selfOnly } from './access'

/** Staff and volunteers on duty who sign in. Residents have no accounts. */
export const Users: CollectionConfig = {
  slug: SLUG.users,
  labels: { singular: '人员', plural: '人员' },
  auth: {
    loginWithUsername: { allowEmailLogin: false, requireEmail: false },
    maxLoginAttempts: 5,
    lockTime: 15 * 60 * 1000,
    tokenExpiration: env().SESSION_HOURS * 60 * 60,
    cookies: { sameSite: 'Lax', secure: env().PUBLIC_URL?.startsWith('https:') ?? false },
    useSessions: true,
  },
  admin: {
    hideAPIURL: true,
    group: '队伍',
    useAsTitle: 'name',
    defaultColumns: ['name', 'username', 'unit', 'active'],
    description: '登录工作台的工作人员和志愿者。只登记在岗人员，不登记居民。离岗的人停用，不删除。',
  },
  access: {
    read: accessOr(accessAnd(accessOr(holds('people.view'), holds('people.edit')), ownOffice), selfOnly),
    create: holds('people.edit'),
    update: accessAnd(holds('people.edit'), ownOffice),
    delete: nobody,
    readVersions: nobody,
    unlock: accessAnd(holds('people.edit'), ownOffice),
    admin: adminPanel,
  },
  graphQL: { ...names(SLUG.users), disableMutations: true },
  endpoints: signInEndpoints,
  disableDuplicate: true,
  disableBulkEdit: true,
  hooks: {
    beforeOperation: [beforeOperation],
    beforeValidate: [fillOffice, checkPassword],
    beforeChange: [keepSecurity, askProof, keepPasswords, endSessions, recordPasswordSet],
    beforeDelete: [refuseInUse],
    beforeLogin: [beforeLogin],
    afterLogin: [afterLogin],
    afterLogout: [afterLogout],
    afterChange: [recordChange, forgetStructure],
  },
  fields: [
    idField(),
    office(),
    text('name', '姓名', { required: true, help: '同事看到的姓名。' }),
    text('publicName', '对外称呼', { help: '居民看到的称呼，例如“分流岗 02”。留空只显示单位。' }),
    link('unit', '所在网格', SLUG.units, { help: '他坐在哪一格；由他登记的事项，首问单位就是这里。' }),
    text('phone', '工作电话', { help: '只给同事看，不给居民看。' }),
    bool('active', '在岗', { defaultValue: true, index: true, help: '离岗就去掉这个勾：马上退出登录，不再派活，办过的事都留着。' }),
    bool('mustChangePassword', '下次登录须改密码', { defaultValue: true, help: '勾上，下次登录先改密码，改完才能做事。' }),
    instant('passwordChangedAt', '密码修改时间', { readOnly: true, help: '由系统记。' }),
    instant('lastSignInAt', '最近登录', { readOnly: true, help: '由系统记。' }),
    sealed(json('passwordHistory', '用过的密码')),
  ],
}
