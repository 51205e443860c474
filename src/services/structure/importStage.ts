import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { portalOf } from '@/db/portal'
import { findRow, findRows, insertRow, updateRowIf, type RowRequest } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import type { Sheet } from '@/domain/tables'
import { t, tMaybe } from '@/i18n'
import { now } from '@/lib/clock'
import { logger, newReference } from '@/lib/logger'
import type { StructureImport } from '@/payload-types'
import type { Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'
import type { ImportKind } from './importColumns'
import { readTableFile, type FileFault } from './importFile'
import { planImport, type ImportFault, type ImportPlan, type Merges } from './importPlan'
import type { StagedRow } from './importRow'
import { breathe, endProgress, progressOf, setProgress } from './importProgress'
import { viewOf, type ImportCounts, type ImportProblem, type ImportView } from './importView'
import { loadOfficeModel } from './load'

/** Of a file with many faults, so many are told. */
const FAULTS = 200
/** Files nobody decided about are let go after so many days. */
const KEPT_DAYS = 7
/** Work that says nothing for so long was left by a process that stopped; milliseconds. */
export const STALE = 120_000

const TABLE = { categories: SLUG.categories, units: SLUG.units } as const

export const tableOf = (kind: ImportKind): (typeof TABLE)[ImportKind] => TABLE[kind]

const iso = (at: number): string => new Date(at).toISOString()

/** What the rows of a kind were when a file was compared with them: ids, and when each was last changed. */
export const baseOf = async (req: RowRequest, kind: ImportKind, office: string): Promise<string> => {
  const hash = createHash('sha256')
  const levels = await findRows(req, SLUG.levels, { where: { office: { equals: office } }, sort: 'id', select: { order: true, updatedAt: true } })
  const rows = await findRows(req, tableOf(kind), { where: { office: { equals: office } }, sort: 'id', select: { path: true, updatedAt: true } })
  for (const { id, updatedAt } of [...levels, ...rows]) hash.update(`${id} ${updatedAt}\n`)
  return hash.digest('hex')
}

/** What is kept of a file: its rows as they would stand, and the sheet itself, to compare it again. */
export type Staged = { rows: StagedRow[]; sheet: Sheet; merges: Merges }

export const stagedOf = (row: StructureImport): Staged => {
  const kept = row.staged as Partial<Staged> | null
  return { rows: kept?.rows ?? [], sheet: kept?.sheet ?? [], merges: kept?.merges ?? {} }
}

const countsOf = (rows: readonly StagedRow[], problems: readonly ImportProblem[]): ImportCounts => {
  const count = (action: StagedRow['action']): number => rows.filter((row) => row.action === action).length
  return { add: count('add'), change: count('change'), same: count('same'), faults: problems.length }
}

const planned = async (desk: Desk, kind: ImportKind, given: { sheet: Sheet; merges?: Merges }): Promise<ImportPlan & { base: string }> => {
  const office = desk.model.office.id
  const base = await baseOf({ payload: desk.payload }, kind, office)
  const model = await loadOfficeModel(desk.payload, office)
  if (!model) throw new DomainError('notFound')
  return { ...planImport(kind, model, given), base }
}

type Change = Partial<Omit<StructureImport, 'id'>>

const keep = (desk: Desk, id: string, change: Change): Promise<0 | 1> => updateRowIf({ payload: desk.payload }, SLUG.imports, { id: { equals: id } }, change as never)

const stagedChange = ({ rows, faults, base }: ImportPlan & { base: string }, { sheet, merges = {} }: { sheet: Sheet; merges?: Merges }): Change => {
  const counts = countsOf(rows, faults)
  return {
    state: faults.length > 0 ? 'refused' : 'staged', staged: { rows, sheet, merges } as never, problems: faults.slice(0, FAULTS) as never, diff: counts, base, done: 0, total: counts.add + counts.change, error: null,
  }
}

const refusedFile = (code: FileFault): Change =>
  ({ state: 'refused', staged: null, problems: [{ code, params: {} }] as never, diff: { add: 0, change: 0, same: 0, faults: 1 }, done: 0, total: 0 })

type File = { name: string; bytes: Buffer }

const readIn = async (desk: Desk, id: string, { kind, file }: { kind: ImportKind; file: File }): Promise<void> => {
  const read = await readTableFile(file.bytes)
  if ('fault' in read) return void (await keep(desk, id, refusedFile(read.fault)))
  setProgress(id, { stage: 'checking', done: 0, total: Math.max(0, read.sheet.length - 1) })
  await breathe()
  await keep(desk, id, stagedChange(await planned(desk, kind, read), read))
}

const letGo = async (desk: Desk): Promise<void> => {
  const old = await findRows({ payload: desk.payload }, SLUG.imports, {
    where: { and: [{ office: { equals: desk.model.office.id } }, { kind: { in: ['categories', 'units'] } }, { state: { in: ['staged', 'refused', 'reading', 'failed'] } }, { requestedAt: { less_than: iso(now() - KEPT_DAYS * 86_400_000) } }] },
    select: { state: true },
  })
  for (const { id } of old) await keep(desk, id, { state: 'dropped', staged: null })
}

/** What stopped work on a file, kept with it. */
export const failed = async (desk: Desk, id: string, error: unknown): Promise<void> => {
  const stale = error instanceof DomainError && error.code === 'conflict'
  const reference = newReference()
  if (!stale) logger.error({ err: error, reference, import: id }, 'a spreadsheet could not be worked on')
  await updateRowIf({ payload: desk.payload }, SLUG.imports, { and: [{ id: { equals: id } }, { state: { in: ['reading', 'applying'] } }] }, { state: 'failed', error: stale ? 'stale' : reference })
}

export type Started = { id: string; /** Ends with the work that goes on after the answer; fails as it fails. */ work: Promise<void> }

/** Takes an uploaded file in; reading, checking and comparing go on while the page watches. Changes no structure. */
export const startStaging = async (desk: Desk, kind: ImportKind, file: File): Promise<Started> => {
  await letGo(desk)
  const [at, id] = [iso(now()), newId()]
  setProgress(id, { stage: 'reading', done: 0, total: 0 })
  await insertRow({ payload: desk.payload }, SLUG.imports, {
    id, office: desk.model.office.id, kind, name: file.name.slice(0, 200), state: 'reading', diff: { add: 0, change: 0, same: 0, faults: 0 }, requestedBy: desk.me.id, requestedAt: at, createdAt: at, updatedAt: at,
  })
  return { id, work: readIn(desk, id, { kind, file }).finally(() => endProgress(id)) }
}

/** As `startStaging`, to its end. */
export const stageImport = async (desk: Desk, kind: ImportKind, file: File): Promise<ImportView> => {
  const { id, work } = await startStaging(desk, kind, file)
  await work
  return importView(desk, id)
}

const faultWords = (desk: Desk, { row, code, params }: ImportFault): string =>
  [row === undefined ? '' : t(desk.lang, 'studioTerritory.import.at.row', { row }), tMaybe(desk.lang, `studioTerritory.fault.${code}`, params) ?? code].filter(Boolean).join(' ')

/**
 * Says of rows of a staged file that they mean something that stands already, and compares anew. Errors: `notFound`; `conflict` when it is not staged;
 * `invalid` with `detail.said` when the file cannot be meant so, or what is named does not stand.
 */
export const mergeRows = async (desk: Desk, id: string, merges: Merges): Promise<ImportView> => {
  const row = await importRow({ payload: desk.payload }, desk, id)
  if (row.state !== 'staged') throw new DomainError('conflict', { state: row.state })
  const kind = row.kind as ImportKind
  const known = kind === 'units' ? desk.model.units.byId : desk.model.categories.byId
  if (Object.values(merges).some((target) => !known.has(target))) throw new DomainError('invalid', {}, [{ field: 'merges', code: 'unknown' }])
  const given = { sheet: stagedOf(row).sheet, merges }
  const plan = await planned(desk, kind, given)
  if (plan.faults.length > 0) throw new DomainError('invalid', { said: plan.faults.slice(0, 5).map((fault) => ({ path: 'merges', text: faultWords(desk, fault) })) })
  const changed = await updateRowIf({ payload: desk.payload }, SLUG.imports, { and: [{ id: { equals: id } }, { state: { equals: 'staged' } }] }, stagedChange(plan, given) as never)
  if (changed !== 1) throw new DomainError('conflict')
  return importView(desk, id)
}

/** A staged file of this office and this person's kind of work. Errors: `notFound`. */
export const importRow = async (req: RowRequest | PayloadRequest, desk: Desk, id: string): Promise<StructureImport> => {
  const row = await findRow(req, SLUG.imports, { where: { and: [{ id: { equals: id } }, { office: { equals: desk.model.office.id } }, { kind: { in: ['categories', 'units'] } }] } })
  if (!row) throw new DomainError('notFound')
  return row
}

/** Work that a stopped process left is said to have failed: nothing of it was kept. */
const settled = async (desk: Desk, row: StructureImport): Promise<StructureImport> => {
  if (row.state !== 'reading' && row.state !== 'applying') return row
  // One process writes to SQLite: what it does not know of, nobody works on.
  const abandoned = progressOf(row.id) === undefined && portalOf(desk.payload).engine === 'sqlite'
  if (!abandoned && Date.parse(row.updatedAt) >= now() - STALE) return row
  await updateRowIf({ payload: desk.payload }, SLUG.imports, { and: [{ id: { equals: row.id } }, { state: { equals: row.state } }] }, { state: 'failed', error: 'stopped' })
  return importRow({ payload: desk.payload }, desk, row.id)
}

/** A kept file as its page shows it, and how far work on it is. Errors: `notFound`. */
export const importView = async (desk: Desk, id: string): Promise<ImportView> =>
  viewOf(await settled(desk, await importRow({ payload: desk.payload }, desk, id)), desk.lang)

/** Puts a kept file away. Errors: `notFound`; `conflict` when it was applied. */
export const dropImport = async (desk: Desk, id: string): Promise<void> => {
  const req: RowRequest = { payload: desk.payload }
  const row = await importRow(req, desk, id)
  const changed = await updateRowIf(req, SLUG.imports, { and: [{ id: { equals: row.id } }, { state: { in: ['refused', 'staged', 'failed'] } }] }, { state: 'dropped', staged: null })
  if (changed !== 1) throw new DomainError('conflict', { state: row.state })
}
