import type { Block } from 'payload'
import { text } from '@/fields'
import { richText } from '@/fields/richText'

export const RichText: Block = {
  slug: 'richText',
  interfaceName: 'RichTextBlock',
  labels: { singular: '文字', plural: '文字' },
  fields: [text('heading', '小标题', { localized: true }), richText('body', '正文')],
}
