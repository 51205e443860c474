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
/** A save: what comes, what the newest edition says, and what is stored. */
type Save = { req: PayloadRequest; data: Row; original: Row; stored: Row }

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

const KEPT = ['publishedAt', 'number', 'archived'] as const

/** What the portal alone writes: a client's words on it are not heard. Code of the portal itself, which has no user, brings what it must. */
const kept = ({ req, data, stored }: Save): Row => {
  const heard = (key: (typeof KEPT)[number]): boolean => !req.user || (key === 'archived' && req.context.chainAct === 'archive')
  return Object.fromEntries(KEPT.map((key) => [key, heard(key) ? (data[key] ?? stored[key]) : stored[key]]))
}

const internalOf = async (req: PayloadRequest, column: string | undefined): Promise<boolean> =>
  column ? (await findRow(req, SLUG.columns, { where: { id: { equals: column } }, select: { internal: true } }))?.internal === true : false

/** A date as it is compared; nothing is the beginning of time. */
const instant = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : 0)

const given = ({ data, original }: Pick<Save, 'data' | 'original'>, key: string): unknown => (data[key] === undefined ? original[key] : data[key])

/** The date on the document is not later than its publication, and stays from then on. */
const checkWritten = (save: Save, publishing: boolean): void => {
  const { req, data, stored } = save
  if (!req.user) return
  if (stored.publishedAt && data.writtenAt !== undefined && instant(data.writtenAt) !== instant(stored.writtenAt)) throw refuse(req, 'writtenKept')
  if (publishing && instant(given(save, 'writtenAt')) > now()) throw refuse(req, 'writtenLate')
}

const isPublishing = ({ req, data }: Save): boolean => data._status === 'published' && req.context.noticeSavesDraft !== 'restored'

/** What follows from the column and the units a notice is for. */
const derived = async (save: Save): Promise<Row> => {
  const units = given(save, 'units')
  return { internal: await internalOf(save.req, idOf(given(save, 'column'))), forUnits: Array.isArray(units) && units.length > 0 }
}

const firstTime = async (save: Save): Promise<Row> => {
  const at = now()
  const [office, column] = [idOf(given(save, 'office')), idOf(given(save, 'column'))]
  return { publishedAt: iso(at), ...(office && column ? { number: await nextNumber(save.req, { office, column, at }) } : {}) }
}

const storedOf = async (req: PayloadRequest, id: unknown): Promise<Row> =>
  typeof id === 'string' ? (((await findRow(req, SLUG.notices, { where: { id: { equals: id } } })) as unknown as Row | undefined) ?? {}) : {}

/**
 * The date of publication is set by the portal when something is published for the first time, and by nobody else on any door (国办秘函〔2019〕19号:
 * a forged date fails the whole site); with it the number. The date on the document stays from then on.
 */
export const keepDates: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const save: Save = { req, data, original: (originalDoc ?? {}) as Row, stored: await storedOf(req, originalDoc?.id) }
  const publishing = isPublishing(save)
  checkWritten(save, publishing)
  const row: Row = { ...data, ...kept(save), ...(await derived(save)) }
  if (publishing && req.user && req.context.chainAct !== 'archive') row.archived = false
  return publishing && !row.publishedAt ? { ...row, ...(await firstTime(save)) } : row
}
