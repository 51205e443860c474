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

const PER_PAGE = 12

export type NoticeItem = { path: string; title: string; column?: string; publishedAt: number; pinned?: boolean; summary?: string }

type Column = { id: string; code: string; name: string }

/** The columns of the office, in their order. */
export const columnsOf = async (payload: Payload, model: OfficeModel, lang: Lang): Promise<Column[]> => {
  const { docs } = await payload.db.find<{ id: string; code: string; name: unknown; order?: number }>({
    collection: SLUG.columns, where: { office: { equals: model.office.id } }, sort: ['order', 'code'], pagination: false, limit: 0, locale: 'all',
  })
  return docs.map(({ id, code, name }) => ({ id, code, name: say(wordsOf(name), lang) }))
}

// Published by a time that has come; drafts never (the collection's own access decides that once more).
const out = (model: OfficeModel): Where => ({ and: [{ office: { equals: model.office.id } }, { publishedAt: { less_than_equal: new Date(now()).toISOString() } }] })

type Read = { payload: Payload; lang: Lang; where: Where; sort?: string[]; limit: number }

const read = async ({ payload, lang, where, sort = ['-publishedAt', '-id'], limit }: Read): Promise<Notice[]> => {
  const { docs } = await payload.find({ collection: SLUG.notices, where, sort, limit, pagination: false, depth: 0, locale: lang, overrideAccess: false, draft: false })
  return docs
}

const itemOf = (row: Notice, columns: readonly Column[], pinned = false): NoticeItem => {
  const column = columns.find(({ id }) => id === idOf(row.column))?.name
  return { path: `/notices/${row.code}`, title: row.title, ...(column ? { column } : {}), publishedAt: Date.parse(row.publishedAt ?? row.createdAt), ...(pinned && row.pinned ? { pinned: true } : {}) }
}

/** The newest notices for the home page: pinned ones first, each once. */
export const latestNotices = async (payload: Payload, model: OfficeModel, lang: Lang, limit = 5): Promise<NoticeItem[]> => {
  const columns = await columnsOf(payload, model, lang)
  const rows = await read({ payload, lang, where: out(model), sort: ['-pinned', '-publishedAt', '-id'], limit })
  return rows.map((row) => itemOf(row, columns, true))
}

/** Notices that were written for one of these units (a unit with all above it). */
export const noticesFor = async (payload: Payload, model: OfficeModel, units: readonly string[], lang: Lang): Promise<NoticeItem[]> => {
  const columns = await columnsOf(payload, model, lang)
  const rows = await read({ payload, lang, where: { and: [out(model), { units: { in: [...units] } }] }, limit: 5 })
  return rows.map((row) => itemOf(row, columns))
}

const OLDER: KeysetOrder = { column: 'publishedAt', direction: 'desc' }
const NEWER: KeysetOrder = { column: 'publishedAt', direction: 'asc' }

const at = (row: Notice): string => new Date(row.publishedAt ?? row.createdAt).toISOString()

const cursorOf = (order: KeysetOrder, row: Notice | undefined): string | undefined => (row ? encodeCursor(order, { value: at(row), id: row.id }) : undefined)

const address = (column: string | undefined, name: 'older' | 'newer', cursor: string | undefined): string | undefined =>
  cursor && `/notices?${new URLSearchParams({ ...(column ? { column } : {}), [name]: cursor }).toString()}`

export type NoticeQuery = { column?: string; older?: string; newer?: string }

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

type Shown = Turn & { rows: readonly Notice[]; next: string | undefined; column: Column | undefined }

const neighbours = ({ order, cursor, rows, next, column }: Shown) => {
  const back = order === NEWER
  const newer = back ? next : cursor && cursorOf(NEWER, rows[0])
  const older = back ? cursorOf(OLDER, rows.at(-1)) : next
  return { newerPath: address(column?.code, 'newer', newer), olderPath: address(column?.code, 'older', older) }
}

const columnPath = ({ code }: Column): string => `/notices?column=${encodeURIComponent(code)}`

/** The choice of one column, or of all. */
const choiceOf = (column: Column | undefined, current: Column | undefined) =>
  ({ code: column?.code ?? '', name: column?.name, path: column ? columnPath(column) : '/notices', current: column?.id === current?.id })

/** Pinned notices stand above the newest ones and are not turned with them. */
const MOST_PINNED = 50

const pinnedRows = (payload: Payload, lang: Lang, base: Where): Promise<Notice[]> => read({ payload, lang, where: { and: [base, { pinned: { equals: true } }] }, limit: MOST_PINNED })

/** One page of notices by key, the pinned ones above the first, with the addresses of its neighbours. A cursor that is none of ours shows the first page. */
export const noticeList = async (payload: Payload, model: OfficeModel, lang: Lang, query: NoticeQuery) => {
  const columns = await columnsOf(payload, model, lang)
  const column = columns.find(({ code }) => code === query.column)
  const turn = turnOf(query)
  const base: Where = column ? { and: [out(model), { column: { equals: column.id } }] } : out(model)
  const { where, sort } = keysetQuery(turn.order, { and: [base, { pinned: { not_equals: true } }] }, turn.cursor)
  const page = keysetPage({ order: turn.order, rows: await read({ payload, lang, where, sort, limit: PER_PAGE + 1 }), limit: PER_PAGE, valueOf: at })
  const rows = turn.order === NEWER ? [...page.rows].reverse() : page.rows
  const beside = neighbours({ ...turn, rows, next: page.next, column })
  const above = beside.newerPath ? [] : await pinnedRows(payload, lang, base)
  return {
    columns: [undefined, ...columns].map((each) => choiceOf(each, column)),
    items: [...above, ...rows].map((row) => itemOf(row, columns, true)),
    ...beside,
  }
}

/** One published notice by its code. Errors: `notFound`. */
export const noticeByCode = async (payload: Payload, model: OfficeModel, lang: Lang, code: string) => {
  const [row] = await read({ payload, lang, where: { and: [out(model), { code: { equals: code } }] }, limit: 1 })
  if (!row) throw new DomainError('notFound')
  const column = (await columnsOf(payload, model, lang)).find(({ id }) => id === idOf(row.column))
  const units = (row.units ?? []).flatMap((unit) => model.units.byId.get(idOf(unit) ?? '') ?? [])
  return {
    body: row.body,
    view: {
      title: row.title,
      ...(column ? { column: { text: column.name, path: columnPath(column) } } : {}),
      publishedAt: Date.parse(at(row)),
      state: 'valid' as const,
      ...(units.length > 0 ? { concerns: units.map((unit) => say(unit.name, lang)) } : {}),
      attachments: [],
      related: [],
    },
  }
}

const ALERT_TEXT = 60

/** The notice that stands above every page, while it is urgent. */
export const currentAlert = async (payload: Payload, model: OfficeModel, lang: Lang) => {
  const time = new Date(now()).toISOString()
  const where: Where = { and: [out(model), { alert: { equals: true } }, { or: [{ alertUntil: { exists: false } }, { alertUntil: { greater_than: time } }] }] }
  const [row] = await read({ payload, lang, where, limit: 1 })
  if (!row) return undefined
  const text = plainText(row.body)
  return { title: row.title, text: text.length > ALERT_TEXT ? `${text.slice(0, ALERT_TEXT)}…` : text, path: `/notices/${row.code}` }
}

/** The newest notices whose title or text holds the words looked for. */
export const searchNotices = async (payload: Payload, model: OfficeModel, lang: Lang, query: string): Promise<Found[]> => {
  const rows = await read({ payload, lang, where: out(model), limit: SEARCHED })
  return rows
    .map((row) => ({ row, text: plainText(row.body).replace(/\n/g, ' ') }))
    .filter(({ row, text }) => holdsAll(`${row.title} ${text}`, query))
    .slice(0, 20)
    .map(({ row, text }) => foundOf(`/notices/${row.code}`, row.title, text, query))
}

/** How many notices back a search looks. */
const SEARCHED = 300
