import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload'
import { findRow } from '@/db/rows'
import { t } from '@/i18n'
import { idOf } from '@/lib/idOf'
import { langOf } from '@/lib/langOf'
import { now } from '@/lib/clock'
import { wordsOf } from '@/lib/wordsOf'
import { takeNumber } from '@/services/matters/counter'
import { SLUG } from '@/slugs'

type Row = Record<string, unknown>

const iso = (at: number): string => new Date(at).toISOString()

const yearIn = async (req: PayloadRequest, office: string, at: number): Promise<string> => {
  const row = await findRow(req, SLUG.offices, { where: { id: { equals: office } }, select: { timeZone: true } })
  return new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: row?.timeZone ?? 'Asia/Shanghai' }).format(at)
}

/** The next number of a column in a year, e.g. 建街发〔2026〕3号 (党政机关公文格式). */
const nextNumber = async (req: PayloadRequest, { office, column, at }: { office: string; column: string; at: number }): Promise<string> => {
  const row = await findRow(req, SLUG.columns, { where: { id: { equals: column } } })
  const year = await yearIn(req, office, at)
  const serial = await takeNumber(req, office, `notice.${column}.${year}`)
  return t('zh', 'publishing.number', { head: row?.numbering || wordsOf(row?.name).zh, year, n: serial })
}

const refuse = (req: PayloadRequest, key: 'writtenKept' | 'writtenLate'): APIError<null> => new APIError<null>(t(langOf(req), `publishing.refused.${key}`), 409, null, true)

/** What the portal alone writes: a client's words on it are not heard. Code of the portal itself, which has no user, brings what it must. */
const own = (req: PayloadRequest, data: Row, stored: Row | undefined): Row => {
  if (!req.user) return { publishedAt: data.publishedAt ?? stored?.publishedAt, number: data.number ?? stored?.number, archived: data.archived ?? stored?.archived }
  const archiving = req.context.chainAct === 'archive'
  return { publishedAt: stored?.publishedAt, number: stored?.number, archived: archiving ? data.archived : stored?.archived }
}

const internalOf = async (req: PayloadRequest, column: string | undefined): Promise<boolean> =>
  column ? (await findRow(req, SLUG.columns, { where: { id: { equals: column } }, select: { internal: true } }))?.internal === true : false

const isLater = (one: unknown, at: number): boolean => typeof one === 'string' && Date.parse(one) > at

/**
 * The date of publication is set by the portal when something is published for the first time, and by nobody else on any door (国办秘函〔2019〕19号:
 * a forged date fails the whole site); with it the number. The date on the document stays from then on.
 */
export const keepDates: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const id = typeof originalDoc?.id === 'string' ? originalDoc.id : undefined
  const stored = id ? ((await findRow(req, SLUG.notices, { where: { id: { equals: id } } })) as unknown as Row | undefined) : undefined
  const kept = own(req, data, stored)
  const first = !kept.publishedAt
  if (!first && req.user && data.writtenAt !== undefined && data.writtenAt !== (stored?.writtenAt ?? null) && new Date(String(data.writtenAt ?? 0)).getTime() !== new Date(String(stored?.writtenAt ?? 0)).getTime()) throw refuse(req, 'writtenKept')
  const column = idOf(data.column ?? originalDoc?.column)
  const units: unknown = data.units === undefined ? originalDoc?.units : data.units
  const row: Row = { ...data, ...kept, internal: await internalOf(req, column), forUnits: Array.isArray(units) && units.length > 0 }
  const publishing = data._status === 'published' && req.context.noticeSavesDraft !== 'restored'
  if (publishing && req.user && req.context.chainAct !== 'archive') row.archived = false
  if (!publishing || !first) return row
  const at = now()
  if (req.user && isLater(data.writtenAt ?? originalDoc?.writtenAt, at)) throw refuse(req, 'writtenLate')
  const office = idOf(data.office ?? originalDoc?.office)
  return { ...row, publishedAt: iso(at), number: kept.number ?? (office && column ? await nextNumber(req, { office, column, at }) : null) }
}
