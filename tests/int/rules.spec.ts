import { createLocalReq } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countRows, findRows } from '@/db/rows'
import type { Lang } from '@/domain/words'
import { setClock } from '@/lib/clock'
import { deskFrame } from '@/services/desk/frame'
import { deskOf, type Desk } from '@/services/desk/desk'
import { acknowledgeRule, awaitedCount, rulesView, ruleView } from '@/services/desk/rules'
import { documentsOf } from '@/services/structure/rules'
import { SLUG } from '@/slugs'
import { makePeople, PASSWORD, type People } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

const DAY = 86_400_000

let portal: TestPortal
let people: People
let at = Date.now()

beforeAll(async () => {
  portal = await openPortal()
  people = await makePeople(portal.payload)
})
afterAll(() => portal.close())
beforeEach(() => setClock(() => at))
afterEach(() => setClock())

const rows = () => ({ payload: portal.payload })

const requestOf = async (role: string) => {
  const user = await portal.payload.findByID({ collection: SLUG.users, id: people.as(role).id, depth: 0, overrideAccess: true })
  return createLocalReq({ user: { ...user, collection: SLUG.users } }, portal.payload)
}
const deskFor = async (role: string, lang: Lang = 'en'): Promise<Desk> => {
  const req = await requestOf(role)
  const { id, username } = people.as(role)
  return deskOf({ req, person: { id, username, office: String(req.user?.office), name: String(req.user?.name) }, lang })
}
const idOfRule = async (code: string) => (await findRows(rows(), SLUG.rules, { where: { code: { equals: code } } }))[0]!.id
const edit = async (code: string, change: Record<string, unknown>, locale: 'zh' | 'en' = 'zh') =>
  portal.payload.update({ collection: SLUG.rules, id: await idOfRule(code), locale, data: { _status: 'published', ...change } as never, overrideAccess: false, depth: 0, req: await requestOf('owner') })
const clausesOf = async (code: string, locale: 'zh' | 'en' = 'zh') =>
  (await portal.payload.findByID({ collection: SLUG.rules, id: await idOfRule(code), locale, depth: 0, overrideAccess: true })).clauses ?? []
const codes = (list: { href: string }[]) => list.map(({ href }) => href.split('/').at(-1))
const refusal = async (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: { code?: string }) => error.code ?? 'threw')

describe('rule documents at the desk', () => {
  it('wait for those they bind, and for nobody else', async () => {
    expect(codes((await rulesView(await deskFor('volunteer'))).awaited)).toEqual(['circular', 'supervision', 'accountability', 'archive'])
    expect(await awaitedCount(await deskFor('volunteer'))).toBe(4)
    const intake = await rulesView(await deskFor('intake'))
    expect([intake.awaited, intake.others.length]).toEqual([[], 7])
  })

  it('are acknowledged once, by whom they bind, in the edition that was read', async () => {
    const desk = await deskFor('volunteer')
    expect((await ruleView(desk, 'circular')).state).toBe('asked')
    expect(await refusal(acknowledgeRule(desk, 'circular', '0'))).toBe('conflict')
    expect(await refusal(acknowledgeRule(await deskFor('intake'), 'circular', '1'))).toBe('notAllowed')
    expect(await refusal(acknowledgeRule(desk, 'nothing', '1'))).toBe('notFound')
    expect(await countRows(rows(), SLUG.acknowledgements)).toBe(0)
    await acknowledgeRule(desk, 'circular', '1')
    await acknowledgeRule(desk, 'circular', '1')
    expect(await countRows(rows(), SLUG.acknowledgements)).toBe(1)
    expect(await countRows(rows(), SLUG.audit, { action: { equals: 'rules.acknowledge' } })).toBe(1)
    expect((await ruleView(desk, 'circular')).state).toBe('done')
    expect(await awaitedCount(desk)).toBe(3)
  })

  it('are counted in the navigation, in the bar while something waits', async () => {
    const entry = async (role: string) => (await deskFrame(await deskFor(role), { path: '/desk' })).nav.find(({ key }) => key === 'rules')
    expect(await entry('volunteer')).toMatchObject({ place: 'bar', count: 3, href: '/desk/rules' })
    expect(await entry('intake')).toMatchObject({ place: 'menu' })
    expect((await entry('intake'))?.count).toBeUndefined()
  })

  it('show who has and who has not to those who look after them', async () => {
    for (const role of ['owner', 'director', 'auditor', 'securityAdmin']) {
      const { bound } = await ruleView(await deskFor(role), 'circular')
      expect(bound?.done).toBe(1)
      const waiting = bound?.people.filter(({ done }) => !done).map(({ name }) => name)
      expect([waiting, bound?.people.at(-1)?.name]).toEqual([['Test t-handler', 'Test t-mediator'], 'Test t-volunteer'])
    }
    for (const role of ['volunteer', 'dispatcher', 'publisher']) expect((await ruleView(await deskFor(role), 'circular')).bound).toBeUndefined()
  })

  it('ask again for a new edition, and a changed text must be one', async () => {
    const clauses = await clausesOf('circular')
    const changed = clauses.map((clause, index) => (index === 0 ? { ...clause, text: `${clause.text}\n补充一句。` } : clause))
    await expect(edit('circular', { clauses: changed })).rejects.toMatchObject({ data: { errors: [{ path: 'edition' }] } })
    await expect(edit('circular', { clauses: clauses.slice(1) }, 'en')).rejects.toMatchObject({ data: { errors: [{ path: 'edition' }] } })
    await edit('circular', { clauses, summary: '只改摘要' })
    expect(await awaitedCount(await deskFor('volunteer'))).toBe(3)
    await edit('circular', { clauses: changed, edition: '2' })
    expect(await awaitedCount(await deskFor('volunteer'))).toBe(4)
    expect(await refusal(acknowledgeRule(await deskFor('volunteer'), 'circular', '1'))).toBe('conflict')
    await acknowledgeRule(await deskFor('volunteer'), 'circular', '2')
    expect(await countRows(rows(), SLUG.acknowledgements)).toBe(2)
  })

  it('may be reworded while nobody has acknowledged them', async () => {
    const clauses = await clausesOf('assessment')
    await edit('assessment', { clauses: clauses.map((clause) => ({ ...clause, heading: `${clause.heading ?? ''}（改）` })) })
    expect((await documentsOf(rows(), String((await requestOf('owner')).user?.office))).find(({ code }) => code === 'assessment')?.clauses[0]?.heading.zh).toContain('（改）')
  })

  it('are not deleted once acknowledged', async () => {
    const remove = async (code: string) => portal.payload.delete({ collection: SLUG.rules, id: await idOfRule(code), overrideAccess: false, req: await requestOf('owner') })
    await expect(remove('circular')).rejects.toMatchObject({ status: 409 })
    await remove('assessment')
    expect((await rulesView(await deskFor('owner'))).others).toHaveLength(6)
  })

  it('ask nobody before their day', async () => {
    await edit('accountability', { effectiveAt: new Date(at + 2 * DAY).toISOString() })
    const desk = await deskFor('volunteer')
    expect([codes((await rulesView(desk)).coming), (await ruleView(desk, 'accountability')).state]).toEqual([['accountability'], 'coming'])
    expect(await refusal(acknowledgeRule(desk, 'accountability', '1'))).toBe('notAllowed')
    at += 3 * DAY
    expect(codes((await rulesView(await deskFor('volunteer'))).awaited)).toContain('accountability')
  })

  it('show a list of acknowledgements on Payload’s doors to those who look after it, and to everybody their own', async () => {
    const list = async (role: string) => (await portal.payload.find({ collection: SLUG.acknowledgements, overrideAccess: false, depth: 0, req: await requestOf(role) })).totalDocs
    expect([await list('owner'), await list('director'), await list('volunteer'), await list('dispatcher')]).toEqual([2, 2, 2, 0])
  })

  it('offer the version in force of a definition to a director', async () => {
    const req = await requestOf('director')
    const { docs } = await portal.payload.find({ collection: SLUG.workflows, overrideAccess: false, depth: 1, req })
    expect(docs[0]?.current).toMatchObject({ kind: 'workflow', label: expect.any(String) })
  })

  it('are acknowledged by a form of this site, by whoever is signed in', async () => {
    // Its configuration is read when it is imported: of the portal that is open by then.
    const { POST } = await import('@/app/(desk)/desk/rules/[code]/acknowledge/route')
    const { token } = await portal.payload.login({ collection: SLUG.users, data: { username: people.as('volunteer').username, password: PASSWORD }, overrideAccess: true })
    const post = async (headers: Record<string, string>, edition = '1') => {
      const request = new Request('http://portal.test/desk/rules/archive/acknowledge', { method: 'POST', headers: { host: 'portal.test', ...headers }, body: new URLSearchParams({ edition }) })
      return (await POST(request, { params: Promise.resolve({ code: 'archive' }) })).headers.get('location')
    }
    const session = { cookie: `payload-token=${token}` }
    const before = await countRows(rows(), SLUG.acknowledgements)
    expect(await post({})).toBe('/desk/sign-in?said=ended&next=%2Fdesk%2Frules%2Farchive')
    expect(await post({ ...session, origin: 'http://elsewhere.test' })).toBe('/desk/rules/archive?fault=refused')
    expect(await post({ ...session, origin: 'http://portal.test' }, '7')).toBe('/desk/rules/archive?fault=changed')
    expect(await countRows(rows(), SLUG.acknowledgements)).toBe(before)
    expect(await post({ ...session, origin: 'http://portal.test' })).toBe('/desk/rules/archive')
    expect(await countRows(rows(), SLUG.acknowledgements)).toBe(before + 1)
  })
})
