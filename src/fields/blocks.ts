import type { Block, Field } from 'payload'
import { safeHref } from '@/domain/href'
import { num, text } from './index'

/** The heading a block may stand under. */
export const heading = (): Field => text('heading', '小标题', { localized: true })

/** Rows of a block. `singular` names one, `plural` the list. */
export const items = (singular: string, plural: string, fields: Field[]): Field => ({ name: 'items', label: plural, labels: { singular, plural }, type: 'array', fields })

/** Where a link of a block leads: a page of this portal, a telephone, another site. Nothing that runs. */
export const address = (name: string, label: string, required = true): Field => ({
  name, label, type: 'text', required,
  validate: (value: unknown) => ((!required && !value) || (typeof value === 'string' && safeHref(value)) ? true : '以 /、https:// 或 tel: 开头'),
  admin: { description: '站内以 / 开头，站外写 https://…，电话写 tel:…' },
})

/** How many rows of a list are shown. */
export const count = (most: number): Field => num('count', '显示几条', { min: 1, max: most, defaultValue: 5, help: `1 到 ${most}。` })

/** A block by its slug; the type generated for it is named after it. */
export const blockOf = (slug: string, label: string, fields: Field[]): Block =>
  ({ slug, interfaceName: `${slug.charAt(0).toUpperCase()}${slug.slice(1)}Block`, labels: { singular: label, plural: label }, fields })
