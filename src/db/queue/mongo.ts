import type { Payload, Where } from 'payload'
import type { Limit } from '../../domain/clocks/types'
import type { Words } from '../../domain/words'
import { all, clockCondition, questionCondition, type Cond } from './conditions'
import { readPage, type Segment, type Start } from './segments'
import { COUNT_CAP, type QueuePort, type QueueQuestion, type QueueRow } from './types'

// of a union with several names, each keeps the shape that carries it
type Of<Op extends Cond['op']> = Cond extends infer C ? (C extends { op: infer Names } ? (Op extends Names ? Omit<C, 'op'> : never) : never) : never

const range = ({ column, from, below }: Of<'range'>): Where => ({
  and: [
    ...(from === undefined ? [] : [{ [column]: { greater_than_equal: from } }]),
    ...(below === undefined ? [] : [{ [column]: { less_than: below } }]),
  ],
})

const WORDS: { [Op in Cond['op']]: (cond: Of<Op>) => Where } = {
  eq: ({ column, value }) => ({ [column]: { equals: value } }),
  in: ({ column, values }) => ({ [column]: { in: [...values] } }),
  range,
  contains: ({ column, text }) => ({ [column]: { contains: text } }),
  moreThan: ({ column, value }) => ({ [column]: { greater_than: value } }),
  empty: ({ column }) => ({ [column]: { exists: false } }),
  filled: ({ column }) => ({ [column]: { exists: true } }),
  true: ({ column }) => ({ [column]: { equals: true } }),
  notTrue: ({ column }) => ({ [column]: { not_equals: true } }),
  and: ({ of }) => ({ and: of.map((part) => toWhere(part)) }),
  or: ({ of }): Where => (of.length > 0 ? { or: of.map((part) => toWhere(part)) } : { id: { in: [] } }),
}

/** A condition in Payload's words. */
export const toWhere = (cond: Cond): Where => (WORDS[cond.op] as (cond: Cond) => Where)(cond)

type MatterDoc = QueueRow & { eventCount: number }
type ClockDoc = { id: string; matter: string; clock: string; limit: Limit; startedAt?: string | null }
type EventDoc = { id: string; matter: string; seq: number; action: string; name?: Words | null }

const SELECT = Object.fromEntries([
  'number', 'title', 'revision', 'type', 'category', 'unit', 'source', 'phase', 'step', 'workflowVersion', 'ownerUnit', 'ownerTeam', 'ownerPerson', 'receivedAt', 'touchedAt',
  'returns', 'confidentiality', 'tags', 'open', 'paused', 'dueAt', 'warnAt', 'stepSince', 'nextClock', 'eventCount',
].map((field) => [field, true as const]))

type Complete = { payload: Payload; found: MatterDoc[] }

/** Clocks and last events of the rows of one page. */
const complete = async ({ payload, found }: Complete): Promise<QueueRow[]> => {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const clocks = await payload.db.find<ClockDoc>({ collection: 'clocks', where: { matter: { in: ids } }, pagination: false, limit: 0 })
  const last: Where = { or: found.map(({ id, eventCount }): Where => ({ and: [{ matter: { equals: id } }, { seq: { equals: eventCount } }] })) }
  const events = await payload.db.find<EventDoc>({ collection: 'matter-events', where: last, pagination: false, limit: 0 })
  const clockOf = new Map(clocks.docs.map((row) => [`${row.matter} ${row.clock}`, row]))
  const eventOf = new Map(events.docs.map((row) => [row.matter, row]))
  return found.map(({ eventCount: _count, ...row }) => {
    const clock = clockOf.get(`${row.id} ${row.nextClock ?? ''}`)
    const event = eventOf.get(row.id)
    return { ...row, open: row.open === true, paused: row.paused === true, limit: clock?.limit, clockStartedAt: clock?.startedAt, lastAction: event?.action, lastName: event?.name }
  })
}

const beyond = ({ order: { column, direction } }: Segment, after: NonNullable<Start['after']>): Where => {
  const past = direction === 'asc' ? 'greater_than' : 'less_than'
  return { or: [{ [column]: { [past]: after.value } }, { and: [{ [column]: { equals: after.value } }, { id: { [past]: after.id } }] }] }
}

const sortOf = ({ order: { column, direction } }: Segment): string[] => (direction === 'asc' ? [column, 'id'] : [`-${column}`, '-id'])

const countWhere = async ({ payload }: QueueQuestion, cond: Cond): Promise<number> =>
  Math.min(COUNT_CAP, (await payload.db.count({ collection: 'matters', where: toWhere(cond) })).totalDocs)

/** Queues on MongoDB, through Payload's adapter. */
export const mongoQueue: QueuePort = {
  page: async (question) => {
    const { payload, sort, after, limit } = question
    const condition = questionCondition(question)
    if (!condition) return { rows: [] }
    const read = async (segment: Segment, from: Start['after'], most: number) => {
      const where: Where = { and: [toWhere(all(condition, ...segment.where)), ...(from ? [beyond(segment, from)] : [])] }
      const { docs } = await payload.db.find<MatterDoc>({ collection: 'matters', where, sort: sortOf(segment), limit: most, pagination: false, select: SELECT })
      return complete({ payload, found: docs })
    }
    return readPage({ sort, after, limit, read })
  },
  counts: async (question) => {
    const condition = questionCondition(question)
    if (!condition) return { all: 0, late: 0, soon: 0, paused: 0 }
    const of = (clock: 'late' | 'soon' | 'paused') => countWhere(question, all(condition, clockCondition(clock, question.now)))
    return { all: await countWhere(question, condition), late: await of('late'), soon: await of('soon'), paused: await of('paused') }
  },
  teams: async (question) => {
    const condition = questionCondition(question)
    if (!condition) return []
    const { docs } = await question.payload.db.find<{ id: string }>({ collection: 'teams', where: { office: { equals: question.viewer.office } }, pagination: false, limit: 0 })
    const counted = docs.map(async ({ id }) => {
      const own = all(condition, { op: 'eq', column: 'ownerTeam', value: id })
      const of = (clock: 'soon' | 'late') => countWhere(question, all(own, clockCondition(clock, question.now)))
      return { team: id, open: await countWhere(question, own), soon: await of('soon'), late: await of('late') }
    })
    return (await Promise.all(counted)).filter(({ open }) => open > 0)
  },
  dueBetween: async ({ from, below, ...question }) => {
    const condition = questionCondition(question)
    if (!condition) return []
    const where = toWhere(all(condition, { op: 'notTrue', column: 'paused' }, { op: 'range', column: 'dueAt', from, below }))
    const { docs } = await question.payload.db.find<{ id: string; dueAt: string }>({ collection: 'matters', where, sort: 'dueAt', limit: COUNT_CAP, pagination: false, select: { dueAt: true } })
    return docs.map(({ dueAt }) => dueAt)
  },
}
