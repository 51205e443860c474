import type { PayloadRequest } from 'payload'
import { putRows } from '@/db/putRows'
import { deleteRows, findRows } from '@/db/rows'
import { afterCommit } from '@/db/transaction'
import { pathDepth } from '@/domain/grid/path'
import { SLUG } from '@/slugs'
import { writeBatch, type BatchChange } from '../batch'
import { forgetOfficeModel } from '../cache'
import { needModel } from '../cache'
import { gatherTask, queueTask } from '../tasks'
import type { Move } from './places'
import type { RowWrite } from './rows'
import { CARRIED, type StoredRow } from './source'

/** Everything a change of many rows comes to, ready to be written. */
export type Plan = {
  writes: readonly RowWrite[]
  /** Rows that only follow others to another place. */
  quiet: readonly RowWrite[]
  moves: readonly Move[]
  versions: readonly StoredRow[]
  /** Versions that go with the definitions they belong to. */
  dropped: readonly string[]
}

const ORDER = [SLUG.offices, ...CARRIED] as const
const WITH_VERSIONS: readonly string[] = [SLUG.rules, SLUG.notices, SLUG.pages]
const PIECE = 500

/** Parents before what is below them. */
const byDepth = (rows: StoredRow[]): StoredRow[] =>
  rows.every(({ path }) => typeof path === 'string' && path !== '') ? [...rows].sort((one, other) => pathDepth(String(one.path)) - pathDepth(String(other.path))) : rows

const keepVersion = async (req: PayloadRequest, collectionSlug: RowWrite['slug'], { id, createdAt, ...row }: StoredRow): Promise<void> => {
  const at = String(row.updatedAt ?? createdAt)
  await req.payload.db.createVersion({
    collectionSlug, parent: id, autosave: false, createdAt: at, updatedAt: at, returning: false, req, versionData: { ...structuredClone(row), createdAt: String(createdAt), updatedAt: at } as never,
  })
}

/** Notices that a change of many rows wrote or took away stand where their rows say, and nowhere else; what was done with them before stays in their records. */
const beginAnew = async (req: PayloadRequest, rows: readonly { id: string }[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += PIECE) await deleteRows(req, SLUG.chains, { notice: { in: rows.slice(from, from + PIECE).map(({ id }) => id) } })
}

const drop = async (req: PayloadRequest, slug: RowWrite['slug'], ids: readonly string[]): Promise<void> => {
  for (let from = 0; from < ids.length; from += PIECE) {
    const piece = ids.slice(from, from + PIECE)
    // the versions that Payload keeps go first: without their row they would stand in its lists as rows that cannot be opened
    if (WITH_VERSIONS.includes(slug)) await req.payload.db.deleteVersions({ collection: slug, where: { parent: { in: piece } }, req })
    await deleteRows(req, slug, { id: { in: piece } })
  }
}

/** Writes rows set by set, what is named before what names it, then removes what goes the other way round. `done` hears of every set. */
export const writeRows = async (req: PayloadRequest, { writes, quiet, versions, dropped }: Plan, done: (rows: number) => void = () => undefined): Promise<void> => {
  const all = [...writes, ...quiet, ...versions.map((row): RowWrite => ({ slug: SLUG.definitions, id: row.id, before: null, after: row }))]
  for (const slug of ORDER) {
    const own = all.filter((write) => write.slug === slug)
    const [fresh, changed] = [own.filter(({ before }) => !before), own.filter(({ before }) => before)].map((some) => some.flatMap(({ after }) => after ?? [])) as [StoredRow[], StoredRow[]]
    await putRows(req, { collection: slug, rows: byDepth(fresh) })
    await putRows(req, { collection: slug, rows: byDepth(changed), over: true })
    if (WITH_VERSIONS.includes(slug)) for (const row of [...fresh, ...changed]) await keepVersion(req, slug, row)
    if (slug === SLUG.notices) await beginAnew(req, [...fresh, ...changed])
    done(fresh.length + changed.length)
  }
  for (const slug of [...ORDER].reverse()) {
    const gone = all.filter((write) => write.slug === slug && !write.after).map(({ id }) => id)
    await drop(req, slug, gone)
    if (slug === SLUG.notices) await beginAnew(req, gone.map((id) => ({ id })))
    if (slug === SLUG.definitions) await drop(req, slug, dropped)
    done(gone.length)
  }
}

const hoursMove = (writes: readonly RowWrite[]): boolean =>
  writes.some(({ slug, before, after }) => slug === SLUG.calendarDays || (slug === SLUG.offices && JSON.stringify([before?.week, before?.timeZone]) !== JSON.stringify([after?.week, after?.timeZone])))

const follow = async (req: PayloadRequest, office: string, { writes, moves }: Plan): Promise<void> => {
  for (const { tree, id, from, to } of moves) await queueTask(req, { office, kind: 'repath', subject: id, input: { from, to, tree } })
  if (hoursMove(writes)) await gatherTask(req, { office, kind: 'reclock', input: { before: (await needModel(req, office)).calendar } })
}

/** Versions that go with their definitions go into the record too: taking it back makes them again. */
const droppedIn = async (req: PayloadRequest, { dropped }: Plan): Promise<BatchChange[]> => {
  const rows: StoredRow[] = []
  for (let from = 0; from < dropped.length; from += PIECE) rows.push(...((await findRows(req, SLUG.definitions, { where: { id: { in: dropped.slice(from, from + PIECE) } } })) as unknown as StoredRow[]))
  return rows.map((before) => ({ collection: SLUG.definitions, target: before.id, before, after: null }))
}

const changeOf = ({ slug, id, before, after }: RowWrite): BatchChange => ({ collection: slug, target: id, before, after })

type Args = { office: string; label: string; reason?: string; plan: Plan; done?: (rows: number) => void }

/**
 * Writes a plan whole, in the transaction of the request, as one change that is taken back as one; matters and clocks follow in tasks. Returns
 * the batch's id.
 */
export const writePlan = async (req: PayloadRequest, { office, label, reason, plan, done }: Args): Promise<string> => {
  const gone = await droppedIn(req, plan)
  await writeRows(req, plan, done)
  await follow(req, office, plan)
  const batch = await writeBatch(req, { office, label, ...(reason ? { reason } : {}), changes: [...plan.writes.map(changeOf), ...gone] })
  forgetOfficeModel()
  await afterCommit(req, forgetOfficeModel)
  return batch
}
