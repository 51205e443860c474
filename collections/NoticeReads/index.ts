import { accessAnd, accessOr, holds, ownOffice, ruled } from '@/access'
import { instant, link, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

const ownRows = ruled('one’s own', ({ req }) => (req.user ? { person: { equals: req.user.id } } : false))

/** Who of the staff has confirmed reading which edition of a notice. */
export const NoticeReads = serviceOnly({
  slug: SLUG.reads,
  singular: '通知签收',
  plural: '通知签收',
  group: '发布',
  description: '谁签收了哪条内部通知的哪一版。由系统记，不能改。',
  columns: ['notice', 'person', 'at'],
  read: accessAnd(accessOr(holds('content.edit'), holds('health.view'), ownRows), ownOffice),
  fields: [
    link('notice', '内部通知', SLUG.notices, { required: true, index: true }),
    text('edition', '版次', { required: true }),
    link('person', '人员', SLUG.users, { required: true, index: true }),
    instant('at', '时间', { required: true }),
  ],
  indexes: [{ fields: ['notice', 'edition', 'person'], unique: true }],
})
