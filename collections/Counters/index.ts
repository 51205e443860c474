import { nobody } from '@/access'
import { num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

export const Counters = serviceOnly({
  slug: SLUG.counters,
  singular: '编号',
  plural: '编号',
  group: '系统',
  hidden: true,
  read: nobody,
  fields: [text('key', '键', { required: true }), num('value', '值', { required: true })],
  indexes: [{ fields: ['office', 'key'], unique: true }],
})
