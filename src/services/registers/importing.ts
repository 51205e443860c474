import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { findRow, findRows, insertRow, insertRows, isNotUnique, updateRowIf } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { nextEntryCode } from '@/domain/registers/fields'
import { readHead, readRow, type FixedColumn, type ReadRow, type SheetColumns, type SheetFault } from '@/domain/registers/sheet'
import { columnName, MAX_ROWS, type Cell } from '@/domain/tables'
import { canonical } from '@/domain/canonical'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import { t, tMaybe } from '@/i18n'
import type { Desk } from '@/services/desk/desk'
import { writeBatch, type BatchChange } from '@/services/structure/batch'
import { editing } from '@/services/structure/editing'
import { readTableFile } from '@/services/structure/importFile'
import { SLUG } from '@/slugs'
import { changesBetween, keptOf } from './history'
import { mayOnEntry, type Register } from './register'
import { iso, pathOf, type EntryRow } from './row'
import { checkEntry, columnsOfTyped, newEntryRow, type Typed } from './save'
import type { EntryInput, ImportVM } from './view'
import { headWordsOf } from './words'

const MOST_FAULTS = 200
const MOST_SHOWN = 100

/** A row of a file that was checked: kept until it is applied, and checked once more then. */
type StagedRow = { row: number; code: string; revision?: number; kind: 'added' | 'changed' | 'same'; input: EntryInput }

type Plan = { rows: StagedRow[]; faults: SheetFault[]; shown: ImportVM['rows'] }

const entriesByCode = async (req: Pick<PayloadRequest, 'payload'>, register: Register): Promise<Map<string, EntryRow>> => {
  const rows = (await findRows(req, SLUG.entries, { where: { and: [{ office: { equals: register.rights.office } }, { register: { equals: register.id } }] } })) as unknown as EntryRow[]
  return new Map(rows.map((row) => [row.code, row]))
}

const inputOf = ({ raw, unit, address, lng, lat }: ReadRow): EntryInput => ({ answers: raw, unit: unit ?? null, address, lng: lng ?? null, lat: lat ?? null })

const FAULT_OF_FIELD: Record<string, string> = { unit: 'unit', address: 'address', lng: 'lng' }

/** What only the office knows of a row: its unit, and whether the person may write there. */
const officeFaults = (desk: Desk, register: Register, { row, input, before }: { row: number; input: EntryInput; before: EntryRow | undefined }): { typed: Typed; faults: SheetFault[] } => {
  const { typed, errors } = checkEntry(desk.model, register, input)
  const ofOffice = errors.filter(({ field }) => Object.hasOwn(FAULT_OF_FIELD, field)).map(({ field, code }): SheetFault => ({ row, column: '', code: field === 'unit' ? `unit.${code}` : code, params: { value: String(input.unit ?? '').slice(0, 60) } }))
  const barred = !mayOnEntry(desk, register, 'edit', typed.unit?.path ?? '') || (before !== undefined && !mayOnEntry(desk, register, 'edit', pathOf(before)))
  return { typed, faults: ofOffice.length > 0 ? ofOffice : barred ? [{ row, column: '', code: 'notYours' }] : [] }
}

const kindOf = (before: EntryRow | undefined, after: EntryRow): StagedRow['kind'] => {
  if (!before) return 'added'
  return canonical({ ...keptOf(before), version: '' }) === canonical({ ...keptOf(after), version: '' }) ? 'same' : 'changed'
}

const CELL = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell))

type Planning = { desk: Desk; register: Register; columns: SheetColumns['columns']; known: ReadonlyMap<string, EntryRow>; /** Codes of the register and of the rows so far, with the row that gave them. */ taken: Map<string, number>; /** The next code to propose. */ next: string; plan: Plan }

/** The code of a row, its own or the next one; and the fault of giving one twice. */
const codeOfRow = (planning: Planning, { row: number, code }: ReadRow): { code: string; faults: SheetFault[] } => {
  const { taken, next } = planning
  const other = code ? taken.get(code) : undefined
  const given = code ?? next
  taken.set(given, number)
  if (!code) planning.next = nextEntryCode([next])
  return { code: given, faults: other === undefined ? [] : [{ row: number, column: '', code: 'codeTwice', params: { other } }] }
}

const show = ({ desk, register, plan }: Planning, staged: StagedRow, before: EntryRow | undefined, after: EntryRow): void => {
  if (staged.kind === 'same' || plan.shown.length >= MOST_SHOWN) return
  plan.shown.push({ row: staged.row, kind: staged.kind, code: staged.code, title: after.title, changes: before ? changesBetween(desk, register.def, keptOf(before), keptOf(after)) : [] })
}

const CELL_OF: Record<string, FixedColumn> = { codeTwice: 'code', notYours: 'unit', tooLong: 'address', badDegrees: 'lng' }

/** The letter of the column that a fault is about; "" where the file has none. */
const columnOf = (columns: SheetColumns['columns'], { code }: SheetFault): string => {
  const wanted = CELL_OF[code] ?? 'unit'
  const at = columns.find((column) => 'fixed' in column && column.fixed === wanted)?.at
  return at === undefined ? '' : columnName(at)
}

const planRow = (planning: Planning, cells: readonly string[], number: number): void => {
  const { desk, register, columns, known, plan } = planning
  const read = readRow(register.def, columns, cells, number)
  if (!read) return
  const before = known.get(read.row.code ?? '')
  const input = inputOf(read.row)
  const { typed, faults } = officeFaults(desk, register, { row: number, input, before })
  const own = codeOfRow(planning, read.row)
  plan.faults.push(...read.faults, ...[...faults, ...own.faults].map((fault) => ({ ...fault, column: columnOf(columns, fault) })))
  const { code } = own
  const after: EntryRow = before ? { ...before, ...columnsOfTyped(register, code, typed) } : newEntryRow({ model: desk.model, register, code, typed, at: desk.now, person: desk.me.id })
  const staged: StagedRow = { row: number, code, kind: kindOf(before, after), input, ...(before ? { revision: before.revision } : {}) }
  plan.rows.push(staged)
  show(planning, staged, before, after)
}

const codesIn = (columns: SheetColumns['columns'], body: readonly (readonly string[])[]): string[] => {
  const at = columns.find((column) => 'fixed' in column && column.fixed === 'code')?.at
  return at === undefined ? [] : body.map((cells) => (cells[at] ?? '').trim())
}

const planRows = (desk: Desk, register: Register, sheet: readonly (readonly string[])[], known: ReadonlyMap<string, EntryRow>): Plan => {
  const [head = [], ...body] = sheet
  const { columns, faults } = readHead(register.def, head, [headWordsOf('zh'), headWordsOf('en')])
  const plan: Plan = { rows: [], faults: [...faults], shown: [] }
  if (faults.length > 0) return plan
  const planning: Planning = { desk, register, columns, known, taken: new Map(), next: nextEntryCode([...known.keys(), ...codesIn(columns, body)]), plan }
  body.forEach((cells, at) => planRow(planning, cells, at + 2))
  return plan
}

const wordsOfFault = (desk: Desk, { code, params }: SheetFault): string =>
  tMaybe(desk.lang, `registers.fault.${code}`, params) ?? tMaybe(desk.lang, `form.${code}`, params) ?? t(desk.lang, 'registers.fault.other')

const whereOf = (desk: Desk, { row, column }: SheetFault): string =>
  row === 0 ? '' : column ? t(desk.lang, 'registers.import.cell', { row, column }) : t(desk.lang, 'registers.import.row', { row })

type Stored = { id: string; kind: string; subject?: string | null; name?: string | null; state: ImportVM['state']; staged?: unknown; problems?: unknown; diff?: unknown; requestedBy?: unknown }
type Diff = Pick<ImportVM, 'added' | 'changed' | 'same' | 'rows'>

const vmOf = (row: Stored): ImportVM => {
  const diff = (row.diff ?? { added: 0, changed: 0, same: 0, rows: [] }) as Diff
  const problems = (row.problems ?? { faults: [], count: 0 }) as { faults: ImportVM['faults']; count: number }
  return { id: row.id, state: row.state, name: row.name ?? '', ...diff, faults: problems.faults, faultCount: problems.count }
}

const count = (rows: readonly StagedRow[], kind: StagedRow['kind']): number => rows.filter((row) => row.kind === kind).length

const planOf = async (desk: Desk, register: Register, bytes: Buffer): Promise<Plan> => {
  const read = await readTableFile(bytes)
  if ('fault' in read) return { rows: [], faults: [{ row: 0, column: '', code: read.fault }], shown: [] }
  if (read.sheet.length > MAX_ROWS + 1) return { rows: [], faults: [{ row: 0, column: '', code: 'tooManyRows', params: { most: MAX_ROWS } }], shown: [] }
  const plan = planRows(desk, register, read.sheet.map((row) => row.map(CELL)), await entriesByCode({ payload: desk.payload }, register))
  return plan.rows.length === 0 && plan.faults.length === 0 ? { ...plan, faults: [{ row: 0, column: '', code: 'noRows' }] } : plan
}

/** Reads a file of entries and says what it would do, row by row; nothing of the register changes. Faults of cells are told together. Errors: `notAllowed`. */
export const stageEntries = async (desk: Desk, register: Register, file: { name: string; bytes: Buffer }): Promise<ImportVM> => {
  const { rows, faults, shown } = await planOf(desk, register, file.bytes)
  const ordered = [...faults].sort((one, other) => one.row - other.row)
  const row: Stored & { requestedAt: string } = {
    id: newId(), kind: 'entries', subject: register.id, name: file.name.slice(0, 120), state: faults.length > 0 ? 'refused' : 'staged', requestedBy: desk.me.id, requestedAt: iso(now()),
    staged: faults.length > 0 ? null : { version: register.version, rows },
    problems: { count: faults.length, faults: ordered.slice(0, MOST_FAULTS).map((fault) => ({ where: whereOf(desk, fault), text: wordsOfFault(desk, fault) })) },
    diff: { added: count(rows, 'added'), changed: count(rows, 'changed'), same: count(rows, 'same'), rows: faults.length > 0 ? [] : shown },
  }
  await insertRow({ payload: desk.payload }, SLUG.imports, { ...row, office: desk.model.office.id } as never)
  return vmOf(row)
}

const storedImport = async (req: Pick<PayloadRequest, 'payload'>, desk: Desk, register: Register, id: string): Promise<Stored> => {
  const row = (await findRow(req, SLUG.imports, { where: { and: [{ id: { equals: id } }, { office: { equals: desk.model.office.id } }, { kind: { equals: 'entries' } }, { subject: { equals: register.id } }] } })) as unknown as Stored | undefined
  // A file shows entries: only whoever brought it sees it.
  if (!row || idOf(row.requestedBy) !== desk.me.id) throw new DomainError('notFound')
  return row
}

/** A file that was read in before, by whoever brought it. Errors: `notFound`. */
export const readImport = async (desk: Desk, register: Register, id: string): Promise<ImportVM> => vmOf(await storedImport({ payload: desk.payload }, desk, register, id))

const stale = (): DomainError => new DomainError('conflict', { fault: 'changedSince' })

type Applying = { req: PayloadRequest; desk: Desk; register: Register; known: ReadonlyMap<string, EntryRow> }

/** What a staged row writes now: checked anew, since rights, units and entries may have changed. */
const changeOf = ({ desk, register, known }: Applying, staged: StagedRow, at: number): { before: EntryRow | undefined; after: EntryRow } => {
  const before = known.get(staged.code)
  if (before?.revision !== staged.revision) throw stale()
  const { typed, errors } = checkEntry(desk.model, register, staged.input)
  const barred = !mayOnEntry(desk, register, 'edit', typed.unit?.path ?? '') || (before !== undefined && !mayOnEntry(desk, register, 'edit', pathOf(before)))
  if (errors.length > 0) throw stale()
  if (barred) throw new DomainError('notAllowed')
  if (!before) return { before, after: newEntryRow({ model: desk.model, register, code: staged.code, typed, at, person: desk.me.id }) }
  return { before, after: { ...before, ...columnsOfTyped(register, staged.code, typed), revision: before.revision + 1, editedBy: desk.me.id, editedAt: iso(at) } }
}

const writeAll = async (applying: Applying, changes: readonly { before: EntryRow | undefined; after: EntryRow }[]): Promise<void> => {
  const { req } = applying
  await insertRows(req, SLUG.entries, changes.flatMap(({ before, after }) => (before ? [] : [after])))
  for (const { before, after } of changes) {
    if (!before) continue
    const { id, office: _office, register: _register, createdAt: _createdAt, ...columns } = after
    if ((await updateRowIf(req, SLUG.entries, { and: [{ id: { equals: id } }, { revision: { equals: before.revision } }] }, columns)) !== 1) throw stale()
  }
}

/** Writes a checked file whole, or nothing of it, as one change. Errors: `conflict` where something changed since it was checked, `notAllowed`, `notFound`. */
export const applyImport = async (desk: Desk, register: Register, { id, reason }: { id: string; reason?: unknown }): Promise<ImportVM> => {
  try {
    return await editing({ desk, reason, work: async (req) => {
      const row = await storedImport(req, desk, register, id)
      const staged = row.staged as { version: string; rows: StagedRow[] } | null
      if (row.state !== 'staged' || !staged || staged.version !== register.version) throw stale()
      const applying: Applying = { req, desk, register, known: await entriesByCode(req, register) }
      const at = now()
      const changes = staged.rows.filter(({ kind }) => kind !== 'same').map((each) => changeOf(applying, each, at))
      await writeAll(applying, changes)
      const batch = await writeBatch(req, {
        office: desk.model.office.id, label: t('zh', 'registers.import.batch', { register: register.def.name.zh, name: row.name ?? '' }),
        changes: changes.map(({ before, after }): BatchChange => ({ collection: SLUG.entries, target: after.id, before: before ? keptOf(before) : null, after: keptOf(after) })),
      })
      await updateRowIf(req, SLUG.imports, { and: [{ id: { equals: id } }, { state: { equals: 'staged' } }] }, { state: 'applied', appliedAt: iso(at), batch, staged: null, done: changes.length, total: changes.length })
      return { ...vmOf(row), state: 'applied' }
    } })
  } catch (error) {
    if (isNotUnique(error)) throw stale()
    throw error
  }
}
