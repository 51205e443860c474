import type { Field, FieldAccess } from 'payload'
import { ulid } from 'ulid'
import { SLUG, type Slug } from '../slugs'

const nobody: FieldAccess = () => false

type Extra = { required?: boolean; unique?: boolean; index?: boolean; localized?: boolean; help?: string; readOnly?: boolean; many?: boolean; sidebar?: boolean; defaultValue?: unknown }

const admin = (extra: Extra) => ({
  ...(extra.help ? { description: extra.help } : {}),
  ...(extra.readOnly ? { readOnly: true } : {}),
  ...(extra.sidebar ? { position: 'sidebar' as const } : {}),
})

const base = (name: string, label: string, extra: Extra) => ({
  name,
  label,
  admin: admin(extra),
  ...(extra.required ? { required: true } : {}),
  ...(extra.unique ? { unique: true } : {}),
  ...(extra.index ? { index: true } : {}),
  ...(extra.localized ? { localized: true } : {}),
  ...(extra.defaultValue === undefined ? {} : { defaultValue: extra.defaultValue }),
})

/** Our own sortable text ids, the same on SQLite and MongoDB (decisions.md 1). */
export const idField = (): Field => ({
  name: 'id',
  type: 'text',
  required: true,
  defaultValue: () => ulid(),
  admin: { hidden: true },
})

export const text = (name: string, label: string, extra: Extra = {}): Field => ({ ...base(name, label, extra), type: 'text' }) as Field
export const area = (name: string, label: string, extra: Extra = {}): Field => ({ ...base(name, label, extra), type: 'textarea' }) as Field
export const num = (name: string, label: string, extra: Extra & { min?: number; max?: number } = {}): Field =>
  ({ ...base(name, label, extra), type: 'number', ...(extra.min === undefined ? {} : { min: extra.min }), ...(extra.max === undefined ? {} : { max: extra.max }) }) as Field
export const bool = (name: string, label: string, extra: Extra = {}): Field => ({ ...base(name, label, extra), type: 'checkbox' }) as Field
export const instant = (name: string, label: string, extra: Extra = {}): Field =>
  ({ ...base(name, label, extra), type: 'date', admin: { ...admin(extra), date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm' } } }) as Field

/** Asked at a save and kept nowhere. Without a word to the contrary Payload shows such a field greyed. */
export const asked = (field: Field): Field => ({ ...field, virtual: true, admin: { ...(field as { admin?: object }).admin, readOnly: false } }) as Field

/** A choice from a closed list: [value, Chinese label]. */
export const choice = (name: string, label: string, options: readonly (readonly [string, string])[], extra: Extra = {}): Field =>
  ({ ...base(name, label, extra), type: 'select', hasMany: extra.many ?? false, options: options.map(([value, words]) => ({ value, label: words })) }) as Field

export const link = (name: string, label: string, to: Slug, extra: Extra = {}): Field =>
  ({ ...base(name, label, extra), type: 'relationship', relationTo: to, hasMany: extra.many ?? false }) as Field

/** JSON kept as it is. The admin shows it in a field of ours, as text unless `shownBy` names another: Payload's loads an editor from a foreign host. */
export const json = (name: string, label: string, { shownBy = 'JsonField.client#JsonField', ...extra }: Extra & { shownBy?: string } = {}): Field =>
  ({
    ...base(name, label, extra),
    type: 'json',
    admin: { ...admin(extra), components: { Field: `@/components/admin/${shownBy}` } },
  }) as Field

/** A code that packages, rules and conditions refer to: unique within the office, never shown to residents. */
export const code = (help = '给系统用的短名，只用字母、数字、点、横线，例如 road-1；同一类里不能重复，定了不要改。'): Field => ({
  name: 'code',
  label: '代码',
  type: 'text',
  required: true,
  index: true,
  maxLength: 60,
  validate: (value: unknown) => (typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(value) ? true : '只用字母、数字、点、横线，60 个以内'),
  admin: { description: help },
})

/** Which office a row belongs to: the wall between offices and the later shard key (decisions.md 2). Filled in by a hook. */
export const office = ({ unique = false } = {}): Field => ({
  name: 'office',
  label: '街道',
  type: 'relationship',
  relationTo: SLUG.offices,
  index: true,
  unique,
  admin: { hidden: true },
})

/** A field that no door shows to anybody: hashes, keys, ciphers. */
export const sealed = (field: Field): Field =>
  ({ ...field, hidden: true, access: { read: nobody, create: nobody, update: nobody } }) as Field
