import type { CollectionSlug, FlattenedField, Payload, PayloadRequest } from 'payload'

type Args = {
  req: Partial<PayloadRequest> & { payload: Payload }
  collection: CollectionSlug
  id: string
  data: Record<string, unknown>
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const isList = (field: FlattenedField): boolean =>
  field.type === 'array' || field.type === 'blocks' || ('hasMany' in field && field.hasMany === true)

const isLocalized = (field: FlattenedField): boolean => 'localized' in field && field.localized === true

const isPolymorphic = (field: FlattenedField): boolean => 'relationTo' in field && Array.isArray(field.relationTo)

const hasTableOfItsOwn = (field: FlattenedField, value: unknown): boolean => {
  if (isList(field) || isLocalized(field) || isPolymorphic(field)) return true
  return (field.type === 'group' || field.type === 'tab') && isRecord(value) && touchesOtherTables(field.flattenedFields, value)
}

const touchesOtherTables = (fields: FlattenedField[], data: Record<string, unknown>): boolean =>
  fields.some((field) => field.name in data && hasTableOfItsOwn(field, data[field.name]))

/**
 * What to hand to the SQLite adapter to change only `data`: the adapter changes single columns of the main table, but takes
 * anything that lives in tables beside it (lists, languages) for the whole row, and would empty the rest.
 */
export const mergeForWrite = async ({ req, collection, id, data }: Args): Promise<Record<string, unknown>> => {
  const fields = req.payload.collections[collection]?.config.flattenedFields ?? []
  if (!touchesOtherTables(fields, data)) return data
  const { docs } = await req.payload.db.find<Record<string, unknown>>({ collection, where: { id: { equals: id } }, limit: 1, pagination: false, req })
  return { ...docs[0], ...data }
}
