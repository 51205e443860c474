import type { Payload, PayloadRequest, Where } from 'payload'
import { newId } from '@/db/ids'
import { findRow, findRows, insertRow, updateRowIf, type RowRequest } from '@/db/rows'
import { now } from '@/lib/clock'
import { idOf } from '@/lib/idOf'
import type { Task } from '@/payload-types'
import { SLUG } from '@/slugs'

export type TaskKind = Task['kind']

/** Several changes in a row, as when a year's holidays are entered, become one task where they can. Milliseconds. */
const GATHER_MS = 5_000

/** Whoever works on a task says so at least this often, in milliseconds; a claim that is older is another's for the taking. */
export const CLAIM_MS = 120_000

const iso = (at: number): string => new Date(at).toISOString()

export const unfinished: Where = { state: { in: ['waiting', 'running'] } }

const unclaimed = (at: number): Where => ({ or: [{ claim: { exists: false } }, { claimedAt: { less_than: iso(at - CLAIM_MS) } }] })

type NewTask = { office: string; kind: TaskKind; subject?: string; input?: Record<string, unknown>; total?: number }

/** Queues long work in the transaction of the change it follows from. Returns the task's id. */
export const queueTask = async (req: PayloadRequest, { office, kind, subject, input = {}, total }: NewTask): Promise<string> => {
  const at = iso(now())
  return insertRow(req, SLUG.tasks, {
    id: newId(), office, kind, state: 'waiting', subject, input, done: 0, total, tries: 0, dueAt: at, requestedAt: at, requestedBy: req.user ? String(req.user.id) : undefined, createdAt: at, updatedAt: at,
  })
}

/**
 * As `queueTask`, but a task of the same kind that nobody has begun yet takes the change in, with what it knew before. Writing to it
 * makes sure that it begins only after this transaction.
 */
export const gatherTask = async (req: PayloadRequest, task: NewTask): Promise<void> => {
  const { office, kind } = task
  const at = now()
  const waiting = await findRow(req, SLUG.tasks, { where: { and: [{ office: { equals: office } }, { kind: { equals: kind } }, { state: { equals: 'waiting' } }] }, sort: 'id' })
  const taken = waiting ? await updateRowIf(req, SLUG.tasks, { and: [{ id: { equals: waiting.id } }, { state: { equals: 'waiting' } }] }, { dueAt: iso(at + GATHER_MS) }) : 0
  if (taken === 1) return
  const id = await queueTask(req, task)
  await updateRowIf(req, SLUG.tasks, { id: { equals: id } }, { dueAt: iso(at + GATHER_MS) })
}

/** Tasks that are not done, oldest first. */
export const openTasks = (req: RowRequest, office?: string): Promise<Task[]> =>
  findRows(req, SLUG.tasks, { where: office ? { and: [unfinished, { office: { equals: office } }] } : unfinished, sort: 'id', limit: 200 })

const line = ({ office, kind }: Task): string => `${idOf(office)} ${kind}`

/** Whether a task has done what it was asked for and only waits to look once more: nobody needs to wait for that. */
const rests = ({ state, claim, tries, dueAt }: Task, at: string): boolean => state === 'running' && !claim && tries === 0 && dueAt > at

/**
 * Of each office and kind the oldest one that is not done, if it is due: one after the other, in the order of the changes. One that rests
 * lets the others pass; one that failed does not, or a later change might be followed before an earlier one.
 */
export const dueTasks = async (payload: Payload): Promise<Task[]> => {
  const first = new Map<string, Task>()
  const at = iso(now())
  for (const task of await openTasks({ payload })) if (!rests(task, at) && !first.has(line(task))) first.set(line(task), task)
  return [...first.values()].filter((task) => task.dueAt <= at)
}

/** Takes a task on; undefined when somebody else works on it. */
export const claimTask = async (payload: Payload, task: Task): Promise<string | undefined> => {
  const at = now()
  const claim = newId()
  const changed = await updateRowIf({ payload }, SLUG.tasks, { and: [{ id: { equals: task.id } }, unfinished, unclaimed(at)] }, { claim, claimedAt: iso(at), state: 'running' })
  return changed === 1 ? claim : undefined
}

type Held = { payload: Payload; task: string; claim: string }

/** Keeps what was done, and the claim with it. False when the task was taken over by somebody else. */
export const keepTask = async ({ payload, task, claim }: Held, change: Partial<Task>): Promise<boolean> =>
  (await updateRowIf({ payload }, SLUG.tasks, { and: [{ id: { equals: task } }, { claim: { equals: claim } }] }, { claimedAt: iso(now()), ...change })) === 1
