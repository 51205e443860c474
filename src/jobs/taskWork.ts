import type { Payload } from 'payload'
import type { Task } from '@/payload-types'

/** What one stretch of a task came to. `rest`: milliseconds to wait before the next one. `fault`: something was left out, and why. */
export type Stretch = { done: number; total?: number; cursor?: string; finished: boolean; rest?: number; fault?: string }

/** Does one short stretch of a task. May be done twice without harm. */
export type TaskWork = (work: { payload: Payload; task: Task }) => Promise<Stretch>
