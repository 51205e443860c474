import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { countRows, findRow, findRows } from '@/db/rows'
import { registerReviews } from '@/jobs/registerReviews.handler'
import { setClock } from '@/lib/clock'
import { openMatter } from '@/services/desk/matter/open'
import { actOnMatter } from '@/services/matters/act'
import { staffOf } from '@/services/matters/actor'
import { findPages } from '@/services/site/content/findPages'
import { hasOpenRegisters, openRegisters, placeList, placePage, reportPlace } from '@/services/site/content/places'
import { placedOf } from '@/services/site/report/type'
import { awaitedReviews } from '@/services/registers/reminders'
import { needEntry, needRegister, type Register } from '@/services/registers/register'
import { closeEntry, reviewEntry, saveEntry } from '@/services/registers/save'
import { needModel } from '@/services/structure/cache'
import type { Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'
import { openDeskPortal, type DeskPortal } from '../helpers/desk'
import { TEXT, visitor } from '../helpers/siteReport'

let portal: DeskPortal
let clerk: Desk
let sites: Register
let here: { payload: DeskPortal['payload']; model: Awaited<ReturnType<typeof needModel>>; lang: 'zh' }
const DAY = 86_400_000

const state = (): string => String(sites.def.pages.flatMap(({ questions }) => questions).find(({ key }) => key === 'state')!.options![0]!.code)

beforeAll(async () => {
  portal = await openDeskPortal()
  clerk = await portal.deskFor('clerk')
  sites = await needRegister(clerk, 'sites')
  here = { payload: portal.payload, model: await needModel(portal.payload), lang: 'zh' }
  await saveEntry(clerk, sites, { code: 's1', answers: { name: '三号楼外立面', builder: '建工一公司', workers: 42, state: state() }, unit: 'jw-01-01', address: '枫林路 3 号' })
})
afterAll(() => portal.close())
afterEach(() => setClock())

describe('what residents read', () => {
  it('are open registers, public fields and entries in use; nothing else', async () => {
    const open = await openRegisters(here)
    expect(open.map(({ code }) => code)).toContain('sites')
    expect(open.map(({ code }) => code)).not.toContain('premises')
    const list = await placeList(here, 'sites', {})
    expect(list.items.map(({ title }) => title)).toEqual(['三号楼外立面'])
    const page = await placePage(here, 'sites', 's1')
    expect(page.lines.map(({ text }) => text)).toEqual(['建工一公司'])
    // How many work there is for staff alone: on no page, in no search.
    expect(JSON.stringify([list, page])).not.toContain('42')
    expect((await placeList(here, 'sites', { q: '42' })).items).toEqual([])
    expect((await placeList(here, 'sites', { q: '建工' })).items).toHaveLength(1)
    for (const [register, entry] of [['premises', 's1'], ['nosuch', 's1'], ['sites', 'nosuch']] as const) await expect(placePage(here, register, entry)).rejects.toMatchObject({ code: 'notFound' })
    await expect(placeList(here, 'premises', {})).rejects.toMatchObject({ code: 'notFound' })
    await saveEntry(clerk, sites, { code: 's2', answers: { name: '完工的', state: state() }, unit: 'jw-01-01' })
    await closeEntry(clerk, sites, { code: 's2', revision: 1, reason: '完工' })
    await expect(placePage(here, 'sites', 's2')).rejects.toMatchObject({ code: 'notFound' })
    expect((await placeList(here, 'sites', {})).items).toHaveLength(1)
  })
})

const upToSend = async (browser: ReturnType<typeof visitor>, category = 'security-dark') => {
  await browser.post('describe', { text: TEXT, p: 'sites/s1' })
  await browser.post('describe', { text: TEXT, category })
  // The page shows the words of the place, and sends them back.
  await browser.post('where', { detail: (await browser.draft()).place.detail })
  await browser.post('questions', { page: '1', 'q.danger': 'no', 'q.since': 'today' })
  await browser.post('photos')
  await browser.post('contact', {})
}
const last = async () => (await findRows(portal, SLUG.matters, { sort: '-id', limit: 1 }))[0]

describe('a report from an entry’s page', () => {
  it('has its place filled in, and points at the entry', async () => {
    const browser = visitor(portal.payload)
    await upToSend(browser)
    expect(await browser.draft()).toMatchObject({ place: { unit: 'jw-01-01', by: 'link' }, entry: { name: '三号楼外立面' } })
    expect(await browser.post('check', { do: 'send' })).toMatchObject({ to: '/receipt' })
    const { id } = await needEntry(clerk, sites, 's1')
    expect(await last()).toMatchObject({ entry: id, unit: here.model.units.byCode.get('jw-01-01')!.id, address: expect.stringContaining('三号楼外立面') })
  })

  it('points nowhere once another place was said', async () => {
    const browser = visitor(portal.payload)
    await upToSend(browser)
    await browser.post('where', { do: 'forget' })
    await browser.post('where', { way: 'code', plate: 'jw-01-01-01', do: 'find' })
    await browser.post('where', {})
    expect((await browser.draft()).entry).toBeUndefined()
    await browser.post('check', { do: 'send' })
    expect((await last())?.entry ?? null).toBeNull()
  })

  it('points nowhere once another place was chosen without a word about the first', async () => {
    const browser = visitor(portal.payload)
    await upToSend(browser)
    await browser.post('where', { way: 'code', plate: 'jw-01-01-01', do: 'find' })
    expect(await browser.draft()).toMatchObject({ place: { unit: 'jw-01-01-01' } })
    expect((await browser.draft()).entry).toBeUndefined()
  })

  it('goes through without the entry when that was closed meanwhile', async () => {
    const browser = visitor(portal.payload)
    await upToSend(browser)
    const { revision } = await needEntry(clerk, sites, 's1')
    await closeEntry(clerk, sites, { code: 's1', revision, reason: '完工' })
    expect(await browser.post('check', { do: 'send' })).toMatchObject({ to: '/receipt' })
    expect((await last())?.entry ?? null).toBeNull()
    await closeEntry(clerk, sites, { code: 's1', revision: revision + 1, reason: '又开工', open: true })
  })

  it('is of the one type residents may report about it, unless its category is of another', async () => {
    expect(await reportPlace(here, 'sites/s1')).toMatchObject({ type: 'report' })
    const browser = visitor(portal.payload)
    await browser.post('describe', { text: TEXT, p: 'sites/s1' })
    const draft = await browser.draft()
    const typeAt = (type: string, category = ''): string => placedOf(here.model, { ...draft, category, entry: { ...draft.entry!, type } }).type.code
    const other = here.model.categories.all.find(({ matterType, active }) => active !== false && here.model.types.byId.get(matterType ?? '')?.code === 'mediation')!.code
    expect([typeAt('hazard'), typeAt('hazard', other), typeAt('inspection'), typeAt('gone')]).toEqual(['hazard', 'mediation', 'report', 'report'])
  })

  it.each(['premises/s1', 'sites/nosuch', 'sites', '', '../x', 'a/b/c', 'constructor/__proto__'])('is an ordinary one for the link %j', async (link) => {
    expect(await reportPlace(here, link)).toBeUndefined()
  })
})

describe('a matter that points at an entry', () => {
  const pointing = async () => {
    const browser = visitor(portal.payload)
    await upToSend(browser)
    await browser.post('check', { do: 'send' })
    return (await last())!
  }
  const corrected = async (id: string, type: string) => {
    const desk = await portal.deskFor('clerk')
    const { revision } = (await findRow(portal, SLUG.matters, { where: { id: { equals: id } } }))!
    await actOnMatter({ payload: portal.payload, matter: id, act: 'correct', input: { type: here.model.types.byCode.get(type)!.id, reason: '类型不对' }, expectedRevision: revision, acting: staffOf(desk.req) })
    return (await findRow(portal, SLUG.matters, { where: { id: { equals: id } } }))!
  }

  it('lets it go when its kind becomes one that may not point there, and says so; else it keeps it', async () => {
    const { id, entry } = await pointing()
    expect(entry).toBeTruthy()
    const strange = here.model.types.all.find(({ code, active }) => !sites.def.matterTypes.includes(code) && active !== false)!
    const allowed = here.model.types.all.find(({ code, active, id: own }) => sites.def.matterTypes.includes(code) && active !== false && own !== strange.id && code !== 'report')
    if (allowed) expect((await corrected(id, allowed.code)).entry).toBe(entry)
    expect((await corrected(id, strange.code)).entry ?? null).toBeNull()
    const event = await findRow(portal, SLUG.events, { where: { and: [{ matter: { equals: id } }, { action: { equals: 'correct' } }] }, sort: '-seq' })
    expect(event?.data).toMatchObject({ entry: { from: 's1', to: null } })
    const shown = (await openMatter(await portal.deskFor('clerk'), id)).events.at(-1)
    expect(shown?.text).toContain('不再指着原来的台账条目')
    // its way back does not bring the entry back: nobody said it is about that place
    expect((await corrected(id, 'report')).entry ?? null).toBeNull()
  })
})

describe('the way to open registers', () => {
  it('is shown while there is one that residents may read, and found by its name', async () => {
    expect(await hasOpenRegisters(here)).toBe(true)
    expect((await findPages(portal.payload, here.model, 'zh', '场所和设施')).map(({ path }) => path)).toContain('/places')
    const none = { ...here.model, registers: { ...here.model.registers, all: [] } }
    expect(await hasOpenRegisters({ ...here, model: none })).toBe(false)
    expect((await findPages(portal.payload, none, 'zh', '场所和设施')).map(({ path }) => path)).not.toContain('/places')
  })
})

describe('reviews', () => {
  it('are reminded of once a round, to whoever answers for the place', async () => {
    const reminders = () => findRows(portal, SLUG.outbox, { where: { kind: { equals: 'register.review' } }, sort: 'id' })
    await registerReviews(portal.payload)
    expect(await reminders()).toEqual([])
    const entry = await needEntry(clerk, sites, 's1')
    const due = Date.parse(entry.reviewDue!)
    setClock(() => due - 2 * DAY)
    await registerReviews(portal.payload)
    await registerReviews(portal.payload)
    const sent = await reminders()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.payload).toMatchObject({ register: 'sites', entry: entry.id })
    expect(JSON.stringify(sent)).not.toContain('外立面')
    await reviewEntry(await portal.deskFor('clerk'), sites, { code: 's1', revision: entry.revision })
    await registerReviews(portal.payload)
    expect(await reminders()).toHaveLength(1)
    const again = Date.parse((await needEntry(clerk, sites, 's1')).reviewDue!)
    expect(again).toBeGreaterThan(due)
    setClock(() => again)
    await registerReviews(portal.payload)
    expect(await reminders()).toHaveLength(2)
  })

  it('count at the desk of whoever answers for them, and nobody else’s', async () => {
    const unit = here.model.units.byCode.get('jw-01-01')!
    await portal.payload.update({ collection: SLUG.units, id: unit.id, data: { lead: portal.ids.clerk }, overrideAccess: true })
    const { forgetOfficeModel } = await import('@/services/structure/cache')
    forgetOfficeModel()
    const due = Date.parse((await needEntry(clerk, sites, 's1')).reviewDue!)
    expect(await awaitedReviews(await portal.deskFor('clerk'))).toBe(0)
    setClock(() => due)
    const post = sites.def.review?.post
    const holders = (await needModel(portal.payload)).memberships.filter((row) => row.post === here.model.posts.byCode.get(post ?? '')?.id)
    expect(await awaitedReviews(await portal.deskFor('clerk'))).toBe(holders.length > 0 ? 0 : 1)
    expect(await awaitedReviews(await portal.deskFor('worker'))).toBe(0)
  })

  it('follow a moved unit and a new cycle', async () => {
    const { id } = await needEntry(clerk, sites, 's1')
    await portal.payload.db.updateOne({ collection: SLUG.entries, id, data: { path: '/gone/', reviewDue: null }, returning: false })
    await registerReviews(portal.payload)
    expect(await findRow(portal, SLUG.entries, { where: { id: { equals: id } } })).toMatchObject({ path: here.model.units.byCode.get('jw-01-01')!.path, reviewDue: expect.any(String) })
    expect(await countRows(portal, SLUG.entries, { path: { equals: '/gone/' } })).toBe(0)
  })
})
