import type { Block } from 'payload'
import { area, text } from '@/fields'
import { safeHref } from '@/domain/href'

export const Links: Block = {
  slug: 'links',
  interfaceName: 'LinksBlock',
  labels: { singular: '链接', plural: '链接' },
  fields: [
    text('heading', '小标题', { localized: true }),
    {
      name: 'items',
      label: '链接',
      labels: { singular: '链接', plural: '链接' },
      type: 'array',
      fields: [
        text('label', '文字', { required: true, localized: true }),
        { name: 'href', label: '地址', type: 'text', required: true, validate: (value: unknown) => (typeof value === 'string' && safeHref(value) ? true : '以 /、https:// 或 tel: 开头'), admin: { description: '站内以 / 开头，站外写 https://…，电话写 tel:…' } },
        area('note', '说明', { localized: true }),
      ],
    },
  ],
}
