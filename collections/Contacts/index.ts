import { nobody } from '@/access'
import { instant, json, link, sealed, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** Contact details, encrypted field by field, closed on every door; staff reveal them on the desk with a reason (decisions.md 15). */
export const Contacts = serviceOnly({
  slug: SLUG.contacts,
  singular: '联系方式',
  plural: '联系方式',
  group: '事项',
  hidden: true,
  read: nobody,
  fields: [
    link('matter', '事项', SLUG.matters, { required: true, unique: true }),
    sealed(json('cipher', '密文')),
    sealed(json('masked', '遮挡后的样子')),
    text('keyId', '密钥', { index: true }),
    sealed(json('consent', '同意记录')),
    instant('eraseAfter', '到期擦除', { index: true }),
    instant('erasedAt', '擦除时间'),
  ],
})
