import type { Payload } from 'payload'
import type { Limit } from '../../domain/clocks/types'
import type { Words } from '../../domain/words'
import type { Client } from '../sqlite/connections'
import { all, clockCondition, questionCondition, type Cond } from './conditions'
import { makeMemo } from './memo'
import { readPage, type Segment, type Start } from './segments'
import { NAMES, toSql, type Sql } from './sql'
import { COUNT_CAP, type QueueCounts, type QueuePort, type QueueQuestion, type QueueRow } from './types'

type Value = string | number | null
type Found = Record<string, Value>

const hasClient = (db: object): db is { client: Client } => 'client' in db

/** One read on the reading connection; the routing client sends it there. */
const select = async (payload: Payload, { text, args }: Sql): Promise<Found[]> => {
  const db: object = payload.db
  if (!hasClient(db)) throw new Error('This database has no SQLite client')
  const { rows } = await db.client.execute({ sql: text, args })
  return rows as unknown as Found[]
}

const COLUMNS = [
  'id', 'number', 'title', 'revision', 'type_id', 'category_id', 'unit_id', 'source_id', 'phase', 'step', 'workflow_version_id', 'owner_unit_id', 'owner_team_id',
  'owner_person_id', 'received_at', 'touched_at', 'returns', 'confidentiality', 'tags', 'open', 'paused', 'due_at', 'warn_at', 'step_since', 'next_clock', 'event_count',
]

const text = (value: Value | undefined): string | null => (value === null || value === undefined ? null : String(value))
const parsed = <T>(value: Value | undefined): T | undefined => (typeof value === 'string' ? (JSON.parse(value) as T) : undefined)

const rowOf = (row: Found): QueueRow => ({
  id: String(row.id),
  number: String(row.number),
  title: String(row.title),
  revision: Number(row.revision),
  type: String(row.type_id),
  category: text(row.category_id),
  unit: text(row.unit_id),
  source: text(row.source_id),
  phase: String(row.phase) as QueueRow['phase'],
  step: String(row.step),
  workflowVersion: String(row.workflow_version_id),
  ownerUnit: text(row.owner_unit_id),
  ownerTeam: text(row.owner_team_id),
  ownerPerson: text(row.owner_person_id),
  receivedAt: String(row.received_at),
  touchedAt: String(row.touched_at),
  returns: Number(row.returns),
  confidentiality: String(row.confidentiality),
  tags: text(row.tags),
  open: row.open === 1,
  paused: row.paused === 1,
  dueAt: text(row.due_at),
  warnAt: text(row.warn_at),
  stepSince: text(row.step_since),
  nextClock: text(row.next_clock),
  limit: parsed<Limit>(row.clock_limit),
  clockStartedAt: text(row.clock_started),
  lastAction: text(row.last_action),
  lastName: parsed<Words>(row.last_name) ?? null,
})

const beyond = ({ order: { column, direction } }: Segment, after: NonNullable<Start['after']>): Sql => {
  const name = NAMES[column]
  const [edge, past] = direction === 'asc' ? ['>=', '>'] : ['<=', '<']
  // The first part is one range of the index; the second skips what the page before has shown of the same value.
  return { text: `${name} ${edge} ? AND (${name} ${past} ? OR id ${past} ?)`, args: [after.value, after.value, after.id] }
}

/** The page is cut first; clocks and last events are then looked up for its rows alone. */
const pageSql = (segment: Segment, where: Sql[], limit: number): Sql => {
  const { column, direction } = segment.order
  const order = `${NAMES[column]} ${direction}, id ${direction}`
  const page = `SELECT ${COLUMNS.join(', ')} FROM matters WHERE ${where.map((part) => part.text).join(' AND ')} ORDER BY ${order} LIMIT ?`
  return {
    text: `SELECT m.*, c."limit" AS clock_limit, c.started_at AS clock_started, e.action AS last_action, e.name AS last_name FROM (${page}) m
      LEFT JOIN clocks c ON c.matter_id = m.id AND c.clock = m.next_clock
      LEFT JOIN matter_events e ON e.matter_id = m.id AND e.seq = m.event_count
      ORDER BY m.${NAMES[column]} ${direction}, m.id ${direction}`,
    args: [...where.flatMap(({ args }) => args), limit],
  }
}

const sumOf = (cond: Cond): Sql => {
  const { text: condition, args } = toSql(cond)
  return { text: `coalesce(sum(${condition}), 0)`, args }
}

const count = async (question: QueueQuestion): Promise<QueueCounts> => {
  const condition = questionCondition(question)
  if (!condition) return { all: 0, late: 0, soon: 0, paused: 0 }
  const where = toSql(condition)
  const sums = (['late', 'soon', 'paused'] as const).map((clock) => sumOf(clockCondition(clock, question.now)))
  const [row] = await select(question.payload, {
    text: `SELECT count(*) AS n, ${sums.map((sum, index) => `${sum.text} AS s${index}`).join(', ')} FROM (SELECT open, paused, due_at, warn_at FROM matters WHERE ${where.text} LIMIT ${COUNT_CAP})`,
    args: [...sums.flatMap(({ args }) => args), ...where.args],
  })
  return { all: Number(row?.n ?? 0), late: Number(row?.s0 ?? 0), soon: Number(row?.s1 ?? 0), paused: Number(row?.s2 ?? 0) }
}

/** Changes with every commit of another connection; the reading one never commits. */
const versionOf = async (payload: Payload): Promise<string> => {
  const [row] = await select(payload, { text: 'SELECT data_version AS v FROM pragma_data_version', args: [] })
  return String(row?.v)
}

const memos = new WeakMap<Payload, ReturnType<typeof makeMemo<QueueCounts>>>()
const memoOf = (payload: Payload) => {
  const known = memos.get(payload) ?? makeMemo<QueueCounts>()
  memos.set(payload, known)
  return known
}

/** Queues on SQLite: one statement a page, on the reading connection. */
export const sqliteQueue: QueuePort = {
  page: async (question) => {
    const { payload, sort, after, limit } = question
    const condition = questionCondition(question)
    if (!condition) return { rows: [] }
    const read = async (segment: Segment, from: Start['after'], most: number) => {
      const where = [toSql(all(condition, ...segment.where)), ...(from ? [beyond(segment, from)] : [])]
      return (await select(payload, pageSql(segment, where, most))).map(rowOf)
    }
    return readPage({ sort, after, limit, read })
  },
  counts: (question) => {
    const { payload, viewer, filters, now } = question
    return memoOf(payload)({ key: JSON.stringify([viewer, filters]), now, version: () => versionOf(payload), make: () => count(question) })
  },
  teams: async (question) => {
    const condition = questionCondition(question)
    if (!condition) return []
    const where = toSql(condition)
    const [soon, late] = [sumOf(clockCondition('soon', question.now)), sumOf(clockCondition('late', question.now))]
    const rows = await select(question.payload, {
      text: `SELECT owner_team_id AS team, count(*) AS n, ${soon.text} AS soon, ${late.text} AS late FROM matters WHERE ${where.text} AND owner_team_id IS NOT NULL GROUP BY owner_team_id`,
      args: [...soon.args, ...late.args, ...where.args],
    })
    return rows.map((row) => ({ team: String(row.team), open: Number(row.n), soon: Number(row.soon), late: Number(row.late) }))
  },
  dueBetween: async ({ from, below, ...question }) => {
    const condition = questionCondition(question)
    if (!condition) return []
    const where = toSql(all(condition, { op: 'notTrue', column: 'paused' }, { op: 'range', column: 'dueAt', from, below }))
    const rows = await select(question.payload, { text: `SELECT due_at FROM matters WHERE ${where.text} ORDER BY due_at LIMIT ${COUNT_CAP}`, args: where.args })
    return rows.map((row) => String(row.due_at))
  },
}
