import { accessAnd, nobody, ownOffice } from '@/access'
import { instant, json, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** The register of processing as it stood at a time: what the public privacy page said then, and what had changed. */
export const PrivacyVersions = serviceOnly({
  slug: SLUG.privacyVersions,
  singular: '隐私说明的版本',
  plural: '隐私说明的版本',
  group: '系统',
  hidden: true,
  description: '每当收集、用途、期限有变化就留一版，隐私页据此告知。',
  read: accessAnd(nobody, ownOffice),
  fields: [
    num('number', '版本号', { required: true }),
    instant('at', '时间', { required: true }),
    text('digest', '摘要', { required: true }),
    json('activities', '内容', { required: true }),
    json('changed', '变化', { required: true }),
  ],
  indexes: [{ fields: ['office', 'number'], unique: true }],
})
