import type { PayloadRequest } from 'payload'
import { countRows, deleteRows, findRow, findRows, updateRowIf } from '@/db/rows'
import { canonical } from '@/domain/canonical'
import { DomainError } from '@/domain/errors'
import { t } from '@/i18n'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import type { ChangeSet } from '@/payload-types'
import type { Desk } from '@/services/desk/desk'
import { writeBatch, type BatchChange } from '@/services/structure/batch'
import { editing } from '@/services/structure/editing'
import { SLUG } from '@/slugs'
import { keptOf, type Kept } from './history'
import { mayOnEntry, type Register } from './register'
import { iso, pathOf, type EntryRow } from './row'
import { columnsOfTyped } from './save'
import type { DoneImport } from './view'

type Req = Pick<PayloadRequest, 'payload'>

const importOf = async (req: Req, desk: Desk, register: Register, { id, by }: { id?: string; by?: string } = {}) => {
  const [row] = await findRows(req, SLUG.imports, {
    where: { and: [{ office: { equals: desk.model.office.id } }, { kind: { equals: 'entries' } }, { subject: { equals: register.id } }, { state: { equals: 'applied' } }, ...(id ? [{ id: { equals: id } }] : []), ...(by ? [{ requestedBy: { equals: by } }] : [])] },
    sort: '-id', limit: 1,
  })
  const head = row?.batch ? await findRow(req, SLUG.changes, { where: { id: { equals: row.batch } } }) : undefined
  return row && head ? { row, head } : undefined
}

type Found = NonNullable<Awaited<ReturnType<typeof importOf>>>

const doneOf = (desk: Desk, { row, head }: Found, undone: boolean): DoneImport =>
  ({ id: row.id, by: desk.model.people.get(idOf(row.requestedBy) ?? '')?.name ?? t(desk.lang, 'registers.import.gone'), name: row.name ?? '', at: Date.parse(row.appliedAt ?? row.createdAt), count: head.count ?? 0, undone })

/** Whether somebody may edit every entry that a file wrote and that is still there. */
const reaches = async (req: Req, { desk, register, head }: { desk: Desk; register: Register; head: string }): Promise<boolean> => {
  const members = new Set((await findRows(req, SLUG.changes, { where: { and: [{ batch: { equals: head } }, { table: { equals: SLUG.entries } }] }, select: { target: true } })).map(({ target }) => target))
  const entries = (await findRows(req, SLUG.entries, { where: { register: { equals: register.id } } })) as unknown as EntryRow[]
  return entries.every((entry) => !members.has(entry.id) || mayOnEntry(desk, register, 'edit', pathOf(entry)))
}

/** The last file in this register that the person could have written, who did, and whether it was taken back. */
export const lastImport = async (desk: Desk, register: Register): Promise<DoneImport | undefined> => {
  const req = { payload: desk.payload }
  const newest = await importOf(req, desk, register)
  const own = !newest || idOf(newest.row.requestedBy) === desk.me.id || (await reaches(req, { desk, register, head: newest.head.id }))
  const found = own ? newest : await importOf(req, desk, register, { by: desk.me.id })
  return found && doneOf(desk, found, Boolean(found.head.undoneBy))
}

const same = (row: EntryRow, kept: Kept): boolean => canonical(keptOf(row)) === canonical(kept)

const isUsed = async (req: Req, id: string): Promise<boolean> =>
  (await countRows(req, SLUG.matters, { entry: { equals: id } })) > 0 || (await countRows(req, SLUG.checks, { entry: { equals: id } })) > 0

type Taking = { req: PayloadRequest; desk: Desk; register: Register }

const asItWas = ({ desk, register }: Taking, { code, answers, unit, address, lng, lat, active, version }: Kept): Partial<EntryRow> => {
  const place = unit ? desk.model.units.byId.get(unit) : undefined
  return { ...columnsOfTyped(register, code, { answers, address: address ?? '', lng: lng ?? null, lat: lat ?? null, ...(place ? { unit: place } : {}) }), version, active }
}

const update = async ({ req, desk }: Taking, row: EntryRow, columns: Partial<EntryRow>): Promise<BatchChange> => {
  const after: EntryRow = { ...row, ...columns, revision: row.revision + 1, editedBy: desk.me.id, editedAt: iso(now()) }
  const { id, office: _office, register: _register, createdAt: _createdAt, ...written } = after
  if ((await updateRowIf(req, SLUG.entries, { and: [{ id: { equals: id } }, { revision: { equals: row.revision } }] }, written)) !== 1) throw new DomainError('conflict', { fault: 'changedSince' })
  return { collection: SLUG.entries, target: id, before: keptOf(row), after: keptOf(after) }
}

/** What was added goes, or is closed where matters or rounds are about it; what was changed becomes what it was. */
const takeBack = async (taking: Taking, { before }: ChangeSet, row: EntryRow): Promise<BatchChange> => {
  if (before) return update(taking, row, asItWas(taking, before as unknown as Kept))
  if (await isUsed(taking.req, row.id)) return update(taking, row, { active: false, reviewDue: null })
  await deleteRows(taking.req, SLUG.entries, { and: [{ id: { equals: row.id } }, { revision: { equals: row.revision } }] })
  return { collection: SLUG.entries, target: row.id, before: keptOf(row), after: null }
}

const takeAllBack = async (taking: Taking, members: readonly ChangeSet[], rows: ReadonlyMap<string, EntryRow>): Promise<BatchChange[]> => {
  const changes: BatchChange[] = []
  for (const member of members) {
    const entry = rows.get(member.target)
    if (!entry) continue
    if (!mayOnEntry(taking.desk, taking.register, 'edit', pathOf(entry))) throw new DomainError('notAllowed')
    changes.push(await takeBack(taking, member, entry))
  }
  return changes
}

const NAMED = 20

const assertUntouched = (desk: Desk, members: readonly ChangeSet[], rows: ReadonlyMap<string, EntryRow>): void => {
  const touched = members.filter(({ target, after }) => { const row = rows.get(target); return !row || !same(row, after as unknown as Kept) })
  if (touched.length === 0) return
  const names = touched.slice(0, NAMED).map(({ label, target }) => rows.get(target)?.title ?? label ?? '')
  throw new DomainError('conflict', { fault: 'importTouched', said: [{ path: '', text: t(desk.lang, 'registers.import.touched', { n: touched.length, names: names.join('、') }) }] })
}

/**
 * Takes back a file of entries, whoever had written it, as one new change: by somebody who may edit every entry in it. All of it or nothing: where somebody changed an entry since, it says which.
 * Errors: `notFound`; `notAllowed`; `conflict` with `detail.said`, or when it was taken back already.
 */
export const undoEntries = (desk: Desk, register: Register, { id, reason }: { id: string; reason?: unknown }): Promise<DoneImport> =>
  editing({ desk, reason, work: async (req) => {
    const found = await importOf(req, desk, register, { id })
    if (!found) throw new DomainError('notFound')
    const { head } = found
    if (head.undoneBy) throw new DomainError('conflict', { undone: true })
    const members = (await findRows(req, SLUG.changes, { where: { and: [{ batch: { equals: head.id } }, { table: { equals: SLUG.entries } }] }, sort: '-id' }))
    const entries = (await findRows(req, SLUG.entries, { where: { register: { equals: register.id } } })) as unknown as EntryRow[]
    const rows = new Map(entries.map((entry) => [entry.id, entry]))
    assertUntouched(desk, members, rows)
    const changes = await takeAllBack({ req, desk, register }, members, rows)
    req.context.undoes = head.id
    const by = await writeBatch(req, { office: desk.model.office.id, label: head.label ?? '', changes })
    const marked = await updateRowIf(req, SLUG.changes, { and: [{ id: { equals: head.id } }, { undoneBy: { exists: false } }] }, { undoneBy: by })
    if (marked !== 1) throw new DomainError('conflict', { undone: true })
    return doneOf(desk, found, true)
  } })
