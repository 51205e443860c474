import type { PayloadRequest, Where } from 'payload'
import { newId } from '@/db/ids'
import { portalOf } from '@/db/portal'
import { findRow, findRows, insertRow, updateRowIf, type RowRequest } from '@/db/rows'
import { afterCommit } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/matter/text'
import type { MergeChoice } from '@/domain/package/merge'
import type { Problem } from '@/domain/package/problem'
import { readPackage } from '@/domain/package/read'
import type { StructurePackage } from '@/domain/package/schema'
import { eachInTurn } from '@/lib/eachInTurn'
import { logger, newReference } from '@/lib/logger'
import { now } from '@/lib/clock'
import type { StructureImport } from '@/payload-types'
import type { Desk } from '@/services/desk/desk'
import { assertFresh } from '@/services/session/fresh'
import { SLUG } from '@/slugs'
import { editing } from '../editing'
import { mayImport } from './allowed'
import { closedSections } from './closed'
import { linesOf } from './lines'
import { baseOf, compare } from './plan'
import { namedProblem } from './problemSaid'
import { advance, beginProgress, endProgress, isAtWork, layDown, takeUp } from './progress'
import { writePlan } from './write'

/** What is kept of a file while somebody makes up their mind. */
export type Staged = { package: StructurePackage; from?: number; choice: MergeChoice }

const MOST_PROBLEMS = 200
/** Files nobody decided about are let go after so many days. */
const KEPT_DAYS = 7
/** A refused file changed nothing and is mended and handed in again: its list of faults is of use until then, over a long weekend at most. */
const REFUSED_DAYS = 3
/** Work that says nothing for so long was left by a process that stopped; milliseconds. */
export const STALE = 120_000

const iso = (at: number): string => new Date(at).toISOString()

const plainReq = ({ payload }: Desk): RowRequest => ({ payload })

/** An import of the person's own office. Errors: `notFound`. */
export const importRow = async (desk: Desk, id: string): Promise<StructureImport> => {
  const row = await findRow(plainReq(desk), SLUG.imports, { where: { and: [{ id: { equals: id } }, { office: { equals: desk.model.office.id } }, { kind: { equals: 'package' } }] } })
  if (!row) throw new DomainError('notFound')
  return row
}

type Change = Partial<Omit<StructureImport, 'id'>>

const keep = (req: RowRequest, id: string, change: Change): Promise<0 | 1> => updateRowIf(req, SLUG.imports, { id: { equals: id } }, change as never)

/** Keeps what work on a file came to, unless somebody let the file go meanwhile. */
const keepWorked = (req: RowRequest, id: string, change: Change): Promise<0 | 1> =>
  updateRowIf(req, SLUG.imports, { and: [{ id: { equals: id } }, { state: { in: ['reading', 'applying'] } }] }, change as never)

const refuse = (req: RowRequest, id: string, { problems, json }: { problems: readonly Problem[]; json?: unknown }): Promise<0 | 1> =>
  keepWorked(req, id, { state: 'refused', problems: problems.slice(0, MOST_PROBLEMS).map((problem) => namedProblem(problem, json)), total: problems.length, staged: null, diff: null })

/** Packages of an office. */
const packagesOf = ({ model }: Desk): Where[] => [{ office: { equals: model.office.id } }, { kind: { equals: 'package' } }]

const olderThan = (days: number): Where => ({ requestedAt: { less_than: iso(now() - days * 86_400_000) } })

/** What may still be let go: nothing that was applied, or is being applied. */
const UNDECIDED: StructureImport['state'][] = ['reading', 'refused', 'staged', 'failed']

const drop = (req: RowRequest, id: string): Promise<0 | 1> =>
  updateRowIf(req, SLUG.imports, { and: [{ id: { equals: id } }, { state: { in: UNDECIDED } }] }, { state: 'dropped', staged: null, diff: null, problems: null })

const letGo = async (desk: Desk): Promise<void> => {
  const old: Where = { and: [...packagesOf(desk), { or: [{ and: [{ state: { in: UNDECIDED } }, olderThan(KEPT_DAYS)] }, { and: [{ state: { equals: 'refused' } }, olderThan(REFUSED_DAYS)] }] }] }
  for (const { id } of await findRows(plainReq(desk), SLUG.imports, { where: old, select: { state: true } })) await drop(plainReq(desk), id)
}

/** The last imports of packages, newest first, without their contents and without what was let go; what is too old is let go first. */
export const recentImports = async (desk: Desk, limit = 10): Promise<StructureImport[]> => {
  await letGo(desk)
  const rows = await findRows(plainReq(desk), SLUG.imports, {
    where: { and: [...packagesOf(desk), { state: { not_equals: 'dropped' } }] }, sort: '-id', limit,
    select: { name: true, state: true, requestedAt: true, requestedBy: true, updatedAt: true },
  })
  return eachInTurn(rows, (row) => settled(desk, row))
}


const choiceOf = async (desk: Desk, remove: boolean): Promise<MergeChoice> => ({ remove, skip: await closedSections(desk) })

/** A file as it was handed in; `remove`: what it lacks is to go, until somebody chooses otherwise. */
type Given = { text: string; remove?: boolean }

/** Compares what is staged with the office as it is now, and keeps the answer. */
const stage = async (desk: Desk, id: string, staged: Staged): Promise<void> => {
  const [req, office] = [plainReq(desk), desk.model.office.id]
  const found = await compare({ req, office, file: staged.package, choice: staged.choice })
  if (found.problems.length > 0) {
    await refuse(req, id, { problems: found.problems, json: found.after })
    return
  }
  await keepWorked(req, id, { state: 'staged', staged, diff: await linesOf(req, office, found), base: found.base, problems: null, error: null })
}

const failed = async (desk: Desk, id: string, error: unknown): Promise<void> => {
  const reference = newReference()
  logger.error({ err: error, reference, import: id }, 'a structure package could not be worked on')
  await keepWorked(plainReq(desk), id, { state: 'failed', error: error instanceof DomainError && error.code !== 'internal' ? error.code : reference })
}

/** Lets work go on after the answer; what goes wrong is kept with the import. */
const afterwards = (desk: Desk, id: string, work: () => Promise<void>): Promise<void> =>
  work().catch((error: unknown) => failed(desk, id, error)).finally(() => layDown(id))

const read = async (desk: Desk, id: string, { text, remove = false }: Given): Promise<void> => {
  const found = readPackage(text)
  if (!found.ok) {
    await refuse(plainReq(desk), id, found)
    return
  }
  await stage(desk, id, { package: found.package, ...(found.from === undefined ? {} : { from: found.from }), choice: await choiceOf(desk, remove) })
}

export type Started = { id: string; /** Resolves when the work that goes on after the answer has ended. */ work: Promise<void> }

/**
 * Takes a file in: it is read, checked and compared outside, while the page watches. Nothing of the office changes. Errors: `notAllowed`.
 */
export const startImport = async (desk: Desk, { name, ...given }: Given & { name: string }): Promise<Started> => {
  if (!mayImport(desk.holds)) throw new DomainError('notAllowed')
  await letGo(desk)
  const at = iso(now())
  const id = newId()
  await takeUp(id, () => insertRow(plainReq(desk), SLUG.imports, {
    id, office: desk.model.office.id, kind: 'package', name: cleanLine(name).slice(0, 200), state: 'reading', requestedBy: desk.me.id, requestedAt: at, createdAt: at, updatedAt: at,
  }))
  return { id, work: afterwards(desk, id, () => read(desk, id, given)) }
}

const stagedOf = ({ staged, state }: StructureImport): Staged => {
  const left = state === 'staged' || state === 'failed'
  if (!left || !staged) throw new DomainError('conflict', { state })
  return staged as unknown as Staged
}

/** Compares a staged file again: with another choice, or since the structure changed. Errors: `notFound`, `notAllowed`, `conflict` when it is not staged. */
export const compareAgain = async (desk: Desk, id: string, remove?: boolean): Promise<Started> => {
  if (!mayImport(desk.holds)) throw new DomainError('notAllowed')
  const staged = stagedOf(await importRow(desk, id))
  await takeUp(id, () => keep(plainReq(desk), id, { state: 'reading' }))
  return { id, work: afterwards(desk, id, async () => stage(desk, id, { ...staged, choice: await choiceOf(desk, remove ?? staged.choice.remove) })) }
}

/** Lets a file go. Errors: `notAllowed`, `notFound`, `conflict` while it is applied or after. */
export const dropImport = async (desk: Desk, id: string): Promise<void> => {
  if (!mayImport(desk.holds)) throw new DomainError('notAllowed')
  await importRow(desk, id)
  if ((await drop(plainReq(desk), id)) !== 1) throw new DomainError('conflict')
}

type Applying = { desk: Desk; id: string; staged: Staged; base: string; reason: string; label: string }

/** Everything is made ready outside; the transaction only looks whether the structure is still what it was compared with, and writes. */
const applyStaged = async ({ desk, id, staged, base, reason, label }: Applying): Promise<void> => {
  const office = desk.model.office.id
  const found = await compare({ req: plainReq(desk), office, file: staged.package, choice: { ...staged.choice, skip: await closedSections(desk) }, reason, by: desk.me.id })
  if (found.problems.length > 0 || found.base !== base) throw new DomainError('conflict')
  beginProgress(id, found.plan.writes.length + found.plan.quiet.length + found.plan.versions.length)
  await editing({ desk, reason, work: async (req: PayloadRequest) => {
    if ((await baseOf(req, office)) !== base) throw new DomainError('conflict')
    const batch = await writePlan(req, { office, label, reason, plan: found.plan, done: (rows) => advance(id, rows) })
    await keep(req, id, { state: 'applied', batch, reason, appliedAt: iso(now()), staged: null, done: found.plan.writes.length, total: found.plan.writes.length, error: null })
    await afterCommit(req, () => endProgress(id))
  } })
}

const reasonOf = (reason: unknown): string => {
  const text = typeof reason === 'string' ? cleanLine(reason).slice(0, 500) : ''
  if (!text) throw new DomainError('invalid', {}, [{ field: 'reason', code: 'required' }])
  return text
}

/**
 * Applies a staged file whole or not at all, as one change; the page watches how far it is. Errors: `notAllowed`; `notFound`; `invalid` without a
 * reason; `conflict` when it is not staged, or the structure changed since it was compared (`detail.stale`).
 */
export const applyImport = async (desk: Desk, id: string, reason: unknown): Promise<Started> => {
  if (!mayImport(desk.holds)) throw new DomainError('notAllowed')
  await assertFresh(desk.req)
  const why = reasonOf(reason)
  const row = await importRow(desk, id)
  const staged = stagedOf(row)
  if ((await baseOf(plainReq(desk), desk.model.office.id)) !== row.base) throw new DomainError('conflict', { stale: true })
  await takeUp(id, async () => {
    const claimed = await updateRowIf(plainReq(desk), SLUG.imports, { and: [{ id: { equals: id } }, { state: { in: ['staged', 'failed'] } }] }, { state: 'applying', error: null })
    if (claimed !== 1) throw new DomainError('conflict')
  })
  const applying = { desk, id, staged, base: row.base ?? '', reason: why, label: row.name || staged.package.code }
  return { id, work: afterwards(desk, id, () => applyStaged(applying)) }
}

/** Work that a stopped process left is said to have failed; nothing of it was kept. */
export const settled = async (desk: Desk, row: StructureImport): Promise<StructureImport> => {
  if (row.state !== 'reading' && row.state !== 'applying') return row
  // one process writes to SQLite: what it does not know of, nobody works on
  const abandoned = !isAtWork(row.id) && portalOf(desk.payload).engine === 'sqlite'
  if (!abandoned && Date.parse(row.updatedAt) >= now() - STALE) return row
  await updateRowIf(plainReq(desk), SLUG.imports, { and: [{ id: { equals: row.id } }, { state: { equals: row.state } }] }, { state: 'failed', error: 'stopped' })
  return importRow(desk, row.id)
}
