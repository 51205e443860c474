import type { Payload, Where } from 'payload'
import { rangeOf } from '@/access/range'
import { findRows, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { idOf } from '@/lib/idOf'
import { adoptMatter, giveMatterBack } from '@/services/studio/territory/adopt'
import { loadOfficeModel } from '@/services/structure/load'
import type { Task } from '@/payload-types'
import { SLUG } from '@/slugs'
import { followCategories } from './followCategories'
import { adoptEntries, giveEntriesBack } from './followEntries'
import { followPlaces } from './followPlaces'
import type { TaskWork } from './taskWork'

const CHUNK = 50

/** A process may work on a structure that was true some seconds ago: after so many milliseconds it is looked once more. */
const LOOK_AGAIN = 20_000

type Row = { id: string; unit?: string | null; path: string; participants?: string | null }

const pathsOf = async (payload: Payload, rows: Row[]): Promise<Map<string, string>> => {
  const ids = [...new Set(rows.flatMap(({ unit }) => unit ?? []))]
  const units = ids.length > 0 ? await findRows({ payload }, SLUG.units, { where: { id: { in: ids } }, select: { path: true } }) : []
  return new Map(units.map(({ id, path }) => [id, path ?? '']))
}

/** Writes the paths of one stretch, in one short transaction. A matter whose unit was corrected meanwhile is left as it is now. */
const follow = async (payload: Payload, rows: Row[]): Promise<number> => {
  const paths = await pathsOf(payload, rows)
  const wrong = rows.flatMap((row) => {
    const path = paths.get(row.unit ?? '')
    return path && path !== row.path ? [{ ...row, to: path }] : []
  })
  if (wrong.length === 0) return 0
  await withTransaction(payload, async (req) => {
    for (const { id, unit, path, to } of wrong) {
      await updateRowIf(req, SLUG.matters, { and: [{ id: { equals: id } }, { unit: { equals: unit } }, { path: { equals: path } }] }, { path: to })
    }
  })
  return wrong.length
}

/** A person wrote to the matter in this moment: it is met again on the next pass. */
const inPeace = async (work: Promise<boolean>): Promise<boolean> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof DomainError && error.code === 'conflict') return true
    throw error
  }
}

/** Matters of a closed unit go to its successors, one short transaction each, with an event that says so. */
const adopt = async (payload: Payload, task: Task, rows: Row[]): Promise<number> => {
  const closed = task.subject ?? ''
  const orphans = rows.filter(({ unit, participants }) => unit === closed || participants?.includes(`u:${closed}`))
  // Read anew, not from what this process remembers: the task follows from a change that must be in it.
  const model = orphans.length > 0 ? await loadOfficeModel(payload, idOf(task.office)) : null
  if (!model) return 0
  let adopted = 0
  for (const { id } of orphans) adopted += (await inPeace(withTransaction(payload, (req) => adoptMatter({ req, model, id })))) ? 1 : 0
  return adopted
}

type Input = { from?: string; /** Which tree; the units' where nothing is said. */ tree?: string; /** The unit was closed in favour of others. */ heirs?: boolean; /** The unit is open again: these had taken over from it. */ back?: string[] }

const inputOf = (task: Task): Input => (task.input as Input | null) ?? {}

/** What stands where the unit stood; of a closed one, what it has a share in elsewhere, too. */
const concerned = (task: Task): Where => {
  const { from, below } = rangeOf(String(inputOf(task).from ?? ''))
  const there: Where = { and: [{ path: { greater_than_equal: from } }, { path: { less_than: below } }] }
  return inputOf(task).heirs ? { or: [there, { participants: { contains: `u:${task.subject ?? ''}` } }] } : there
}

/** How far a pass has come: how many it moved, and the last matter it looked at. */
const readCursor = (cursor: string | null | undefined): { moved: number; last: string } => {
  const [moved = '0', last = ''] = (cursor ?? '').split('|')
  return { moved: Number(moved), last }
}

const TRIES = 5

/** As often as a person writes to the matter in the same moment, but not for ever. */
const insist = async (work: () => Promise<boolean>, tries = TRIES): Promise<boolean> => {
  try {
    return await work()
  } catch (error) {
    if (tries > 1 && error instanceof DomainError && error.code === 'conflict') return insist(work, tries - 1)
    throw error
  }
}

/** Of these matters: how many came from the unit and went back to it. */
const returned = async (payload: Payload, task: Task, { ids, unit, heirs }: { ids: readonly string[]; unit: string; heirs: readonly string[] }): Promise<number> => {
  const model = ids.length > 0 ? await loadOfficeModel(payload, idOf(task.office)) : null
  if (!model) return 0
  let back = 0
  for (const id of ids) back += (await insist(() => withTransaction(payload, (req) => giveMatterBack({ req, model, id, unit, heirs })))) ? 1 : 0
  return back
}

/** Open matters of those who had taken over from a unit, a stretch at a time: what came from it goes back. */
const giveBack: TaskWork = async ({ payload, task }) => {
  const { back: heirs = [] } = inputOf(task)
  const { cursor, subject: unit } = { cursor: task.cursor ?? '', subject: task.subject ?? '' }
  const shares: Where[] = heirs.map((heir) => ({ participants: { contains: `u:${heir}` } }))
  const rows = await findRows({ payload }, SLUG.matters, {
    where: { and: [{ or: [{ unit: { in: heirs } }, ...shares] }, { open: { equals: true } }, { id: { greater_than: cursor } }] }, sort: 'id', limit: CHUNK, select: { unit: true },
  })
  const done = task.done + (await returned(payload, task, { ids: rows.map(({ id }) => id), unit, heirs }))
  const finished = rows.length < CHUNK
  return { done, total: finished ? done : Math.max(task.total ?? 0, done), cursor: rows.at(-1)?.id ?? cursor, finished }
}

const followUnit: TaskWork = async ({ payload, task }) => {
  const { moved, last } = readCursor(task.cursor)
  const rows = (await findRows({ payload }, SLUG.matters, {
    where: { and: [concerned(task), { open: { equals: true } }, ...(last ? [{ id: { greater_than: last } }] : [])] },
    sort: 'id', limit: CHUNK, select: { unit: true, path: true, participants: true },
  })) as Row[]
  const now = (await follow(payload, rows)) + (inputOf(task).heirs ? await adopt(payload, task, rows) : 0)
  const done = task.done + now
  const total = Math.max(task.total ?? 0, done)
  if (rows.length === CHUNK) return { done, total, cursor: `${moved + now}|${rows.at(-1)?.id ?? ''}`, finished: false }
  return moved + now === 0 ? { done, total: done, finished: true } : { done, total, cursor: '0|', rest: LOOK_AGAIN, finished: false }
}

/** Entries of registers and places of rounds go where their unit is now, or to whoever took over from it. */
const takeEntries = async (payload: Payload, task: Task): Promise<void> => {
  const { back, from, heirs } = inputOf(task)
  const of = { office: idOf(task.office) ?? '', unit: task.subject ?? '' }
  if (back) return giveEntriesBack(payload, { ...of, heirs: back })
  if (from) await followPlaces(payload, from)
  if (heirs) await adoptEntries(payload, of)
}

/**
 * Open matters follow their unit to its new place (domain.md §6), a stretch at a time: everything that stands where the unit stood gets the
 * path its unit has now. Passes are repeated until one finds nothing. Entries of registers and places of rounds go first.
 */
export const repath: TaskWork = async ({ payload, task }) => {
  const { tree, back } = inputOf(task)
  if (tree === SLUG.categories) return followCategories({ payload, task })
  // Before the first stretch, and again after a stop in it: what is in its place already stays.
  if (!task.cursor) await takeEntries(payload, task)
  if (back) return giveBack({ payload, task })
  return followUnit({ payload, task })
}
