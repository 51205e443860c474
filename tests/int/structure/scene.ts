import { createLocalReq, type CollectionSlug } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { addWorkingMinutes } from '@/domain/clocks'
import { runTasks } from '@/jobs/tasks.handler'
import { setClock } from '@/lib/clock'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { driver } from '../../helpers/matters'
import { makePeople, type ActingOf, type People } from '../../helpers/people'
import type { TestPortal } from '../../helpers/portal'

export const SECOND = 1000
export const DAY = 86_400_000

/** Monday mornings, 09:30 in the office's zone, with no holiday in their week: time only ever goes on. */
const MONDAYS = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-05-11', '2026-05-18', '2026-06-01', '2026-07-06', '2026-07-13', '2026-07-20', '2026-07-27', '2026-08-03', '2026-08-10', '2026-08-17', '2026-08-24', '2026-08-31', '2026-09-07', '2026-09-14']
  .map((day) => Date.parse(`${day}T01:30:00.000Z`))

/** A portal with its people, a clock that each test starts on a later Monday, and the admin's own doors. */
export const openScene = (open: () => Promise<TestPortal>) => {
  let portal: TestPortal
  let people: People
  let structure: OfficeModel
  let [turn, monday, at] = [0, 0, 0]
  const payload = () => portal.payload

  beforeAll(async () => {
    portal = await open()
    people = await makePeople(portal.payload)
  })
  afterAll(() => portal.close())
  beforeEach(async () => {
    monday = MONDAYS[turn] ?? 0
    turn += 1
    at = monday
    setClock(() => at)
    structure = await needModel(portal.payload)
  })
  afterEach(() => setClock())

  /** As the admin does it: with the owner's own rights. */
  const asOwner = async () => {
    const user = await payload().findByID({ collection: SLUG.users, id: people.as('owner').id, depth: 0, overrideAccess: true })
    return { overrideAccess: false, depth: 0, req: await createLocalReq({ user: { ...user, collection: SLUG.users } }, payload()) } as const
  }
  return {
    payload,
    on: driver(payload),
    rows: () => ({ payload: payload() }),
    by: (role: string): ActingOf => people.as(role).acting,
    model: () => structure,
    monday: () => monday,
    pass: (ms: number): void => {
      at += ms
    },
    work: (minutes: number): void => {
      at = addWorkingMinutes(at, minutes, structure.calendar)
    },
    now: () => at,
    unit: (code: string) => {
      const found = structure.units.byCode.get(code)
      if (!found) throw new Error(`no unit ${code}`)
      return found
    },
    put: async (collection: CollectionSlug, data: Record<string, unknown>) => payload().create({ collection, data: data as never, ...(await asOwner()) }),
    change: async (collection: CollectionSlug, id: string, data: Record<string, unknown>) => payload().update({ collection, id, data: data as never, ...(await asOwner()) }),
    remove: async (collection: CollectionSlug, id: string) => payload().delete({ collection, id, ...(await asOwner()) }),
    /** Lets everything that changes have queued run to its end. */
    settle: async (): Promise<void> => {
      for (let turns = 0; turns < 20; turns += 1) {
        at += 30 * SECOND
        if ((await runTasks(payload())) === 0) return
      }
      throw new Error('tasks do not come to an end')
    },
  }
}

export type Scene = ReturnType<typeof openScene>

export type Shift = { clock: string; from: string | null; to: string | null }

/** The limits an event says were moved. */
export const shiftsOf = (event: { data?: unknown } | undefined): Shift[] => ((event?.data ?? {}) as { clocks?: Shift[] }).clocks ?? []
