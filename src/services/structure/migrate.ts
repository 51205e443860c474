import type { Payload, PayloadRequest, Where } from 'payload'
import { findRow, findRows, type RowRequest } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { mapProblems, openSteps, type MapProblem, type StepMap } from '@/domain/workflow/migration'
import type { StepDef, WorkflowDef } from '@/domain/workflow/types'
import { idOf } from '@/lib/idOf'
import type { Task } from '@/payload-types'
import { appendAudit } from '@/services/audit/append'
import { SLUG } from '@/slugs'
import { openTasks, queueTask } from './tasks'

/** An older version of a workflow and the open matters that run on it. */
export type OldVersion = { id: string; number: number; definition: WorkflowDef; count: number; at: Map<string, string[]> }

export type Flight = { to: { id: string; number: number; definition: WorkflowDef }; old: OldVersion[] }

type Asked = { office: string; code: string }

const versionsOf = (req: RowRequest, { office, code }: Asked) => {
  const where: Where = { and: [{ office: { equals: office } }, { kind: { equals: 'workflow' } }, { code: { equals: code } }] }
  return findRows(req, SLUG.definitions, { where, sort: '-number' })
}

type Standing = { id: string; step: string; workflowVersion: unknown }

const standingOn = async (req: RowRequest, office: string, versions: readonly string[]): Promise<Standing[]> => {
  if (versions.length === 0) return []
  const where: Where = { and: [{ office: { equals: office } }, { open: { equals: true } }, { workflowVersion: { in: [...versions] } }] }
  return (await findRows(req, SLUG.matters, { where, sort: 'id', select: { step: true, workflowVersion: true } })) as unknown as Standing[]
}

const byStep = (rows: readonly Standing[]): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  for (const { id, step } of rows) found.set(step, [...(found.get(step) ?? []), id])
  return found
}

/** Open matters of a workflow that run on a version older than the one in force. Undefined where none is in force. Errors: `notFound`. */
export const flightOf = async (req: RowRequest, asked: Asked): Promise<Flight | undefined> => {
  const draft = await findRow(req, SLUG.workflows, { where: { and: [{ office: { equals: asked.office } }, { code: { equals: asked.code } }] } })
  if (!draft) throw new DomainError('notFound')
  const versions = await versionsOf(req, asked)
  const current = versions.find(({ id }) => id === idOf(draft.current))
  if (!current) return undefined
  const older = versions.filter(({ id }) => id !== current.id)
  const rows = await standingOn(req, asked.office, older.map(({ id }) => id))
  const old = older.flatMap(({ id, number, definition }): OldVersion[] => {
    const here = rows.filter((row) => idOf(row.workflowVersion) === id)
    return here.length > 0 ? [{ id, number, definition: definition as WorkflowDef, count: here.length, at: byStep(here) }] : []
  })
  return { to: { id: current.id, number: current.number, definition: current.definition as WorkflowDef }, old }
}

/** Steps of the older versions in use, as their newest version calls them, in its order. */
export const oldSteps = ({ old }: Pick<Flight, 'old'>): StepDef[] => {
  const found = new Map<string, StepDef>()
  for (const step of old.flatMap(({ definition }) => openSteps(definition))) if (!found.has(step.code)) found.set(step.code, step)
  return [...found.values()]
}

/** What stands in the way of a mapping, each step once. */
export const flightProblems = ({ old, to }: Flight, map: StepMap): MapProblem[] => {
  const found = old.flatMap(({ definition }) => mapProblems({ from: definition, to: to.definition, map }))
  return found.filter(({ step, code }, at) => found.findIndex((other) => other.step === step && other.code === code) === at)
}

/** The task that brings matters of a workflow to another version and is not done yet. */
export const migrationUnderWay = async (req: RowRequest, { office, code }: Asked): Promise<Task | undefined> =>
  (await openTasks(req, office)).find(({ kind, subject }) => kind === 'migrate' && subject === code)

/** The last such task, done or not. */
export const lastMigration = (req: RowRequest, { office, code }: Asked): Promise<Task | undefined> =>
  findRow(req, SLUG.tasks, { where: { and: [{ office: { equals: office } }, { kind: { equals: 'migrate' } }, { subject: { equals: code } }] }, sort: '-id' })

type Start = Asked & { payload: Payload; user: PayloadRequest['user']; person: { id: string; name: string }; map: StepMap; reason: string; /** The version that was looked at. */ to: string }

const assertPossible = async (req: PayloadRequest, start: Start): Promise<Flight> => {
  const flight = await flightOf(req, start)
  if (!flight || flight.old.length === 0) throw new DomainError('invalid', {}, [{ field: 'map', code: 'nothing' }])
  if (flight.to.id !== start.to) throw new DomainError('conflict', { number: flight.to.number })
  if (await migrationUnderWay(req, start)) throw new DomainError('conflict', { underWay: true })
  const problems = flightProblems(flight, start.map)
  if (problems.length > 0) throw new DomainError('invalid', { steps: problems }, problems.map(({ step, code }) => ({ field: `map.${step}`, code })))
  return flight
}

/** Only what the versions name goes into the task. */
const wantedOf = (flight: Flight, map: StepMap): StepMap =>
  Object.fromEntries(oldSteps(flight).flatMap(({ code }): [string, string][] => (Object.hasOwn(map, code) && map[code] ? [[code, map[code]]] : [])))

/**
 * Queues the work that brings open matters of older versions to the one in force by a mapping of their steps. Returns the task. Errors: `invalid` where
 * the mapping is refused (`fields`: `map.<step>`) or nothing is in flight; `conflict` when another version was published meanwhile or such work is under way.
 */
export const startMigration = (start: Start): Promise<string> =>
  withTransaction(start.payload, async (req) => {
    req.user = start.user
    const flight = await assertPossible(req, start)
    const { office, code, reason, person } = start
    const from = flight.old.map(({ id }) => id)
    const total = flight.old.reduce((sum, { count }) => sum + count, 0)
    const input = { from, to: { id: flight.to.id, number: flight.to.number }, map: wantedOf(flight, start.map), reason, by: person.name }
    await appendAudit(req, { office, action: 'structure.migrate', actor: { kind: 'staff', ...person }, targetKind: SLUG.workflows, target: code, detail: { number: flight.to.number, total } })
    return queueTask(req, { office, kind: 'migrate', subject: code, input, total })
  })
