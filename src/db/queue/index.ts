import { portalOf } from '../portal'
import { mongoQueue } from './mongo'
import { sqliteQueue } from './sqlite'
import type { PageQuestion, QueueCounts, QueuePageRows, QueuePort, QueueQuestion, TeamCount } from './types'

export * from './types'

const portFor = (payload: QueueQuestion['payload']): QueuePort => (portalOf(payload).engine === 'sqlite' ? sqliteQueue : mongoQueue)

/**
 * One page of the matters that the viewer may see and the filters let through, in the order asked for. Lists by due date
 * show running clocks first, then standing ones, then matters without any. Nothing is counted.
 * Errors: `invalid` for a cursor that is none of this sort's.
 */
export const queuePage = (question: PageQuestion): Promise<QueuePageRows> => portFor(question.payload).page(question)

/** How many there are, and how many of them are late, nearly late and paused; capped at `COUNT_CAP`. */
export const queueCounts = (question: QueueQuestion): Promise<QueueCounts> => portFor(question.payload).counts(question)

/** The same per team that owns them; teams without any are left out. */
export const queueTeams = (question: QueueQuestion): Promise<TeamCount[]> => portFor(question.payload).teams(question)

/** Due dates of running clocks with from ≤ due < below, as ISO texts, earliest first. */
export const queueDue = (question: QueueQuestion & { from: string; below: string }): Promise<string[]> => portFor(question.payload).dueBetween(question)
