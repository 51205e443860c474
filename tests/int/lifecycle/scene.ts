import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { addWorkingMinutes } from '@/domain/clocks'
import { DomainError } from '@/domain/errors'
import { setClock } from '@/lib/clock'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { driver, reporter, type Driver } from '../../helpers/matters'
import { addPerson, makePeople, type ActingOf, type People, type Person } from '../../helpers/people'
import type { TestPortal } from '../../helpers/portal'

export type Engine = {
  open: () => Promise<TestPortal>
  /** Makes the database refuse every row of the outbox, until the returned is called. Absent where nothing is taken back. */
  jamOutbox?: (payload: Payload) => Promise<() => Promise<unknown>>
}

const MINUTE = 60_000
export const DAY = 86_400_000
/** A Monday morning, 09:30 in the office's zone. */
export const MONDAY = Date.parse('2026-03-02T01:30:00.000Z')

export const refusal = async (work: Promise<unknown>): Promise<DomainError> => {
  const error: unknown = await work.then(() => undefined, (reason: unknown) => reason)
  if (error instanceof DomainError) return error
  throw new Error(`expected a refusal, got ${String(error)}`)
}

type Given = Parameters<Driver['create']>[0]

const ways = (clock: { work: (minutes: number) => void; later: (minutes: number) => void }, on: Driver, by: (role: string) => ActingOf, team: () => string) => {
  const accepted = async (given: Given = {}): Promise<string> => {
    const { matter } = await on.create(given)
    clock.work(20)
    await on.move(matter.id, 'accept', { by: by('intake') })
    return matter.id
  }
  /** In handling, with the handler's team as lead. */
  const handled = async (given: Given = {}): Promise<string> => {
    const id = await accepted({ category: 'security-patrol', ...given })
    clock.work(20)
    await on.move(id, 'assign', { by: by('dispatcher'), input: { lead: { team: team() } } })
    return id
  }
  const done = async (given?: Given, who: ActingOf = by('handler')): Promise<string> => {
    const id = await handled(given)
    clock.work(60)
    await on.move(id, 'done', { by: who, input: { outcome: 'solved', reply: '已经修好了' } })
    return id
  }
  const verified = async (given?: Given): Promise<string> => {
    const id = await done(given)
    clock.work(30)
    await on.move(id, 'verify', { by: by('supervisor'), input: { reason: '现场看过' } })
    return id
  }
  const archived = async (given?: Given): Promise<string> => {
    const id = await verified(given)
    clock.later(120)
    await on.move(id, 'confirmSolved', { by: reporter, input: { rating: 5 } })
    return id
  }
  return { accepted, handled, done, verified, archived }
}

/** A portal with its people, a clock that each test starts on a Monday, and the ways to bring a matter so far. */
export const openScene = ({ open, jamOutbox }: Engine) => {
  let portal: TestPortal
  let people: People
  let other: Person
  let structure: OfficeModel
  let instant = MONDAY
  const payload = () => portal.payload
  const model = () => structure
  const person = (role: string) => people.as(role)
  const by = (role: string): ActingOf => person(role).acting
  const team = () => structure.teams.byCode.get('professional')?.id ?? ''
  const pass = (ms: number): void => {
    instant += ms
  }
  const later = (minutes: number) => pass(minutes * MINUTE)
  const work = (minutes: number): void => {
    instant = addWorkingMinutes(instant, minutes, structure.calendar)
  }
  const on = driver(payload)

  beforeAll(async () => {
    portal = await open()
    people = await makePeople(portal.payload)
    other = await addPerson(portal.payload, { username: 't-second', roles: [{ role: 'handler' }, { role: 'supervisor' }], seat: 'jw', duties: [{ team: 'professional' }] })
    structure = await needModel(portal.payload)
  })
  afterAll(() => portal.close())
  beforeEach(() => {
    instant = MONDAY
    setClock(() => instant)
  })
  afterEach(() => setClock())
  return { payload, model, person, by, team, pass, later, work, on, second: () => other, at: () => instant, jamOutbox, ...ways({ work, later }, on, by, team) }
}

export type Scene = ReturnType<typeof openScene>
