import type { Payload, Where } from 'payload'
import { countRows, findRow, findRows } from '@/db/rows'
import { keysetPage, keysetQuery, type KeysetOrder } from '@/db/keyset'
import { localDate } from '@/domain/clocks'
import { DomainError } from '@/domain/errors'
import { normaliseText } from '@/domain/matter/text'
import { hoursIn, openState, type OpenState } from '@/domain/registers/openingHours'
import { fieldsOf, publicPart, publicTitle } from '@/domain/registers/fields'
import type { MapSymbol } from '@/domain/registers/types'
import { say, type Lang } from '@/domain/words'
import { t } from '@/i18n'
import { now } from '@/lib/clock'
import { cellText } from '@/services/registers/present'
import { publicEntryPath, registerById, registersInForce, type Register } from '@/services/registers/register'
import { ms, type EntryRow } from '@/services/registers/row'
import type { OfficeModel } from '@/services/structure/load'
import { registerVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import { withinNames } from '../units'

type Here = { payload: Payload; model: OfficeModel; lang: Lang }

export type PlaceRegister = { code: string; name: string; intro: string; symbol?: MapSymbol; path: string; count: number }
export type PlaceLine = { code: string; title: string; path: string; hint: string; open?: OpenState }
export type PlaceListView = { register: PlaceRegister; query?: string; items: PlaceLine[]; nextPath?: string; total?: number }
export type PlacePageView = { register: PlaceRegister; title: string; open?: OpenState; lines: { label: string; text: string }[]; where: string; checked?: string; path: string; reportPath: string }

const pathOf = (register: Register): string => `/places/${encodeURIComponent(register.code)}`

const inUse = (register: Register): Where => ({ and: [{ office: { equals: register.rights.office } }, { register: { equals: register.id } }, { active: { not_equals: false } }] })

const headOf = async ({ payload, lang }: Here, register: Register): Promise<PlaceRegister> => {
  const { def } = register
  return {
    code: register.code, name: say(def.name, lang), intro: say(def.intro, lang), path: pathOf(register), count: await countRows({ payload }, SLUG.entries, inUse(register)),
    ...(def.symbol ? { symbol: def.symbol } : {}),
  }
}

/** Whether there is a register that residents may read. */
export const hasOpenRegisters = async (here: Omit<Here, 'lang'>): Promise<boolean> => (await registersInForce(here)).some(({ def }) => def.open)

/** The registers that residents may read. */
export const openRegisters = async (here: Here): Promise<PlaceRegister[]> => {
  const open = (await registersInForce(here)).filter(({ def }) => def.open)
  return Promise.all(open.map((register) => headOf(here, register)))
}

/** A register that residents may read, by its code. Errors: `notFound`. */
const needOpen = async (here: Here, code: string): Promise<Register> => {
  const register = await registerById(here, here.model.registers.byCode.get(code)?.id)
  if (!register?.def.open) throw new DomainError('notFound')
  return register
}

type Shown = { title: string; answers: ReturnType<typeof publicPart> }

/** What residents may read of an entry; its title stands for nothing where its field is not public. */
const shownOf = async ({ payload }: Here, register: Register, row: EntryRow): Promise<Shown> => {
  const then = await registerVersion(payload, row.version)
  const parts = { now: register.def, then, answers: row.answers }
  return { title: publicTitle(parts), answers: publicPart(parts) }
}

const nameless = ({ lang }: Here, register: Register, { code }: EntryRow): string => t(lang, 'registers.site.nameless', { register: say(register.def.name, lang), code })

const whereOf = ({ model, lang }: Here, { unit, address }: EntryRow): string => {
  const row = unit ? model.units.byId.get(unit) : undefined
  const named = row ? [...withinNames(model, row, lang), say(row.name, lang)].join(' › ') : ''
  return [named, address].filter(Boolean).join(' · ')
}

const PAGE = 40
// By code, not by name: a name that is not public must not stand in a cursor either.
const ORDER: KeysetOrder = { column: 'code', direction: 'asc' }
const MOST_SEARCHED = 2000

/** Whether an entry is open now, where its register asks for hours and they can be read. */
const openOf = ({ model }: Here, { def }: Register, answers: Shown['answers']): { open?: OpenState } => {
  const text = def.hoursQuestion === undefined ? undefined : answers[def.hoursQuestion]
  const hours = typeof text === 'string' ? hoursIn(text) : undefined
  const open = hours && openState(hours, now(), model.calendar)
  return open ? { open } : {}
}

const lineOf = async (here: Here, register: Register, row: EntryRow): Promise<PlaceLine & { text: string }> => {
  const { title, answers } = await shownOf(here, register, row)
  const where = whereOf(here, row)
  const facts = fieldsOf(register.def).filter(({ key }) => key !== register.def.titleQuestion).map((question) => cellText(question, answers, here.lang)).filter(Boolean)
  const name = title || nameless(here, register, row)
  return { code: row.code, title: name, path: publicEntryPath(register, row), ...openOf(here, register, answers), hint: [...facts.slice(0, 2), where].filter(Boolean).join(' · '), text: normaliseText([name, ...facts, where, row.code].join(' ')) }
}

const plain = ({ text: _text, ...line }: PlaceLine & { text: string }): PlaceLine => line

/** Looks only through what residents may read: the search must not tell what the page does not. */
const found = async (here: Here, register: Register, query: string): Promise<PlaceLine[]> => {
  const rows = (await findRows({ payload: here.payload }, SLUG.entries, { where: inUse(register), sort: ['code', 'id'], limit: MOST_SEARCHED })) as unknown as EntryRow[]
  const terms = normaliseText(query).split(' ').filter(Boolean).slice(0, 6)
  const lines = await Promise.all(rows.map((row) => lineOf(here, register, row)))
  return lines.filter(({ text }) => terms.every((term) => text.includes(term))).map(plain)
}

/** The entries of an open register, by code, page by page; or those that a few words find. Errors: `notFound`, `invalid` for a broken cursor. */
export const placeList = async (here: Here, code: string, asked: { q?: string; after?: string }): Promise<PlaceListView> => {
  const register = await needOpen(here, code)
  const head = await headOf(here, register)
  const query = asked.q?.trim().slice(0, 60)
  if (query) {
    const items = await found(here, register, query)
    return { register: head, query, items: items.slice(0, PAGE), total: items.length }
  }
  const rows = (await findRows({ payload: here.payload }, SLUG.entries, { ...keysetQuery(ORDER, inUse(register), asked.after), limit: PAGE + 1 })) as unknown as EntryRow[]
  const page = keysetPage({ order: ORDER, rows, limit: PAGE, valueOf: ({ code: own }) => own })
  const items = (await Promise.all(page.rows.map((row) => lineOf(here, register, row)))).map(plain)
  return { register: head, items, ...(page.next ? { nextPath: `${head.path}?after=${encodeURIComponent(page.next)}` } : {}) }
}

const openEntry = async ({ payload }: Pick<Here, 'payload'>, register: Register, code: string): Promise<EntryRow | undefined> =>
  (await findRow({ payload }, SLUG.entries, { where: { and: [inUse(register), { code: { equals: code } }] } })) as unknown as EntryRow | undefined

/** One entry of an open register, with its public fields. Errors: `notFound`, also for entries out of use. */
export const placePage = async (here: Here, code: string, entry: string): Promise<PlacePageView> => {
  const register = await needOpen(here, code)
  const row = await openEntry(here, register, entry)
  if (!row) throw new DomainError('notFound')
  const { title, answers } = await shownOf(here, register, row)
  const lines = fieldsOf(register.def).filter(({ key }) => key !== register.def.titleQuestion).map((question) => ({ label: say(question.label, here.lang), text: cellText(question, answers, here.lang) })).filter(({ text }) => text !== '')
  const checked = ms(row.reviewedAt)
  const path = publicEntryPath(register, row)
  return {
    register: await headOf(here, register), title: title || nameless(here, register, row), lines, where: whereOf(here, row), path, ...openOf(here, register, answers),
    ...(register.def.review && checked !== undefined ? { checked: localDate(checked, here.model.calendar) } : {}),
    reportPath: `/report?p=${encodeURIComponent(`${register.code}/${row.code}`)}`,
  }
}

/** A place that a link to the report names: the entry, its unit and how it is called. Undefined for anything residents cannot see. */
export type ReportPlace = { entry: string; register: string; code: string; unit?: string; name: string; address: string; /** The one type residents may report about it, where there is just one. */ type?: string }

const linked = async (here: Here, link: string): Promise<{ register: Register; row: EntryRow } | undefined> => {
  const [, code = '', entry = ''] = /^([^/]{1,64})\/([^/]{1,64})$/.exec(link) ?? []
  const register = await registerById(here, here.model.registers.byCode.get(code)?.id)
  const row = register?.def.open ? await openEntry(here, register, entry) : undefined
  return register && row ? { register, row } : undefined
}

const openUnit = ({ model }: Here, { unit: id }: EntryRow): { unit?: string } => {
  const unit = id ? model.units.byId.get(id) : undefined
  return unit && unit.active !== false ? { unit: unit.code } : {}
}

const onlyType = ({ model }: Here, { def }: Register): { type?: string } => {
  const [type, ...more] = model.types.all.filter((row) => row.active !== false && row.openBy.includes('resident') && def.matterTypes.includes(row.code))
  return type && more.length === 0 ? { type: type.code } : {}
}

export const reportPlace = async (here: Here, link: string): Promise<ReportPlace | undefined> => {
  const found = await linked(here, link)
  if (!found) return undefined
  const { register, row } = found
  const { title } = await shownOf(here, register, row)
  return { entry: row.id, register: register.code, code: row.code, name: title || nameless(here, register, row), address: row.address ?? '', ...openUnit(here, row), ...onlyType(here, register) }
}

/** Whether a report of a type may keep the entry it was begun at: its register names the type, and both are still there. */
export const mayKeepEntry = async (here: Here, entry: string, type: { code: string }): Promise<boolean> => {
  const row = (await findRow({ payload: here.payload }, SLUG.entries, { where: { and: [{ id: { equals: entry } }, { active: { not_equals: false } }] } })) as unknown as EntryRow | undefined
  const register = await registerById(here, row?.register)
  return Boolean(register?.def.open && register.def.matterTypes.includes(type.code))
}
