import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { findRows, insertRow, isNotUnique, updateRowIf } from '@/db/rows'
import { DomainError, type FieldError } from '@/domain/errors'
import { validateAnswers } from '@/domain/forms/validate'
import type { Answers } from '@/domain/forms/types'
import { cleanLine, codePoints } from '@/domain/matter/text'
import { ENTRY_CODE, nextEntryCode, searchTextOfEntry, titleOfEntry } from '@/domain/registers/fields'
import { nextReview } from '@/domain/registers/review'
import { now } from '@/lib/clock'
import type { Desk } from '@/services/desk/desk'
import { writeChangeSet } from '@/services/structure/changeSet'
import { editing } from '@/services/structure/editing'
import type { OfficeModel } from '@/services/structure/load'
import type { UnitRow } from '@/services/structure/rows'
import { SLUG } from '@/slugs'
import { changesBetween, keptOf } from './history'
import { searchLines } from './present'
import { entryHref, entryRow, mayOnEntry, type Register } from './register'
import { iso, ms, pathOf, type EntryRow } from './row'
import { unitNamed } from './units'
import type { EntryInput, SavedEntry } from './view'

const ADDRESS_MAX = 200

const refuse = (fields: FieldError[]): DomainError => new DomainError('invalid', {}, fields)

/** The entry as it was typed, checked against the register in force. */
export type Typed = { answers: Answers; unit?: UnitRow; address: string; lng: number | null; lat: number | null }

/** A millionth of a degree is a hand's breadth. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

const pointOf = ({ lng, lat }: EntryInput): { point: Pick<Typed, 'lng' | 'lat'>; errors: FieldError[] } => {
  const none = { lng: null, lat: null }
  if ((lng ?? null) === null && (lat ?? null) === null) return { point: none, errors: [] }
  const good = typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90
  return good ? { point: { lng: rounded(lng), lat: rounded(lat) }, errors: [] } : { point: none, errors: [{ field: 'lng', code: 'badDegrees' }] }
}

const unitOf = (model: OfficeModel, { def }: Register, given: string | null | undefined): { unit?: UnitRow; errors: FieldError[] } => {
  if (def.grid === 'none') return { errors: [] }
  if (!given) return { errors: def.grid === 'required' ? [{ field: 'unit', code: 'required' }] : [] }
  const unit = unitNamed(model, given)
  return unit && unit.active !== false ? { unit, errors: [] } : { errors: [{ field: 'unit', code: 'notOffered', params: { value: given } }] }
}

/** Checks everything that was typed for an entry, faults of all fields at once. */
export const checkEntry = (model: OfficeModel, register: Register, input: EntryInput): { typed: Typed; errors: FieldError[] } => {
  const { answers, errors, ended } = validateAnswers(register.def, input.answers)
  const address = typeof input.address === 'string' ? cleanLine(input.address) : ''
  const [{ unit, errors: unitErrors }, { point, errors: pointErrors }] = [unitOf(model, register, input.unit), pointOf(input)]
  return {
    typed: { answers, address, ...point, ...(unit ? { unit } : {}) },
    errors: [
      ...errors.map(({ key, code, params }): FieldError => ({ field: `q.${key}`, code, ...(params ? { params } : {}) })),
      ...(ended ? [{ field: `q.${ended.question}`, code: 'ended' }] : []),
      ...unitErrors, ...pointErrors,
      ...(codePoints(address) > ADDRESS_MAX ? [{ field: 'address', code: 'tooLong', params: { max: ADDRESS_MAX } }] : []),
    ],
  }
}

/** The columns of an entry that come from what was typed. */
export const columnsOfTyped = (register: Register, code: string, { answers, unit, address, lng, lat }: Typed) => ({
  version: register.version, title: titleOfEntry(register.def, answers), answers, unit: unit?.id ?? null, path: unit?.path ?? null, address, lng, lat,
  searchText: searchTextOfEntry({ code, address, lines: searchLines(register.def, answers) }),
})

/** The row of a new entry. */
export const newEntryRow = ({ model, register, code, typed, at, person }: { model: OfficeModel; register: Register; code: string; typed: Typed; at: number; person: string }): EntryRow => {
  const due = nextReview({ cycle: register.def.review, from: at, calendar: model.calendar })
  return {
    id: newId(), office: model.office.id, register: register.id, code, ...columnsOfTyped(register, code, typed), revision: 1, active: true, editedBy: person, editedAt: iso(at), createdAt: iso(at),
    reviewedAt: iso(at), reviewDue: due === undefined ? null : iso(due), remindedAt: null,
  }
}

/** Codes that a register has already. */
export const takenCodes = async (req: Pick<PayloadRequest, 'payload'>, register: Register): Promise<string[]> =>
  (await findRows(req, SLUG.entries, { where: { and: [{ office: { equals: register.rights.office } }, { register: { equals: register.id } }] }, select: { code: true } })).map(({ code }) => code)

const assertMay = (desk: Desk, register: Register, path: string): void => {
  if (!mayOnEntry(desk, register, 'edit', path)) throw new DomainError('notAllowed')
}

type Tx = { req: PayloadRequest; desk: Desk; register: Register }

const record = async ({ req }: Tx, before: EntryRow | null, after: EntryRow): Promise<void> => {
  await writeChangeSet({ req, collection: SLUG.entries, target: after.id, before: before && keptOf(before), after: keptOf(after) })
}

const codeFor = async ({ req, register }: Tx, wanted: string | undefined): Promise<string> => {
  const code = cleanLine(wanted ?? '')
  if (code === '') return nextEntryCode(await takenCodes(req, register))
  if (!ENTRY_CODE.test(code)) throw refuse([{ field: 'code', code: 'badCode' }])
  if (await entryRow(req, register, code)) throw refuse([{ field: 'code', code: 'codeTaken' }])
  return code
}

const create = async (tx: Tx, input: EntryInput, typed: Typed): Promise<SavedEntry> => {
  const { req, desk, register } = tx
  assertMay(desk, register, typed.unit?.path ?? '')
  const row = newEntryRow({ model: desk.model, register, code: await codeFor(tx, input.code), typed, at: now(), person: desk.me.id })
  await insertRow(req, SLUG.entries, row)
  await record(tx, null, row)
  return { code: row.code, href: entryHref(register, row), revision: 1 }
}

/** Somebody saved it since: who, when, and what differs. Nothing of what was typed is lost by it. */
const conflict = ({ desk, register }: Tx, row: EntryRow, typed: Typed | undefined): DomainError =>
  new DomainError('conflict', {
    revision: row.revision, at: ms(row.editedAt), by: desk.model.people.get(row.editedBy ?? '')?.name ?? '',
    changes: typed ? changesBetween(desk, register.def, keptOf(row), keptOf({ ...row, ...columnsOfTyped(register, row.code, typed) })) : [],
  })

type Known = { code: string; revision: number | undefined }

const needRow = async (tx: Tx, { code, revision }: Known, typed?: Typed): Promise<EntryRow> => {
  const row = await entryRow(tx.req, tx.register, code)
  if (!row || !mayOnEntry(tx.desk, tx.register, 'view', pathOf(row))) throw new DomainError('notFound')
  assertMay(tx.desk, tx.register, pathOf(row))
  if (revision !== row.revision) throw conflict(tx, row, typed)
  return row
}

const write = async (tx: Tx, before: EntryRow, changes: Partial<EntryRow>): Promise<SavedEntry> => {
  const { req, desk, register } = tx
  const after: EntryRow = { ...before, ...changes, revision: before.revision + 1, editedBy: desk.me.id, editedAt: iso(now()) }
  const { id, office: _office, register: _register, createdAt: _createdAt, ...columns } = after
  const moved = await updateRowIf(req, SLUG.entries, { and: [{ id: { equals: id } }, { revision: { equals: before.revision } }] }, columns)
  if (moved !== 1) throw conflict(tx, (await entryRow(req, register, before.code)) ?? before, undefined)
  await record(tx, before, after)
  return { code: after.code, href: entryHref(register, after), revision: after.revision }
}

const inTx = <T>(desk: Desk, register: Register, reason: unknown, work: (tx: Tx) => Promise<T>): Promise<T> =>
  editing({ desk, reason, work: (req) => work({ req, desk, register }) })

/**
 * Keeps an entry, new or changed: its fields are checked against the version in force, which it has from then on. Errors: `invalid` with every
 * faulty field, `notAllowed` (also for the place it would move to), `notFound`, `conflict` with who changed it, when and what.
 */
export const saveEntry = async (desk: Desk, register: Register, input: EntryInput, code?: string): Promise<SavedEntry> => {
  const { typed, errors } = checkEntry(desk.model, register, input)
  if (errors.length > 0) throw refuse(errors)
  try {
    return await inTx(desk, register, input.reason, async (tx) => {
      if (code === undefined) return create(tx, input, typed)
      const before = await needRow(tx, { code, revision: input.revision }, typed)
      assertMay(desk, register, typed.unit?.path ?? '')
      return write(tx, before, columnsOfTyped(register, before.code, typed))
    })
  } catch (error) {
    // Two people took the same number in the same moment.
    if (isNotUnique(error)) throw refuse([{ field: 'code', code: 'codeTaken' }])
    throw error
  }
}

const needReason = (reason: unknown): string => {
  const text = typeof reason === 'string' ? cleanLine(reason) : ''
  if (text === '') throw refuse([{ field: 'reason', code: 'required' }])
  return text
}

type Act = { code: string; revision: number | undefined; reason?: unknown }

/** Takes an entry out of use, or back into it; its history stays. Errors: `invalid` without a reason, and those of `saveEntry`. */
export const closeEntry = async (desk: Desk, register: Register, { code, revision, reason, open = false }: Act & { open?: boolean }): Promise<SavedEntry> => {
  const why = needReason(reason)
  return inTx(desk, register, why, async (tx) => {
    const before = await needRow(tx, { code, revision })
    const due = open ? nextReview({ cycle: register.def.review, from: ms(before.reviewedAt) ?? now(), calendar: desk.model.calendar }) : undefined
    return write(tx, before, { active: open, reviewDue: due === undefined ? null : iso(due), remindedAt: null })
  })
}

/** Notes that an entry was looked at and is right; the next review is reckoned from now. Errors: those of `saveEntry`. */
export const reviewEntry = (desk: Desk, register: Register, { code, revision, reason }: Act): Promise<SavedEntry> =>
  inTx(desk, register, reason, async (tx) => {
    const before = await needRow(tx, { code, revision })
    const at = now()
    const due = nextReview({ cycle: register.def.review, from: at, calendar: desk.model.calendar })
    return write(tx, before, { reviewedAt: iso(at), reviewDue: due === undefined ? null : iso(due), remindedAt: null })
  })
