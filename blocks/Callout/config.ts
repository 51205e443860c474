import type { Block } from 'payload'
import { area, choice, text } from '@/fields'

export const Callout: Block = {
  slug: 'callout',
  interfaceName: 'CalloutBlock',
  labels: { singular: '提示', plural: '提示' },
  fields: [
    text('heading', '小标题', { localized: true }),
    choice('tone', '语气', [['info', '说明'], ['warn', '注意'], ['emergency', '紧急']], { defaultValue: 'info', required: true }),
    area('text', '内容', { required: true, localized: true }),
  ],
}
