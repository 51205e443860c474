import type { FlattenedField } from 'payload'

type Data = Record<string, unknown>

const isRecord = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

const isWords = (field: FlattenedField): boolean => 'localized' in field && field.localized === true

const isNeeded = (field: FlattenedField): boolean => isWords(field) && 'required' in field && field.required === true

const localesIn = (fields: readonly FlattenedField[], data: Data): string[] => [
  ...new Set(fields.filter(isWords).flatMap(({ name }) => (isRecord(data[name]) ? Object.entries(data[name]).filter(([, value]) => value !== null && value !== undefined).map(([locale]) => locale) : []))),
]

const inLists = (field: FlattenedField, value: unknown): unknown => {
  if (!Array.isArray(value)) return value
  if (field.type === 'array') return value.map((row: unknown) => (isRecord(row) ? withAllWords(field.flattenedFields, row) : row))
  if (field.type !== 'blocks') return value
  return value.map((row: unknown) => {
    const block = isRecord(row) ? field.blocks.find(({ slug }) => slug === row.blockType) : undefined
    return block && isRecord(row) ? withAllWords(block.flattenedFields, row) : row
  })
}

/**
 * A row's words of one language are one row of the database, in which needed ones may not be missing: where others are written in a language,
 * a needed one that is not becomes empty. Empty words are read as none.
 */
export const withAllWords = (fields: readonly FlattenedField[], data: Data): Data => {
  const locales = localesIn(fields, data)
  const filled = fields.filter((field) => isNeeded(field) && isRecord(data[field.name])).map(({ name }) => [name, { ...Object.fromEntries(locales.map((locale) => [locale, ''])), ...present(data[name] as Data) }])
  const lists = fields.filter((field) => (field.type === 'array' || field.type === 'blocks') && field.name in data).map((field) => [field.name, inLists(field, data[field.name])])
  return { ...data, ...Object.fromEntries(filled), ...Object.fromEntries(lists) }
}

const present = (words: Data): Data => Object.fromEntries(Object.entries(words).filter(([, value]) => value !== null && value !== undefined))
