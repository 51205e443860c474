import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { canonical } from '@/domain/canonical'
import { SLUG } from '@/slugs'

type Row = Record<string, unknown>

/** What reviewers read. Where a notice is pinned, its number and its dates of publication are the portal's, and no text. */
const CONTENT = [
  'code', 'title', 'column', 'issuer', 'writtenAt', 'body', 'cover', 'files', 'importance', 'validFrom', 'validUntil', 'kind', 'startsAt', 'endsAt', 'place', 'units', 'mustRead', 'readTeams', 'readUnits', 'readRoles',
] as const

const DATES: ReadonlySet<string> = new Set(['writtenAt', 'validFrom', 'validUntil', 'startsAt', 'endsAt'])

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)

const dense = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(dense)
  if (!value || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined).map(([key, inner]) => [key, dense(inner)]))
}

const valueOf = (key: string, value: unknown): unknown => (DATES.has(key) && !isEmpty(value) ? new Date(value as string).toISOString() : dense(value))

/** What of a stored notice is read, with its words in all languages; what is empty is left out, however the database says empty. */
export const contentOf = (row: Row): Row => Object.fromEntries(CONTENT.filter((key) => !isEmpty(row[key])).map((key) => [key, valueOf(key, row[key])]))

/** A digest of what is read: the same text gives the same, on every engine. */
export const digestOf = (row: Row): string => createHash('sha256').update(canonical(contentOf(row))).digest('hex')

/** The newest edition of a notice, drafts included, as it is stored; undefined when there is no such notice. */
export const newestEdition = async (req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>, id: string): Promise<(Row & { id: string }) | undefined> => {
  const { docs } = await req.payload.db.findVersions<Row>({
    collection: SLUG.notices, where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] }, sort: '-updatedAt', limit: 1, pagination: false, locale: 'all', req: req as PayloadRequest,
  })
  const version = docs[0]?.version
  if (version) return { ...version, id }
  const row = await req.payload.db.findOne<Row & { id: string }>({ collection: SLUG.notices, where: { id: { equals: id } }, locale: 'all', req: req as PayloadRequest })
  return row ?? undefined
}
