import { createLocalReq } from 'payload'
import { countRows, deleteRows, findRow, findRows, insertRow, updateRowIf } from '@/db/rows'
import { cn } from '@/domain/clocks/calendar.fixture'
import type { RoutineDef } from '@/domain/routines/types'
import { setClock } from '@/lib/clock'
import { deskOf, type Desk } from '@/services/desk/desk'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { makePeople, type People } from './people'
import { openPortal, type TestPortal } from './portal'

/** Sets the portal's clock to a moment in China. */
export const at = (text: string): void => setClock(() => cn(text))

export const daily: RoutineDef = {
  code: 'digest', name: { zh: '日汇总' }, on: true, cadence: { kind: 'daily', workdaysOnly: false }, at: '08:00',
  opens: {
    kind: 'matter', matterType: 'log', title: { zh: '{date} 情况汇总' }, text: { zh: '昨天的数字已经填好，请核对。' }, answers: { kind: 'digest' },
    fills: [{ question: 'received', measure: 'received', period: 'day' }, { question: 'open', measure: 'open', period: 'day' }],
  },
  assign: { kind: 'team', team: 'professional' }, limit: { amount: 2, unit: 'workingHours' },
}

/** What `daily` opens. */
export const dailyOpens = daily.opens as Extract<RoutineDef['opens'], { kind: 'matter' }>

export type RoutinePortal = TestPortal & {
  people: People
  req: () => { payload: TestPortal['payload'] }
  put: (change?: Partial<RoutineDef>, nextAt?: string) => Promise<string>
  runsOf: (routine: string) => Promise<Awaited<ReturnType<typeof findRows<'routine-runs'>>>>
  nextOf: (routine: string) => Promise<string | null | undefined>
  deskAs: (role: string) => Promise<Desk>
  tidy: () => Promise<void>
}

/** A portal with people and no routines. */
export const openRoutinePortal = async (): Promise<RoutinePortal> => {
  at('2026-03-02 07:00')
  const portal = await openPortal()
  const people = await makePeople(portal.payload)
  const office = (await needModel(portal.payload)).office.id
  const req = () => ({ payload: portal.payload })
  await deleteRows(req(), SLUG.routines, { id: { exists: true } })
  const runsOf: RoutinePortal['runsOf'] = (routine) => findRows(req(), SLUG.runs, { where: { routine: { equals: routine } }, sort: 'dueAt' })
  return {
    ...portal, people, req, runsOf,
    put: async (change = {}, nextAt) => {
      const def = { ...daily, ...change }
      return insertRow(req(), SLUG.routines, { office, code: def.code, name: def.name as never, definition: def as never, active: def.on, ...(nextAt ? { nextAt: new Date(cn(nextAt)).toISOString() } : {}) })
    },
    nextOf: async (routine) => (await findRow(req(), SLUG.routines, { where: { id: { equals: routine } } }))?.nextAt,
    deskAs: async (role) => {
      const { id } = people.as(role)
      const user = await portal.payload.findByID({ collection: SLUG.users, id, overrideAccess: true, depth: 0 })
      const local = await createLocalReq({ user: { ...user, collection: SLUG.users } }, portal.payload)
      return deskOf({ req: local, person: { id, office: String(user.office), name: user.name, username: role }, lang: 'zh' })
    },
    tidy: async () => {
      for (const run of await findRows(req(), SLUG.runs, {}))
        if ((await countRows(req(), SLUG.checks, { run: { equals: run.id } })) === 0) await deleteRows(req(), SLUG.runs, { id: { equals: run.id } })
      for (const { id } of await findRows(req(), SLUG.routines, {})) {
        if ((await runsOf(id)).length > 0) await updateRowIf(req(), SLUG.routines, { id: { equals: id } }, { active: false })
        else await deleteRows(req(), SLUG.routines, { id: { equals: id } })
      }
    },
    close: async () => {
      setClock()
      await portal.close()
    },
  }
}
