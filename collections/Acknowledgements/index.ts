import { accessAnd, ownOffice, staff } from '@/access'
import { instant, link, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** Who of those bound by a rule document has read which edition. */
export const Acknowledgements = serviceOnly({
  slug: SLUG.acknowledgements,
  singular: '签收',
  plural: '签收',
  group: '制度',
  columns: ['document', 'edition', 'person', 'at'],
  read: accessAnd(staff, ownOffice),
  fields: [
    link('document', '制度文件', SLUG.rules, { required: true, index: true }),
    text('edition', '版次', { required: true }),
    link('person', '人员', SLUG.users, { required: true, index: true }),
    instant('at', '时间', { required: true }),
  ],
  indexes: [{ fields: ['document', 'edition', 'person'], unique: true }],
})
