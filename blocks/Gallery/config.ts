import { text } from '@/fields'
import { blockOf, heading, items } from '@/fields/blocks'
import { SLUG } from '@/slugs'

export const Gallery = blockOf('gallery', '图集', [
  heading(), items('张', '图片', [{ name: 'picture', label: '图片', type: 'upload', relationTo: SLUG.media, required: true, admin: { description: '图片自己的说明会读给看不见的人听。' } }, text('caption', '图下文字', { localized: true })]),
])
