import { accessAnd, accessOr, holds, ownOffice, ruled } from '@/access'
import { instant, link, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

const ownRows = ruled('one’s own', ({ req }) => (req.user ? { person: { equals: req.user.id } } : false))

/** Who of those bound by a rule document has read which edition. */
export const Acknowledgements = serviceOnly({
  slug: SLUG.acknowledgements,
  singular: '签收',
  plural: '签收',
  group: '制度',
  description: '谁签收了哪个制度文件的哪一版。由系统记，不能改。',
  columns: ['document', 'edition', 'person', 'at'],
  read: accessAnd(accessOr(holds('rules.edit'), holds('health.view'), ownRows), ownOffice),
  fields: [
    link('document', '制度文件', SLUG.rules, { required: true, index: true }),
    text('edition', '版次', { required: true }),
    link('person', '人员', SLUG.users, { required: true, index: true }),
    instant('at', '时间', { required: true }),
  ],
  indexes: [{ fields: ['document', 'edition', 'person'], unique: true }],
})
