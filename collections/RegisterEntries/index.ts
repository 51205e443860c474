import { accessAnd, nobody, ownOffice } from '@/access'
import { bool, instant, json, link, num, sealed, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** Entries of registers: places, organisations, facilities, activities. Read and written through the register's own doors, which know who may see it. */
export const RegisterEntries = serviceOnly({
  slug: SLUG.entries,
  singular: '台账条目',
  plural: '台账条目',
  group: '结构',
  title: 'title',
  hidden: true,
  columns: ['title', 'register', 'unit', 'reviewDue', 'active'],
  description: '台账里的一行。在工作台的台账里看和改。',
  read: accessAnd(nobody, ownOffice),
  fields: [
    link('register', '台账', SLUG.registers, { required: true, index: true }),
    link('version', '填写时的版本', SLUG.definitions, { required: true }),
    text('code', '代码', { required: true, index: true }),
    text('title', '名称', { required: true }),
    json('answers', '内容', { required: true }),
    link('unit', '网格', SLUG.units, { index: true }),
    text('path', '网格路径', { index: true }),
    text('address', '地址'),
    num('lng', '经度'),
    num('lat', '纬度'),
    sealed(text('searchText', '检索文字')),
    num('revision', '修订号', { required: true }),
    instant('reviewedAt', '上次复核'),
    instant('reviewDue', '下次复核', { index: true }),
    instant('remindedAt', '提醒过'),
    bool('active', '在用'),
    instant('anonymisedAt', '去标识时间'),
    link('editedBy', '改动人', SLUG.users),
    instant('editedAt', '改动时间', { required: true }),
  ],
  indexes: [{ fields: ['office', 'register', 'code'], unique: true }, { fields: ['register', 'active', 'title'] }],
})
