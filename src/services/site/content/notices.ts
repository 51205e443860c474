import type { Payload, Where } from 'payload'
import { decodeCursor, encodeCursor, keysetPage, keysetQuery, type KeysetOrder } from '@/db/keyset'
import { DomainError } from '@/domain/errors'
import { say, type Lang } from '@/domain/words'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import type { Notice } from '@/payload-types'
import type { OfficeModel } from '@/services/structure/load'
import { wordsOf } from '@/lib/wordsOf'
import { SLUG } from '@/slugs'
import { foundOf, holdsAll, type Found } from './found'
import { plainText } from './plainText'
import { unitByCode, unitTrail } from '../units'

const PER_PAGE = 12

export type NoticeItem = { path: string; title: string; column?: string; publishedAt: number; pinned?: boolean; summary?: string; importance?: 'important' | 'urgent'; /** No longer valid. */ ended?: boolean }

export type Column = { id: string; code: string; name: string; purpose?: string }

/** The columns of the office that residents read, in their order. */
export const columnsOf = async (payload: Payload, model: OfficeModel, lang: Lang): Promise<Column[]> => {
  const { docs } = await payload.db.find<{ id: string; code: string; name: unknown; purpose?: unknown; order?: number }>({
    collection: SLUG.columns, where: { and: [{ office: { equals: model.office.id } }, { internal: { not_equals: true } }] }, sort: ['order', 'code'], pagination: false, limit: 0, locale: 'all',
  })
  return docs.map(({ id, code, name, purpose }) => ({ id, code, name: say(wordsOf(name), lang), ...(purpose && say(wordsOf(purpose), lang) ? { purpose: say(wordsOf(purpose), lang) } : {}) }))
}

const timeNow = (): string => new Date(now()).toISOString()

// Published by a time that has come; drafts and what is for the staff never (the collection's own access decides that once more).
export const out = (model: OfficeModel): Where => ({ and: [{ office: { equals: model.office.id } }, { internal: { not_equals: true } }, { publishedAt: { less_than_equal: timeNow() } }] })

/** What lists show: nothing that was filed away. */
export const listed = (model: OfficeModel): Where => ({ and: [out(model), { archived: { not_equals: true } }] })

const valid = (): Where => ({ or: [{ validUntil: { exists: false } }, { validUntil: { greater_than: timeNow() } }] })

const forAll: Where = { forUnits: { not_equals: true } }

/** For everybody, or for one of these units as well (a unit with all above it). */
export const forThose = (units: readonly string[]): Where => (units.length === 0 ? forAll : { or: [forAll, { units: { in: [...units] } }] })

type Read = { payload: Payload; lang: Lang; where: Where; sort?: string[]; limit: number }

export const readNotices = async ({ payload, lang, where, sort = ['-publishedAt', '-id'], limit }: Read): Promise<Notice[]> => {
  const { docs } = await payload.find({ collection: SLUG.notices, where, sort, limit, pagination: false, depth: 0, locale: lang, overrideAccess: false, draft: false })
  return docs
}

const isPast = (at: string | null | undefined): boolean => Boolean(at) && Date.parse(at ?? '') <= now()

const pinnedNow: () => Where = () => ({ and: [{ pinned: { equals: true } }, { or: [{ pinnedUntil: { exists: false } }, { pinnedUntil: { greater_than: timeNow() } }] }, valid()] })

const isPinned = (row: Notice): boolean => row.pinned === true && !isPast(row.pinnedUntil) && !isPast(row.validUntil)

const itemOf = (row: Notice, columns: readonly Column[], pinned = false): NoticeItem => {
  const column = columns.find(({ id }) => id === idOf(row.column))?.name
  return {
    path: `/notices/${row.code}`, title: row.title, ...(column ? { column } : {}), publishedAt: Date.parse(row.publishedAt ?? row.createdAt), ...(pinned && isPinned(row) ? { pinned: true } : {}),
    ...(row.importance === 'important' || row.importance === 'urgent' ? { importance: row.importance } : {}), ...(isPast(row.validUntil) ? { ended: true } : {}),
  }
}

/** The newest notices for the home page: pinned ones first, each once. What is no longer valid is looked for in the list. */
export const latestNotices = async (payload: Payload, model: OfficeModel, lang: Lang, limit = 5): Promise<NoticeItem[]> => {
  const columns = await columnsOf(payload, model, lang)
  const base: Where = { and: [listed(model), forAll, valid()] }
  const pinned = await readNotices({ payload, lang, where: { and: [base, pinnedNow()] }, limit })
  const rest = await readNotices({ payload, lang, where: { and: [base, { id: { not_in: pinned.map(({ id }) => id) } }] }, limit })
  return [...pinned, ...rest].slice(0, limit).map((row) => itemOf(row, columns, true))
}

/** Notices that were written for one of these units (a unit with all above it). */
export const noticesFor = async (payload: Payload, model: OfficeModel, units: readonly string[], lang: Lang): Promise<NoticeItem[]> => {
  const columns = await columnsOf(payload, model, lang)
  const rows = await readNotices({ payload, lang, where: { and: [listed(model), { units: { in: [...units] } }] }, limit: 5 })
  return rows.map((row) => itemOf(row, columns))
}

const OLDER: KeysetOrder = { column: 'publishedAt', direction: 'desc' }
const NEWER: KeysetOrder = { column: 'publishedAt', direction: 'asc' }

const at = (row: Notice): string => new Date(row.publishedAt ?? row.createdAt).toISOString()

const cursorOf = (order: KeysetOrder, row: Notice | undefined): string | undefined => (row ? encodeCursor(order, { value: at(row), id: row.id }) : undefined)

type Choice = { column?: string | undefined; unit?: string | undefined }

const pathWith = (given: Record<string, string | undefined>): string => {
  const query = new URLSearchParams(Object.entries(given).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))).toString()
  return query ? `/notices?${query}` : '/notices'
}

const address = (choice: Choice, name: 'older' | 'newer', cursor: string | undefined): string | undefined => cursor && pathWith({ ...choice, [name]: cursor })

export type NoticeQuery = { column?: string; unit?: string; older?: string; newer?: string }

const sound = (order: KeysetOrder, cursor: string | undefined): string | undefined => {
  if (!cursor) return undefined
  try {
    decodeCursor(order, cursor)
    return cursor
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid') return undefined
    throw error
  }
}

type Turn = { order: KeysetOrder; cursor?: string }

const turnOf = ({ older, newer }: NoticeQuery): Turn => {
  const back = sound(NEWER, newer)
  return back ? { order: NEWER, cursor: back } : { order: OLDER, cursor: sound(OLDER, older) }
}

type Shown = Turn & { rows: readonly Notice[]; next: string | undefined; choice: Choice }

const neighbours = ({ order, cursor, rows, next, choice }: Shown) => {
  const back = order === NEWER
  const newer = back ? next : cursor && cursorOf(NEWER, rows[0])
  const older = back ? cursorOf(OLDER, rows.at(-1)) : next
  return { newerPath: address(choice, 'newer', newer), olderPath: address(choice, 'older', older) }
}

export const columnPath = ({ code }: Pick<Column, 'code'>): string => pathWith({ column: code })

/** The choice of one column, or of all. */
const choiceOf = (column: Column | undefined, { current, unit }: { current: Column | undefined; unit: string | undefined }) =>
  ({ code: column?.code ?? '', name: column?.name, path: pathWith({ column: column?.code, unit }), current: column?.id === current?.id })

/** Pinned notices stand above the newest ones and are not turned with them. */
const MOST_PINNED = 50

const pinnedRows = (payload: Payload, lang: Lang, base: Where): Promise<Notice[]> => readNotices({ payload, lang, where: { and: [base, pinnedNow()] }, limit: MOST_PINNED })

const unitIn = (model: OfficeModel, lang: Lang, code: string | undefined) => {
  const unit = code ? unitByCode(model, code) : undefined
  return unit && { code: unit.code, name: say(unit.name, lang), path: `/grid/${encodeURIComponent(unit.code)}`, trail: unitTrail(model, unit).map(({ id }) => id) }
}

const feedOf = (column: Column | undefined, unit: { code: string } | undefined): string => {
  if (column) return `/feeds/columns/${encodeURIComponent(column.code)}`
  return unit ? `/feeds/units/${encodeURIComponent(unit.code)}` : '/feeds/notices'
}

type Turned = { payload: Payload; lang: Lang; base: Where; turn: Turn; choice: Choice }

/** The rows of one page in their order, with the pinned ones above the first. */
const turned = async ({ payload, lang, base, turn, choice }: Turned) => {
  const above = await pinnedRows(payload, lang, base)
  const { where, sort } = keysetQuery(turn.order, { and: [base, { id: { not_in: above.map(({ id }) => id) } }] }, turn.cursor)
  const page = keysetPage({ order: turn.order, rows: await readNotices({ payload, lang, where, sort, limit: PER_PAGE + 1 }), limit: PER_PAGE, valueOf: at })
  const rows = turn.order === NEWER ? [...page.rows].reverse() : page.rows
  const beside = neighbours({ ...turn, rows, next: page.next, choice })
  return { rows: [...(beside.newerPath ? [] : above), ...rows], beside }
}

/**
 * One page of notices by key, the pinned ones above the first, with the addresses of its neighbours: for everybody, or for a unit as well. A
 * cursor that is none of ours shows the first page.
 */
export const noticeList = async (payload: Payload, model: OfficeModel, lang: Lang, query: NoticeQuery) => {
  const columns = await columnsOf(payload, model, lang)
  const column = columns.find(({ code }) => code === query.column)
  const unit = unitIn(model, lang, query.unit)
  const choice: Choice = { column: column?.code, unit: unit?.code }
  const base: Where = { and: [listed(model), forThose(unit?.trail ?? []), ...(column ? [{ column: { equals: column.id } }] : [])] }
  const { rows, beside } = await turned({ payload, lang, base, turn: turnOf(query), choice })
  return {
    columns: [undefined, ...columns].map((each) => choiceOf(each, { current: column, unit: unit?.code })),
    ...(column?.purpose ? { purpose: column.purpose } : {}),
    ...(unit ? { unit: { code: unit.code, name: unit.name, path: unit.path } } : {}),
    feed: feedOf(column, unit), path: pathWith(choice), items: rows.map((row) => itemOf(row, columns, true)), ...beside,
  }
}

/** The newest notices whose title or text holds the words looked for. */
export const searchNotices = async (payload: Payload, model: OfficeModel, lang: Lang, query: string): Promise<Found[]> => {
  const rows = await readNotices({ payload, lang, where: { and: [listed(model), forAll] }, limit: SEARCHED })
  return rows
    .map((row) => ({ row, text: plainText(row.body).replace(/\n/g, ' ') }))
    .filter(({ row, text }) => holdsAll(`${row.title} ${text}`, query))
    .slice(0, 20)
    .map(({ row, text }) => foundOf(`/notices/${row.code}`, row.title, text, query))
}

/** How many notices back a search looks. */
const SEARCHED = 300
