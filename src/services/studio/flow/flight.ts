import type { PayloadRequest } from 'payload'
import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/matter/text'
import { proposedMap, openSteps, type MapProblem, type StepMap } from '@/domain/workflow/migration'
import { tMaybe } from '@/i18n'
import type { Desk } from '@/services/desk/desk'
import { flightOf, flightProblems, lastMigration, oldSteps, startMigration, type Flight } from '@/services/structure/migrate'
import { clockPreview, type ClockMove } from '@/services/structure/migratePreview'

export type FlightTask = { state: 'waiting' | 'running' | 'done'; done: number; total: number; failed: boolean; at: string }

/** Open matters on older versions of a workflow, step by step, and where they could go. */
export type FlightView = {
  to?: { id: string; number: number }
  total: number
  versions: { number: number; count: number }[]
  steps: { code: string; name: string; phase: string; count: number; target: string }[]
  targets: { code: string; name: string; phase: string }[]
  task?: FlightTask
}

export type FlightPreview = { problems: { step: string; code: MapProblem['code'] }[]; clocks: { step: string; clock: string; what: ClockMove; count: number; looked: number }[] }

const askedOf = (desk: Desk, code: string) => ({ office: desk.model.office.id, code })

const rowsOf = (flight: Flight, { say }: Desk): FlightView['steps'] => {
  const proposed = proposedMap(flight.old.map(({ definition }) => definition), flight.to.definition)
  return oldSteps(flight).map(({ code, name, phase }) => ({
    code, name: say(name), phase, count: flight.old.reduce((sum, { at }) => sum + (at.get(code)?.length ?? 0), 0), target: proposed[code] ?? '',
  }))
}

const taskOf = async (desk: Desk, code: string): Promise<{ task?: FlightTask }> => {
  const task = await lastMigration(desk.req, askedOf(desk, code))
  return task ? { task: { state: task.state, done: task.done, total: task.total ?? task.done, failed: Boolean(task.error), at: task.finishedAt ?? task.requestedAt } } : {}
}

/** What is in flight on older versions. Errors: `notFound`. */
export const flightView = async (desk: Desk, code: string): Promise<FlightView> => {
  const flight = await flightOf(desk.req, askedOf(desk, code))
  const task = await taskOf(desk, code)
  if (!flight) return { total: 0, versions: [], steps: [], targets: [], ...task }
  return {
    to: { id: flight.to.id, number: flight.to.number }, total: flight.old.reduce((sum, { count }) => sum + count, 0), versions: flight.old.map(({ number, count }) => ({ number, count })),
    steps: rowsOf(flight, desk), targets: openSteps(flight.to.definition).map(({ code: target, name, phase }) => ({ code: target, name: desk.say(name), phase })), ...task,
  }
}

const mapOf = (value: unknown): StepMap =>
  (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string').slice(0, 200)) : {})

const nameOf = (clock: string, { lang, model, say }: Desk): string =>
  tMaybe(lang, `staff.clock.${clock}`) ?? (say(model.limits?.definition.limits.find((limit) => limit.clock === clock)?.name) || clock)

/** What a mapping would do: what stands in its way, and which clocks it would begin or end. Errors: `notFound`. */
export const flightPreview = async (desk: Desk, code: string, given: unknown): Promise<FlightPreview> => {
  const flight = await flightOf(desk.req, askedOf(desk, code))
  if (!flight) return { problems: [], clocks: [] }
  const map = mapOf(given)
  const clocks = await clockPreview(desk.req as PayloadRequest, desk.model, { flight, map })
  return { problems: flightProblems(flight, map), clocks: clocks.map((line) => ({ ...line, clock: nameOf(line.clock, desk) })) }
}

/** Starts bringing open matters to the version in force. Errors: `notAllowed`; `invalid` without a reason; and those of `startMigration`. */
export const beginMigration = async (desk: Desk, code: string, given: { map: unknown; reason: unknown; to: unknown }): Promise<FlightView> => {
  if (!desk.holds('structure.publish')) throw new DomainError('notAllowed')
  const reason = typeof given.reason === 'string' ? cleanLine(given.reason).slice(0, 300) : ''
  if (!reason) throw new DomainError('invalid', {}, [{ field: 'reason', code: 'required' }])
  const person = { id: desk.me.id, name: desk.me.name }
  await startMigration({ payload: desk.payload, user: desk.req.user, person, ...askedOf(desk, code), map: mapOf(given.map), reason, to: typeof given.to === 'string' ? given.to : '' })
  return flightView(desk, code)
}
