import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { countRows, findRow, findRows } from '@/db/rows'
import type { Matter, Role } from '@/payload-types'
import { runDemo } from '@/services/boot/demo'
import { demoMatters } from '@/services/boot/demo/matters'
import { demoPeople } from '@/services/boot/demo/people'
import type { DemoPeople } from '@/services/boot/demo/types'
import { SLUG } from '@/slugs'
import { bookFaults } from '../helpers/books'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let people: DemoPeople
let matters: Matter[]
let led: Set<string>
const said: string[] = []
const told: [number, number][] = []

beforeAll(async () => {
  portal = await openPortal()
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.push(String(text))
    return true
  })
  people = await demoPeople(portal.payload)
  write.mockRestore()
  await demoMatters(portal.payload, people, (...progress) => told.push(progress))
  matters = await findRows({ payload: portal.payload }, SLUG.matters)
  led = new Set((await findRows({ payload: portal.payload }, SLUG.units, { where: { lead: { exists: true } } })).map(({ id }) => id))
})
afterAll(() => portal.close())

const some = (is: (matter: Matter) => boolean): number => matters.filter(is).length
const past = (instant?: string | null): boolean => Boolean(instant) && Date.parse(instant ?? '') < Date.now()

describe('the people of the demonstration', () => {
  it('hold each role once by its name, and sign in with the one password that was printed', async () => {
    const roles = (await findRows({ payload: portal.payload }, SLUG.roles)).filter(({ exclusive }: Role) => exclusive !== 'owner')
    expect(roles.map(({ code }) => people.ids.has(code.toLowerCase()))).toEqual(roles.map(() => true))
    expect(said.join('')).toContain(people.password)
    const { user, token } = await portal.payload.login({ collection: SLUG.users, data: { username: 'dispatcher', password: people.password } })
    expect([user?.mustChangePassword, typeof token]).toEqual([false, 'string'])
  })

  it('leave nothing to be appointed', async () => {
    expect((await findRow({ payload: portal.payload }, SLUG.offices, {}))?.appointmentsOpen).toBe(false)
  })
})

describe('the matters of the demonstration', () => {
  it.each<[string, (matter: Matter) => boolean]>([
    ...['intake', 'routing', 'coordination', 'handling', 'supervision', 'archive'].map((phase): [string, (matter: Matter) => boolean] => [`are in ${phase}`, (matter) => matter.phase === phase]),
    ['are late', ({ open, paused, dueAt }) => open === true && paused !== true && past(dueAt)],
    ['are nearly late', ({ open, paused, dueAt, warnAt }) => open === true && paused !== true && past(warnAt) && !past(dueAt)],
    ['wait while the clock is stopped', ({ paused }) => paused === true],
    ['have no owner', ({ phase, ownerUnit, ownerTeam, ownerPerson }) => phase === 'routing' && !ownerUnit && !ownerTeam && !ownerPerson],
    ['came back', ({ open, returns }) => open === true && (returns ?? 0) > 0],
    ['are restricted', ({ confidentiality }) => confidentiality === 'restricted'],
    ['were merged', ({ mergedInto }) => Boolean(mergedInto)],
    ['wait for the word of their reporter', ({ step, silenceAt }) => step === 'confirm' && Boolean(silenceAt)],
  ])('%s', (_what, is) => {
    expect(some(is)).toBeGreaterThan(0)
  })

  it('have an owner who can work on them', async () => {
    const reached = matters.filter(({ step }) => step === 'handling').filter(({ ownerPerson, ownerTeam, ownerUnit }) => !ownerPerson && !ownerTeam && !led.has(String(ownerUnit)))
    expect(reached).toEqual([])
  })

  it('have photos, and messages that leave the portal for none', async () => {
    expect(await countRows({ payload: portal.payload }, SLUG.attachments, { matter: { exists: true } })).toBeGreaterThan(0)
    expect(await countRows({ payload: portal.payload }, SLUG.outbox, { sentAt: { exists: false } })).toBe(0)
  })

  it('say how far it is', () => {
    expect(told.length).toBeGreaterThan(2)
    expect(told.at(-1)).toEqual([matters.length, matters.length])
  })

  it('lie in the past, with books in order', async () => {
    const events = await findRows({ payload: portal.payload }, SLUG.events)
    expect(events.filter(({ at }) => !past(at))).toEqual([])
    expect(await bookFaults(portal.payload)).toEqual([])
  })

  it('are made once', async () => {
    await runDemo(portal.payload)
    expect(await countRows({ payload: portal.payload }, SLUG.matters)).toBe(matters.length)
  })
})
