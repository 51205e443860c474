import type { Block } from 'payload'
import { area, text } from '@/fields'

export const Facts: Block = {
  slug: 'facts',
  interfaceName: 'FactsBlock',
  labels: { singular: '数字', plural: '数字' },
  fields: [
    text('heading', '小标题', { localized: true }),
    { name: 'items', label: '项目', labels: { singular: '项', plural: '项目' }, type: 'array', fields: [text('value', '数或字', { required: true, localized: true }), text('label', '是什么', { required: true, localized: true }), area('note', '说明', { localized: true })] },
  ],
}
