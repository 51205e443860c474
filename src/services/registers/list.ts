import type { Where } from 'payload'
import { countRows, findRows } from '@/db/rows'
import { decodeCursor, encodeCursor, keysetPage, keysetQuery, type KeysetOrder } from '@/db/keyset'
import { DomainError } from '@/domain/errors'
import { answerTo } from '@/domain/forms/names'
import { fieldsOf } from '@/domain/registers/fields'
import { compareKeys, fieldMatches, sortKey } from '@/domain/registers/filter'
import { normaliseText } from '@/domain/matter/text'
import type { Desk } from '@/services/desk/desk'
import { unitRef } from '@/services/desk/names'
import { unitNamed } from './units'
import { SLUG } from '@/slugs'
import { columnsOf, entryLine, headOf } from './present'
import { entriesWhere, subtreeWhere, type Register } from './register'
import { iso, type EntryRow } from './row'
import type { EntryPage, EntryQuery, RegisterVM } from './view'

export const PAGE_SIZE = 50
const MAX_PAGE = 200
/** More than this is not ordered by a field or filtered by one: such a register wants a narrower question. */
export const MOST_READ = 20_000

const DAY = 86_400_000

const COLUMNS = { title: {}, code: {}, editedAt: {}, reviewDue: { nullable: true } } as const satisfies Record<string, { nullable?: boolean }>
type Column = keyof typeof COLUMNS

const isColumn = (name: string): name is Column => Object.hasOwn(COLUMNS, name)

type Sort = { name: string; direction: 'asc' | 'desc' }

const sortOf = ({ sort = 'title' }: EntryQuery): Sort => (sort.startsWith('-') ? { name: sort.slice(1), direction: 'desc' } : { name: sort, direction: 'asc' })

const textWhere = (text: string | undefined): Where[] =>
  normaliseText(text ?? '').split(' ').filter(Boolean).slice(0, 8).map((term) => ({ searchText: { contains: term.slice(0, 60) } }))

const unitWhere = (desk: Desk, unit: string | undefined): Where[] => {
  if (!unit) return []
  const row = unitNamed(desk.model, unit)
  return [row ? subtreeWhere(row.path) : { id: { in: [] } }]
}

const STATES: Record<'open' | 'closed' | 'all', Where[]> = { open: [{ active: { not_equals: false } }], closed: [{ active: { equals: false } }], all: [] }

const reviewWhere = ({ def }: Register, { review }: EntryQuery, now: number): Where[] => {
  if (!review || !def.review) return []
  const late: Where = { reviewDue: { less_than_equal: iso(now - DAY) } }
  return review === 'late' ? [late] : [{ and: [{ reviewDue: { less_than_equal: iso(now + def.review.remindDays * DAY) } }, { reviewDue: { greater_than: iso(now - DAY) } }] }]
}

/** What a list asks for, as a condition of the database; fields are looked at afterwards. Nothing a person may not see gets through. */
export const queryWhere = (desk: Desk, register: Register, query: EntryQuery): Where => ({
  and: [entriesWhere(desk, register), ...STATES[query.state ?? 'open'], ...textWhere(query.text), ...unitWhere(desk, query.unit), ...reviewWhere(register, query, desk.now)],
})

const wantedFields = ({ def }: Register, { fields = {} }: EntryQuery) =>
  fieldsOf(def).flatMap((question) => {
    const wanted = Object.hasOwn(fields, question.key) ? fields[question.key] : undefined
    return wanted ? [{ question, wanted }] : []
  })

const fits = (wanted: ReturnType<typeof wantedFields>) => (row: EntryRow): boolean =>
  wanted.every(({ question, wanted: text }) => fieldMatches(question, answerTo(row.answers, question.key), text))

/** Every entry that answers to a query, in the order of names. Errors: `tooLarge` where there are more than can be read at once. */
export const allEntries = async (desk: Desk, register: Register, query: EntryQuery): Promise<EntryRow[]> => {
  const rows = (await findRows({ payload: desk.payload }, SLUG.entries, { where: queryWhere(desk, register, query), sort: ['title', 'id'], limit: MOST_READ + 1 })) as unknown as EntryRow[]
  if (rows.length > MOST_READ) throw new DomainError('tooLarge', { most: MOST_READ })
  return rows.filter(fits(wantedFields(register, query)))
}

const keyOf = (name: string) => (row: EntryRow): string | number | undefined => {
  if (name.startsWith('q.')) return sortKey(answerTo(row.answers, name.slice(2)))
  return isColumn(name) ? (row[name] ?? undefined) : row.title
}

type Asked = { query: EntryQuery; after?: string; limit: number }

/** Ordered by what the database has no column for: all of it is read, and the page cut after the row that ended the last one. */
const readOrdered = async (desk: Desk, register: Register, { query, after, limit }: Asked): Promise<{ rows: EntryRow[]; next?: string; total: number }> => {
  const { name, direction } = sortOf(query)
  const key = keyOf(name)
  const sign = direction === 'desc' ? -1 : 1
  const order: KeysetOrder = { column: name, direction, nullable: true }
  const rows = (await allEntries(desk, register, query)).sort((one, other) => compareKeys(key(one), key(other), sign) || (one.id < other.id ? -1 : 1))
  const from = after === undefined ? undefined : decodeCursor(order, after)
  const start = from ? rows.findIndex((row) => (compareKeys(key(row), from.value ?? undefined, sign) || (row.id < from.id ? -1 : row.id > from.id ? 1 : 0)) > 0) : 0
  const page = start < 0 ? [] : rows.slice(start, start + limit)
  const last = page.at(-1)
  const more = last !== undefined && start + limit < rows.length
  return { rows: page, total: rows.length, ...(more ? { next: encodeCursor(order, { value: key(last) ?? null, id: last.id }) } : {}) }
}

const readByColumn = async (desk: Desk, register: Register, { query, after, limit }: Asked, column: Column): Promise<{ rows: EntryRow[]; next?: string; total?: number }> => {
  const order: KeysetOrder = { column, direction: sortOf(query).direction, ...COLUMNS[column] }
  const where = queryWhere(desk, register, query)
  const found = (await findRows({ payload: desk.payload }, SLUG.entries, { ...keysetQuery(order, where, after), limit: limit + 1 })) as unknown as EntryRow[]
  const { rows, next } = keysetPage({ order, rows: found, limit, valueOf: (row) => row[column] })
  return { rows, ...(next ? { next } : {}), ...(after === undefined ? { total: await countRows({ payload: desk.payload }, SLUG.entries, where) } : {}) }
}

/** One page of a register's entries. Errors: `invalid` for a broken cursor, `tooLarge`. */
export const readEntries = async (desk: Desk, register: Register, { query, after, limit = PAGE_SIZE }: { query: EntryQuery; after?: string; limit?: number }): Promise<EntryPage> => {
  const asked: Asked = { query, after, limit: Math.min(MAX_PAGE, Math.max(1, Math.floor(limit) || PAGE_SIZE)) }
  const { name } = sortOf(query)
  const byColumn = isColumn(name) && wantedFields(register, query).length === 0
  const { rows, next, total } = byColumn ? await readByColumn(desk, register, asked, name) : await readOrdered(desk, register, asked)
  return { rows: rows.map((row) => entryLine(desk, register, row)), ...(next ? { next } : {}), ...(total === undefined ? {} : { total }) }
}

const FIELD = /^q\.([a-z][a-zA-Z0-9]{0,39})$/

const REVIEWS = ['late', 'soon'] as const
const CHOSEN_STATES = ['closed', 'all'] as const

/** The query that an address carries: text, unit, state, review, sort, and `q.<field>`. */
export const parseEntryQuery = (given: URLSearchParams): EntryQuery => {
  const fields = Object.fromEntries([...given].flatMap(([name, value]) => {
    const key = FIELD.exec(name)?.[1]
    return key && value ? [[key, value.slice(0, 200)]] : []
  }))
  const one = (name: string): string | undefined => given.get(name)?.slice(0, 200) || undefined
  const [text, unit, sort] = [one('text'), one('unit'), one('sort')]
  const state = CHOSEN_STATES.find((each) => each === given.get('state'))
  const review = REVIEWS.find((each) => each === given.get('review'))
  return { ...(text ? { text } : {}), ...(unit ? { unit } : {}), ...(sort ? { sort } : {}), ...(state ? { state } : {}), ...(review ? { review } : {}), ...(Object.keys(fields).length > 0 ? { fields } : {}) }
}

/** The first screen of a register. */
export const registerVM = async (desk: Desk, register: Register, query: EntryQuery): Promise<RegisterVM> => {
  const unitName = unitRef(desk, query.unit && unitNamed(desk.model, query.unit)?.id)?.name
  return { head: headOf(desk, register), columns: columnsOf(register.def, desk), titleKey: register.def.titleQuestion, query, page: await readEntries(desk, register, { query }), ...(unitName ? { unitName } : {}) }
}

/** How many entries are overdue for review, and how many soon will be, of those a person may see. */
export const reviewCounts = async (desk: Desk, register: Register): Promise<{ entries: number; late: number; soon: number }> => {
  const count = (query: EntryQuery): Promise<number> => countRows({ payload: desk.payload }, SLUG.entries, queryWhere(desk, register, query))
  const entries = await count({})
  return register.def.review ? { entries, late: await count({ review: 'late' }), soon: await count({ review: 'soon' }) } : { entries, late: 0, soon: 0 }
}

