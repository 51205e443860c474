import type { Payload } from 'payload'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import type { Task } from '@/payload-types'
import { claimTask, dueTasks, keepTask, type TaskKind } from '@/services/structure/tasks'
import { migrate } from './migrate'
import { reclock } from './reclock'
import { repath } from './repath'
import type { Stretch, TaskWork } from './taskWork'

const FIRST_PAUSE = 15_000
const LONGEST_PAUSE = 3_600_000
const MESSAGE = 300

const WORKS: Record<TaskKind, TaskWork> = { reclock, repath, migrate }

const iso = (at: number): string => new Date(at).toISOString()

const endOf = ({ finished, rest }: Stretch): Partial<Task> => {
  if (finished) return { state: 'done', finishedAt: iso(now()), claim: null }
  return rest === undefined ? {} : { dueAt: iso(now() + rest), claim: null }
}

const changeOf = (stretch: Stretch, task: Task): Partial<Task> => ({
  done: stretch.done, total: stretch.total ?? task.total, cursor: stretch.cursor ?? task.cursor, tries: 0, error: stretch.fault?.slice(0, MESSAGE) ?? task.error, ...endOf(stretch),
})

type Held = { payload: Payload; task: Task; claim: string; stopping: () => boolean }

const stretches = async ({ payload, task, claim, stopping }: Held): Promise<void> => {
  let current = task
  while (!stopping()) {
    const stretch = await WORKS[task.kind]({ payload, task: current })
    const change = changeOf(stretch, current)
    const mine = await keepTask({ payload, task: task.id, claim }, change)
    if (!mine || stretch.finished || stretch.rest !== undefined) return
    current = { ...current, ...change }
  }
  await keepTask({ payload, task: task.id, claim }, { claim: null })
}

const putOff = async ({ payload, task, claim }: Held, error: unknown): Promise<void> => {
  const tries = task.tries + 1
  logger.error({ err: error, task: task.id, kind: task.kind, tries }, 'a task stopped; it goes on later')
  const message = error instanceof Error ? error.message : 'failed'
  await keepTask({ payload, task: task.id, claim }, { tries, error: message.slice(0, MESSAGE), claim: null, dueAt: iso(now() + Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries)) })
}

/** Works on each of them that nobody else holds. Returns how many. */
const round = async (payload: Payload, tasks: readonly Task[], stopping: () => boolean): Promise<number> => {
  let worked = 0
  for (const task of tasks) {
    const claim = await claimTask(payload, task)
    if (!claim) continue
    worked += 1
    const held = { payload, task, claim, stopping }
    await stretches(held).catch((error: unknown) => putOff(held, error))
  }
  return worked
}

/**
 * Does the long work that changes of structure have queued, stretch by stretch, each kept before the next: it goes on where it was after
 * a stop or a crash. Returns how many tasks were worked on. `stopping`: asked between two stretches.
 */
export const runTasks = async (payload: Payload, stopping: () => boolean = () => false): Promise<number> => {
  let all = 0
  for (;;) {
    const worked = await round(payload, await dueTasks(payload), stopping)
    all += worked
    // Each round ends with its tasks done, resting or put off: a change of two hundred units does not wait two hundred turns.
    if (worked === 0 || stopping()) return all
  }
}
