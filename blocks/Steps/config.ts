import type { Block } from 'payload'
import { area, text } from '@/fields'

export const Steps: Block = {
  slug: 'steps',
  interfaceName: 'StepsBlock',
  labels: { singular: '步骤', plural: '步骤' },
  fields: [
    text('heading', '小标题', { localized: true }),
    { name: 'items', label: '步骤', labels: { singular: '步', plural: '步骤' }, type: 'array', fields: [text('title', '标题', { required: true, localized: true }), area('text', '内容', { localized: true })] },
  ],
}
