import type { Field } from 'payload'
import { MATERIAL_FORMS } from '@/domain/services/types'
import { area, choice, num, text } from '@/fields'
import { SLUG } from '@/slugs'

const isDate = (value: unknown) => (value === null || value === undefined || value === '' || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) ? true : '写成 2026-10-01，没有就留空')

/** A local date of the office, as people write it. */
export const day = (name: string, label: string, help: string): Field => ({ name, label, type: 'text', validate: isDate, admin: { description: help, position: 'sidebar' } }) as Field

const FORM_LABELS: Record<(typeof MATERIAL_FORMS)[number], string> = { original: '原件', copy: '复印件', both: '原件和复印件', filled: '填好的表', electronic: '电子证照，不用带' }

export const materials: Field = {
  name: 'materials',
  label: '办理材料',
  labels: { singular: '材料', plural: '材料' },
  type: 'array',
  maxRows: 60,
  fields: [
    text('name', '材料', { required: true, localized: true, help: '例如“户口簿”。' }),
    choice('form', '要什么样的', MATERIAL_FORMS.map((value) => [value, FORM_LABELS[value]] as const), { required: true, defaultValue: 'original', help: '原件还是复印件，写清楚，居民少跑一趟。' }),
    num('copies', '几份', { min: 1, max: 20, help: '留空为一份。' }),
    text('note', '要求', { localized: true, help: '例如“首页和本人页”“当场看完还给您”。' }),
    text('from', '从哪来', { localized: true, help: '例如“自备”“窗口填写”。' }),
    { name: 'sample', label: '样图', type: 'upload', relationTo: SLUG.media, admin: { description: '填好的样子，不能有真实的人名和号码。' } },
  ],
}

export const steps: Field = {
  name: 'steps',
  label: '办理流程',
  labels: { singular: '步骤', plural: '步骤' },
  type: 'array',
  maxRows: 20,
  fields: [text('title', '步骤', { required: true, localized: true, help: '例如“交材料”。' }), area('text', '怎么办', { localized: true, help: '一两句话：做什么，多久，谁来做。' })],
}

export const forms: Field = {
  name: 'forms',
  label: '表格下载',
  labels: { singular: '表格', plural: '表格' },
  type: 'array',
  maxRows: 20,
  fields: [
    text('name', '表格', { required: true, localized: true, help: '表格全名。' }),
    text('href', '地址', { required: true, help: '本站地址（以 / 开头）或 https:// 开头的网址。' }),
  ],
}
