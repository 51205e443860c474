import { nobody } from '@/access'
import { bool, json, link, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** A person's saved filters on the desk. */
export const SavedViews = serviceOnly({
  slug: SLUG.views,
  singular: '保存的视图',
  plural: '保存的视图',
  group: '事项',
  hidden: true,
  read: nobody,
  fields: [
    link('person', '人员', SLUG.users, { index: true }),
    link('team', '共享给队伍', SLUG.teams, { index: true }),
    text('name', '名称', { required: true }),
    json('query', '条件', { required: true }),
    num('order', '排序'),
    bool('shared', '共享'),
  ],
})
