import type { PayloadRequest, Where } from 'payload'
import { findRows, insertRows, updateRowIf, type NewRow, type RowRequest } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { makePath } from '@/domain/grid'
import { t } from '@/i18n'
import { now } from '@/lib/clock'
import type { Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'
import { writeBatch, type BatchChange } from './batch'
import { forgetOfficeModel } from './cache'
import { editing } from './editing'
import type { ImportKind } from './importColumns'
import type { StagedRow } from './importPlan'
import { baseOf, importRow, stagedRows, tableOf, viewOf, type ImportView } from './importStage'
import { moveSubtree } from './placeUnit'

/** A claim that is older was left by a process that stopped; milliseconds. */
const STALE = 120_000

type Row = Record<string, unknown> & { id: string; path?: string | null }
type Applying = { req: PayloadRequest; kind: ImportKind; office: string; at: string; paths: Map<string, string>; changes: BatchChange[] }

const newRow = ({ office, at, paths }: Applying, { id, code, parent, data }: StagedRow): Row => {
  const path = makePath(parent === undefined ? undefined : paths.get(parent), id)
  paths.set(id, path)
  return { ...data, id, code, office, path, active: true, ...(parent === undefined ? {} : { parent }), createdAt: at, updatedAt: at }
}

const addRows = async (applying: Applying, rows: readonly StagedRow[]): Promise<void> => {
  const { req, kind, changes } = applying
  const made = rows.map((row) => newRow(applying, row))
  // Checked when it was planned, against rows that have not changed since.
  if (kind === 'units') await insertRows(req, SLUG.units, made as unknown as NewRow<'grid-units'>[])
  else await insertRows(req, SLUG.categories, made as unknown as NewRow<'risk-categories'>[])
  for (const after of made) changes.push({ collection: tableOf(kind), target: after.id, before: null, after })
}

/** A unit that the file hangs elsewhere takes along what is below it, and its open matters in a task. */
const moveRow = async ({ req, office, paths }: Applying, { id, parent }: StagedRow, before: Row): Promise<Partial<Row>> => {
  const [from, to] = [String(before.path), makePath(parent === undefined ? undefined : paths.get(parent), id)]
  if (from === to) return {}
  await moveSubtree(req, { office, id, from, to })
  for (const [unit, path] of paths) if (path.startsWith(from)) paths.set(unit, to + path.slice(from.length))
  return { path: to }
}

const changeRows = async (applying: Applying, rows: readonly StagedRow[]): Promise<void> => {
  const { req, kind, changes } = applying
  const table = tableOf(kind)
  for (const row of rows) {
    const [before] = (await findRows(req, table, { where: { id: { equals: row.id } } })) as unknown as Row[]
    if (!before) throw new DomainError('conflict', { row: row.line })
    const data = { ...row.data, ...('parent' in row.data ? await moveRow(applying, row, before) : {}) }
    await updateRowIf(req, table, { id: { equals: row.id } }, data)
    changes.push({ collection: table, target: row.id, before, after: { ...before, ...data } })
  }
}

const applyRows = async (applying: Applying, rows: readonly StagedRow[]): Promise<void> => {
  // Moves first: what is new then hangs where its parent is in the end.
  await changeRows(applying, rows.filter(({ action }) => action === 'change'))
  await addRows(applying, rows.filter(({ action }) => action === 'add'))
}

const claim = async (desk: Desk, id: string): Promise<void> => {
  const req: RowRequest = { payload: desk.payload }
  const row = await importRow(req, desk, id)
  const free: Where[] = [{ state: { in: ['staged', 'failed'] } }, { and: [{ state: { equals: 'applying' } }, { updatedAt: { less_than: new Date(now() - STALE).toISOString() } }] }]
  const changed = await updateRowIf(req, SLUG.imports, { and: [{ id: { equals: id } }, { or: free }] }, { state: 'applying' })
  if (changed !== 1) throw new DomainError('conflict', { state: row.state })
}

const release = async (desk: Desk, id: string, error: unknown): Promise<never> => {
  await updateRowIf({ payload: desk.payload }, SLUG.imports, { and: [{ id: { equals: id } }, { state: { equals: 'applying' } }] }, { state: 'failed', error: error instanceof Error ? error.message.slice(0, 300) : 'failed' })
  throw error
}

const pathsOf = async (req: PayloadRequest, kind: ImportKind, office: string): Promise<Map<string, string>> => {
  const rows = await findRows(req, tableOf(kind), { where: { office: { equals: office } }, select: { path: true } })
  return new Map(rows.map(({ id, path }) => [id, path ?? '']))
}

/**
 * Applies a staged file: all of it in one transaction and as one change that is taken back as one, or nothing. Errors: `notFound`; `conflict`
 * when it was applied already, or the structure changed since it was compared (`detail.stale`); `invalid` without a reason.
 */
export const applyImport = async (desk: Desk, id: string, reason: string): Promise<ImportView> => {
  if (reason.trim().length < 2) throw new DomainError('invalid', { said: [{ path: 'reason', text: t(desk.lang, 'studioTerritory.why.missing') }] }, [{ field: 'reason', code: 'required' }])
  await claim(desk, id)
  await editing({ desk, reason, work: async (req) => {
    const office = desk.model.office.id
    const row = await importRow(req, desk, id)
    const kind = row.kind as ImportKind
    if ((await baseOf(req, kind, office)) !== row.base) throw new DomainError('conflict', { stale: true, said: [{ path: '', text: t(desk.lang, 'studioTerritory.import.stale') }] })
    const applying: Applying = { req, kind, office, at: new Date(now()).toISOString(), paths: await pathsOf(req, kind, office), changes: [] }
    const rows = stagedRows(row)
    await applyRows(applying, rows)
    const batch = await writeBatch(req, { office, label: row.name ?? t('zh', `studioTerritory.import.title.${kind}`), changes: applying.changes })
    await updateRowIf(req, SLUG.imports, { id: { equals: id } }, { state: 'applied', batch, reason: reason.trim().slice(0, 500), appliedAt: applying.at, done: applying.changes.length })
  } }).catch((error: unknown) => release(desk, id, error))
  forgetOfficeModel()
  return viewOf(await importRow({ payload: desk.payload }, desk, id))
}
