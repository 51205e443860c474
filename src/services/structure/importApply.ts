import type { PayloadRequest, Where } from 'payload'
import { putRows } from '@/db/putRows'
import { findRows, updateRowIf, type RowRequest } from '@/db/rows'
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
import type { StagedRow } from './importRow'
import { breathe, endProgress, progressOf, setProgress } from './importProgress'
import { baseOf, failed, importRow, importView, STALE, stagedOf, tableOf, type Started } from './importStage'
import type { ImportView } from './importView'
import { moveSubtree } from './placeUnit'

/** So many rows are written at once; between two pieces the page hears how far it is. */
const PIECE = 250

type Row = Record<string, unknown> & { id: string; path?: string | null }
type Applying = { req: PayloadRequest; id: string; kind: ImportKind; office: string; at: string; paths: Map<string, string>; changes: BatchChange[] }

const newRow = ({ office, at, paths }: Applying, { id, code, parent, data }: StagedRow): Row => {
  const path = makePath(parent === undefined ? undefined : paths.get(parent), id)
  paths.set(id, path)
  return { ...data, id, code, office, path, active: true, ...(parent === undefined ? {} : { parent }), createdAt: at, updatedAt: at }
}

/** Checked when it was planned, against rows that have not changed since. */
const write = async ({ req, id, kind }: Applying, rows: readonly Row[], over: boolean): Promise<void> => {
  for (let from = 0; from < rows.length; from += PIECE) {
    const piece = rows.slice(from, from + PIECE)
    await putRows(req, { collection: tableOf(kind), rows: piece, over })
    const { done = 0, total = 0 } = progressOf(id) ?? {}
    setProgress(id, { stage: 'writing', done: done + piece.length, total })
    await breathe()
  }
}

const addRows = async (applying: Applying, rows: readonly StagedRow[]): Promise<void> => {
  const made = rows.map((row) => newRow(applying, row))
  await write(applying, made, false)
  for (const after of made) applying.changes.push({ collection: tableOf(applying.kind), target: after.id, before: null, after })
}

/** A unit that the file hangs elsewhere takes along what is below it, and its open matters in a task. */
const moveRow = async ({ req, office, paths }: Applying, { id, parent }: StagedRow, before: Row): Promise<Partial<Row>> => {
  const [from, to] = [String(before.path), makePath(parent === undefined ? undefined : paths.get(parent), id)]
  if (from === to) return {}
  await moveSubtree(req, { office, id, from, to })
  for (const [unit, path] of paths) if (path.startsWith(from)) paths.set(unit, to + path.slice(from.length))
  return { path: to }
}

const standing = async ({ req, kind }: Applying, rows: readonly StagedRow[]): Promise<Map<string, Row>> => {
  const found = new Map<string, Row>()
  for (let from = 0; from < rows.length; from += PIECE) {
    const ids = rows.slice(from, from + PIECE).map(({ id }) => id)
    for (const row of (await findRows(req, tableOf(kind), { where: { id: { in: ids } } })) as unknown as Row[]) found.set(row.id, row)
  }
  return found
}

const changeRows = async (applying: Applying, rows: readonly StagedRow[]): Promise<void> => {
  const found = await standing(applying, rows)
  const moved = new Map<string, Partial<Row>>()
  for (const row of rows) {
    const before = found.get(row.id)
    if (!before) throw new DomainError('conflict', { row: row.line })
    if ('parent' in row.data) moved.set(row.id, await moveRow(applying, row, before))
  }
  // Read again: a row below one that moved has another path by now.
  const now = moved.size > 0 ? await standing(applying, rows) : found
  const written = rows.map((row): Row => ({ ...(now.get(row.id) ?? { id: row.id }), ...row.data, ...moved.get(row.id), path: applying.paths.get(row.id), updatedAt: applying.at }))
  await write(applying, written, true)
  for (const after of written) applying.changes.push({ collection: tableOf(applying.kind), target: after.id, before: found.get(after.id) ?? null, after })
}

const applyRows = async (applying: Applying, rows: readonly StagedRow[]): Promise<void> => {
  const [changed, added] = [rows.filter(({ action }) => action === 'change'), rows.filter(({ action }) => action === 'add')]
  setProgress(applying.id, { stage: 'writing', done: 0, total: changed.length + added.length })
  // Moves first: what is new then hangs where its parent is in the end.
  await changeRows(applying, changed)
  await addRows(applying, added)
}

const claim = async (desk: Desk, id: string): Promise<void> => {
  const req: RowRequest = { payload: desk.payload }
  const row = await importRow(req, desk, id)
  const free: Where[] = [{ state: { in: ['staged', 'failed'] } }, { and: [{ state: { equals: 'applying' } }, { updatedAt: { less_than: new Date(now() - STALE).toISOString() } }] }]
  const changed = await updateRowIf(req, SLUG.imports, { and: [{ id: { equals: id } }, { staged: { exists: true } }, { or: free }] }, { state: 'applying', error: null })
  if (changed !== 1) throw new DomainError('conflict', { state: row.state })
}

const pathsOf = async (req: PayloadRequest, kind: ImportKind, office: string): Promise<Map<string, string>> => {
  const rows = await findRows(req, tableOf(kind), { where: { office: { equals: office } }, select: { path: true } })
  return new Map(rows.map(({ id, path }) => [id, path ?? '']))
}

const applyAll = (desk: Desk, id: string, reason: string): Promise<void> =>
  editing({ desk, reason, work: async (req) => {
    const office = desk.model.office.id
    const row = await importRow(req, desk, id)
    const kind = row.kind as ImportKind
    if ((await baseOf(req, kind, office)) !== row.base) throw new DomainError('conflict', { stale: true, said: [{ path: '', text: t(desk.lang, 'studioTerritory.import.stale') }] })
    const applying: Applying = { req, id, kind, office, at: new Date(now()).toISOString(), paths: await pathsOf(req, kind, office), changes: [] }
    await applyRows(applying, stagedOf(row).rows)
    const batch = await writeBatch(req, { office, label: row.name ?? t('zh', `studioTerritory.import.title.${kind}`), changes: applying.changes })
    // The sheet itself is done with; the rows are what the page still shows.
    await updateRowIf(req, SLUG.imports, { id: { equals: id } }, {
      state: 'applied', batch, reason: reason.trim().slice(0, 500), appliedAt: applying.at, done: applying.changes.length, staged: { rows: stagedOf(row).rows } as never, error: null,
    })
  } })

const work = async (desk: Desk, id: string, reason: string): Promise<void> => {
  try {
    await applyAll(desk, id, reason)
  } catch (error) {
    await failed(desk, id, error)
    throw error
  } finally {
    endProgress(id)
    forgetOfficeModel()
  }
}

/**
 * Begins to apply a staged file: all of it in one transaction and as one change that is taken back as one, or nothing; the page watches how far it
 * is. Errors: `notFound`; `conflict` when it was applied already; `invalid` without a reason. The work fails with `conflict` when the structure changed
 * since it was compared (`detail.stale`).
 */
export const startApply = async (desk: Desk, id: string, reason: string): Promise<Started> => {
  if (reason.trim().length < 2) throw new DomainError('invalid', { said: [{ path: 'reason', text: t(desk.lang, 'studioTerritory.why.missing') }] }, [{ field: 'reason', code: 'required' }])
  const atWork = progressOf(id) !== undefined
  if (!atWork) setProgress(id, { stage: 'writing', done: 0, total: 0 })
  await claim(desk, id).catch((error: unknown) => {
    if (!atWork) endProgress(id)
    throw error
  })
  return { id, work: work(desk, id, reason) }
}

/** As `startApply`, to its end. */
export const applyImport = async (desk: Desk, id: string, reason: string): Promise<ImportView> => {
  const { work: done } = await startApply(desk, id, reason)
  await done
  return importView(desk, id)
}
