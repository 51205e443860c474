import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { findRow, findRows, insertRow, updateRowIf, type RowRequest } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { now } from '@/lib/clock'
import type { StructureImport } from '@/payload-types'
import type { Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'
import type { ImportKind } from './importColumns'
import { readTableFile, type FileFault } from './importFile'
import { planImport, type ImportFault, type StagedRow } from './importPlan'
import { loadOfficeModel } from './load'

/** Of a file with many faults, so many are told. */
const FAULTS = 200

export type ImportProblem = ImportFault | { row?: undefined; column?: undefined; code: FileFault; params: Record<string, string | number> }

/** How many rows a file adds, changes, and leaves as they are. */
export type ImportCounts = { add: number; change: number; same: number; faults: number }

/** A staged file as its page shows it. */
export type ImportView = {
  id: string; kind: ImportKind; name: string; state: 'refused' | 'staged' | 'applying' | 'applied' | 'failed' | 'dropped'
  rows: { line: number; id: string; action: StagedRow['action']; code: string; name: string; parent?: string; fields: string[] }[]
  problems: ImportProblem[]; counts: ImportCounts; batch?: string; appliedAt?: string
}

const TABLE = { categories: SLUG.categories, units: SLUG.units } as const

export const tableOf = (kind: ImportKind): (typeof TABLE)[ImportKind] => TABLE[kind]

/** What the rows of a kind were when a file was compared with them: ids, and when each was last changed. */
export const baseOf = async (req: RowRequest, kind: ImportKind, office: string): Promise<string> => {
  const hash = createHash('sha256')
  const levels = await findRows(req, SLUG.levels, { where: { office: { equals: office } }, sort: 'id', select: { order: true, updatedAt: true } })
  const rows = await findRows(req, tableOf(kind), { where: { office: { equals: office } }, sort: 'id', select: { path: true, updatedAt: true } })
  for (const { id, updatedAt } of [...levels, ...rows]) hash.update(`${id} ${updatedAt}\n`)
  return hash.digest('hex')
}

const countsOf = (rows: readonly StagedRow[], problems: readonly ImportProblem[]): ImportCounts => {
  const count = (action: StagedRow['action']): number => rows.filter((row) => row.action === action).length
  return { add: count('add'), change: count('change'), same: count('same'), faults: problems.length }
}

const planOf = async (desk: Desk, kind: ImportKind, bytes: Buffer): Promise<{ rows: StagedRow[]; problems: ImportProblem[] }> => {
  const read = await readTableFile(bytes)
  if ('fault' in read) return { rows: [], problems: [{ code: read.fault, params: {} }] }
  const model = await loadOfficeModel(desk.payload, desk.model.office.id)
  if (!model) throw new DomainError('notFound')
  const { rows, faults } = planImport(kind, model, read.sheet)
  return { rows, problems: faults }
}

/** Reads an uploaded file, compares it with what stands, and keeps the result until it is applied. Changes no structure. */
export const stageImport = async (desk: Desk, kind: ImportKind, file: { name: string; bytes: Buffer }): Promise<ImportView> => {
  const req: RowRequest = { payload: desk.payload }
  const office = desk.model.office.id
  const base = await baseOf(req, kind, office)
  const { rows, problems } = await planOf(desk, kind, file.bytes)
  const at = new Date(now()).toISOString()
  const counts = countsOf(rows, problems)
  const id = await insertRow(req, SLUG.imports, {
    id: newId(), office, kind, name: file.name.slice(0, 200), state: problems.length > 0 ? 'refused' : 'staged', staged: rows as never, problems: problems.slice(0, FAULTS) as never, diff: counts, base,
    done: 0, total: counts.add + counts.change, requestedBy: desk.me.id, requestedAt: at, createdAt: at, updatedAt: at,
  })
  return viewOf(await importRow(req, desk, id))
}

/** A staged file of this office and this person's kind of work. Errors: `notFound`. */
export const importRow = async (req: RowRequest | PayloadRequest, desk: Desk, id: string): Promise<StructureImport> => {
  const row = await findRow(req, SLUG.imports, { where: { and: [{ id: { equals: id } }, { office: { equals: desk.model.office.id } }, { kind: { in: ['categories', 'units'] } }] } })
  if (!row) throw new DomainError('notFound')
  return row
}

export const stagedRows = (row: StructureImport): StagedRow[] => (Array.isArray(row.staged) ? (row.staged as StagedRow[]) : [])

const shownFields = ({ data }: StagedRow): string[] => Object.keys(data).filter((field) => field !== 'order')

/** A kept file as its page shows it. */
export const viewOf = (row: StructureImport): ImportView => ({
  id: row.id, kind: row.kind as ImportKind, name: row.name ?? '', state: row.state as ImportView['state'],
  rows: stagedRows(row).map(({ data, ...each }) => ({ line: each.line, id: each.id, action: each.action, code: each.code, name: each.name, ...(each.parent ? { parent: each.parent } : {}), fields: shownFields({ ...each, data }) })),
  problems: Array.isArray(row.problems) ? (row.problems as ImportProblem[]) : [], counts: row.diff as ImportCounts,
  ...(row.batch ? { batch: row.batch } : {}), ...(row.appliedAt ? { appliedAt: row.appliedAt } : {}),
})

/** Puts a kept file away. Errors: `notFound`; `conflict` when it was applied. */
export const dropImport = async (desk: Desk, id: string): Promise<void> => {
  const req: RowRequest = { payload: desk.payload }
  const row = await importRow(req, desk, id)
  const changed = await updateRowIf(req, SLUG.imports, { and: [{ id: { equals: row.id } }, { state: { in: ['refused', 'staged', 'failed'] } }] }, { state: 'dropped', staged: null })
  if (changed !== 1) throw new DomainError('conflict', { state: row.state })
}

