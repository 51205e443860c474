import { nobody } from '@/access'
import { area, instant, sealed, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** Half-filled reports of residents without JavaScript: encrypted, with a short life (decisions.md 18). Closed on every door. */
export const ReportDrafts = serviceOnly({
  slug: SLUG.drafts,
  singular: '未发送的草稿',
  plural: '未发送的草稿',
  group: '事项',
  hidden: true,
  read: nobody,
  fields: [
    sealed(text('token', '标识散列', { unique: true, index: true })),
    sealed(area('cipher', '密文')),
    instant('expiresAt', '到期', { required: true, index: true }),
  ],
})
