import type { FlattenedField } from 'payload'

import { newId } from './ids'

type Data = Record<string, unknown>

const isRecord = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

const subFields = (field: FlattenedField): FlattenedField[] =>
  field.type === 'array' || field.type === 'group' || field.type === 'tab' ? field.flattenedFields : []

const isList = (field: FlattenedField): boolean => field.type === 'array' || field.type === 'blocks'

const inValue = (field: FlattenedField, value: unknown): unknown => {
  if (Array.isArray(value) && isList(field)) {
    return value.map((row: unknown) => (isRecord(row) ? { id: newId(), ...withRowIds(subFields(field), row) } : row))
  }
  if (!isRecord(value)) return value
  // a list per language
  if (isList(field)) return Object.fromEntries(Object.entries(value).map(([locale, rows]) => [locale, inValue(field, rows)]))
  return withRowIds(subFields(field), value)
}

/** The same data with an id in every row of a list that has none; above the adapter, a hook of Payload does this. */
export const withRowIds = (fields: FlattenedField[], data: Data): Data => {
  const nested = fields.filter((field) => field.name in data && (isList(field) || subFields(field).length > 0))
  return { ...data, ...Object.fromEntries(nested.map((field) => [field.name, inValue(field, data[field.name])])) }
}
