import { appendFile, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { CollectionSlug, FlattenedField, Payload } from 'payload'
import { newId } from '@/db/ids'
import { onMongo } from './engine'

/** A word that stands nowhere else in the world, in small letters as search texts keep them. */
export const MARK = 'zqxmark7431'

/** `slug.field` of everything in the configuration that refers to a collection. */
export const referencesTo = (payload: Payload, target: CollectionSlug): { slug: CollectionSlug; field: string }[] =>
  payload.config.collections.flatMap(({ slug, flattenedFields }) => flattenedFields.flatMap((field) => (isLinkTo(field, target) ? [{ slug: slug as CollectionSlug, field: field.name }] : [])))

const isLinkTo = (field: FlattenedField, target: string): boolean =>
  (field.type === 'relationship' || field.type === 'upload') && [field.relationTo].flat().includes(target as CollectionSlug)

const optionOf = (option: string | { value: string } | undefined): string => (typeof option === 'object' ? option.value : (option ?? ''))

// unique with its matter in some tables
let count = 1000

const valueOf = (field: FlattenedField): unknown => {
  if (field.type === 'text' || field.type === 'textarea') return `${MARK} ${newId()}`
  if (field.type === 'json') return { [MARK]: [`${MARK} inside`] }
  if (field.type === 'select') return optionOf(field.options[0] as string | { value: string } | undefined)
  if (field.type === 'number') return (count += 1)
  if (field.type === 'date') return '2020-01-01T00:00:00.000Z'
  return field.type === 'checkbox' ? false : undefined
}

/** A row of a collection with every field filled that can hold somebody's words, whatever fields it has today. */
export const markedRow = (payload: Payload, slug: CollectionSlug, given: Record<string, unknown>): Record<string, unknown> => {
  const fields = payload.collections[slug]!.config.flattenedFields
  const filled = Object.fromEntries(fields.flatMap((field) => ('localized' in field && field.localized ? [] : [[field.name, valueOf(field)] as const])).filter(([, value]) => value !== undefined))
  const at = '2020-01-01T00:00:00.000Z'
  return { ...filled, id: newId(), createdAt: at, updatedAt: at, ...given }
}

/** Fields of a collection that hold words. */
export const wordFields = (payload: Payload, slug: CollectionSlug): string[] =>
  payload.collections[slug]!.config.flattenedFields.filter(({ type }) => type === 'text' || type === 'textarea' || type === 'json').map(({ name }) => name)

const filesUnder = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))

const rowsWithMark = async (payload: Payload): Promise<string[]> => {
  const { db } = (payload.db as unknown as MongooseAdapter).connection
  const found: string[] = []
  for (const { collectionName } of (await db?.collections()) ?? []) {
    const rows = (await db?.collection(collectionName).find({}).toArray()) ?? []
    if (JSON.stringify(rows).toLowerCase().includes(MARK)) found.push(collectionName)
  }
  return found
}

/** Wherever the mark is left: in a file of the data folder (SQLite's database among them) or, on MongoDB, in a collection, whether Payload knows it or not. */
export const placesWithMark = async (payload: Payload, folder: string): Promise<string[]> => [...(await filesWithMark(folder)), ...(onMongo() ? await rowsWithMark(payload) : [])]

/** Every file below a folder that has the mark anywhere in its bytes, with what stands before it. */
const filesWithMark = async (folder: string): Promise<string[]> => {
  const found: string[] = []
  for (const file of await filesUnder(folder)) {
    const text = (await readFile(file)).toString('latin1').toLowerCase()
    const at = text.indexOf(MARK)
    if (at >= 0) found.push(`${path.relative(folder, file)} …${text.slice(Math.max(0, at - 120), at).replace(/[^ -~]/g, '·')}`)
  }
  return found
}

/** Writes the mark into the file of a photo, as if the picture showed it. */
export const markPhoto = (dir: string, id: string): Promise<void> => appendFile(path.join(dir, 'attachments', id.slice(-2), `${id}.jpg`), MARK)
