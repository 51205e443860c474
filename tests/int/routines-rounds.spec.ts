import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { countRows, findRow, findRows, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { cn } from '@/domain/clocks/calendar.fixture'
import type { DomainError } from '@/domain/errors'
import { sweepDrafts } from '@/jobs/sweepDrafts.handler'
import { runTasks } from '@/jobs/tasks.handler'
import { setClock } from '@/lib/clock'
import type { Desk } from '@/services/desk/desk'
import { deskPages } from '@/services/desk/frame'
import { photoBytes } from '@/services/desk/photos'
import { unsafeGrant } from '@/services/people/addPerson'
import { needRegister } from '@/services/registers/register'
import { checkVM } from '@/services/routines/rounds/check'
import { fillCheck, skipCheck } from '@/services/routines/rounds/fill'
import { makeMatter } from '@/services/routines/rounds/make'
import { awaitedRounds, needCheck, needRound, roundsVM, roundVM } from '@/services/routines/rounds/read'
import { needModel } from '@/services/structure/cache'
import { moveUnit } from '@/services/studio/territory/acts'
import { SLUG } from '@/slugs'
import { addPerson } from '../helpers/people'
import { isAtomic } from '../helpers/engine'
import { addEntries, checksOfRun, deskOfPerson, goodAnswers, openRoundOn, photoFile, spotRound } from '../helpers/rounds'
import { openRoutinePortal, type RoutinePortal } from '../helpers/routines'

let portal: RoutinePortal
let roles: string[] = []

beforeAll(async () => {
  portal = await openRoutinePortal()
  roles = (await findRows(portal.req(), SLUG.roles, { sort: 'code' })).map(({ code }) => code)
  await addEntries(portal, [{ title: '甲', unit: 'jw-01-01' }, { title: '乙', unit: 'jw-05-01' }, { title: '丙' }])
})
afterEach(async () => {
  await portal.tidy()
  for (const { id } of await findRows(portal.req(), SLUG.runs, { where: { state: { equals: 'opened' } } })) await updateRowIf(portal.req(), SLUG.runs, { id: { equals: id } }, { state: 'done' })
})
afterAll(() => portal.close())

const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: DomainError) => error.code)

/** The roles whose person may do something. */
const allowed = async (work: (desk: Desk) => Promise<unknown>): Promise<string[]> => {
  const found: string[] = []
  for (const role of roles) if ((await codeOf(work(await portal.deskAs(role)))) === 'done') found.push(role)
  return found
}

const monitors = { ...spotRound, assign: { kind: 'team', team: 'monitors' } as const, opens: { ...spotRound.opens, sample: 3 } as typeof spotRound.opens }
const anybody = { ...monitors, assign: undefined }
const EDITORS = ['gridOfficer', 'handler', 'intake', 'mediator', 'owner']

const titlesOf = async (desk: Desk, run: string): Promise<string[]> => (await roundVM(desk, await needRound(desk, run))).checks.map(({ title }) => title).sort()
const checkTitled = async (run: string, title: string) => (await checksOfRun(portal, run)).find((check) => check.title === title)!

describe('who does a round', () => {
  it('is the team it names, without a right to change the register; whoever sees the register looks', async () => {
    const run = await openRoundOn(portal, '2026-04-01', monitors)
    const check = await checkTitled(run.id, '甲')
    expect(await allowed((desk) => needRound(desk, run.id))).toEqual(roles.filter((role) => role !== 'auditor'))
    expect(await allowed((desk) => fillCheck(desk, { run: run.id, check: check.id, answers: goodAnswers }))).toEqual(['supervisor'])
    expect(await allowed((desk) => skipCheck(desk, { run: run.id, check: check.id, note: '关门' }))).toEqual(['supervisor'])
    expect((await portal.deskAs('supervisor')).holds('register.edit')).toBe(false)
    expect(await awaitedRounds(await portal.deskAs('supervisor'))).toBe(1)
    expect(await awaitedRounds(await portal.deskAs('handler'))).toBe(0)
    expect(deskPages('zh', (permission) => permission === 'register.view')).toContain('检查')
  })

  it('are those who may change the register where it names nobody', async () => {
    const run = await openRoundOn(portal, '2026-04-02', anybody)
    const check = await checkTitled(run.id, '甲')
    expect(await allowed((desk) => fillCheck(desk, { run: run.id, check: check.id, answers: goodAnswers }))).toEqual(EDITORS)
  })

  it('may turn it into a matter only with the right to open one there', async () => {
    const run = await openRoundOn(portal, '2026-04-03', anybody)
    const check = await checkTitled(run.id, '乙')
    await fillCheck(await portal.deskAs('handler'), { run: run.id, check: check.id, answers: goodAnswers })
    const type = (await needModel(portal.payload)).types.byCode.get('log')!.id
    const asked = { run: run.id, check: check.id, type, text: '', answers: {} }
    // Without a text nothing is made, but whoever may is told so.
    const told: Record<string, string[]> = { invalid: [], notAllowed: [] }
    for (const role of roles) told[await codeOf(makeMatter(await portal.deskAs(role), asked))]?.push(role)
    const creators = (await findRows(portal.req(), SLUG.roles, { sort: 'code' })).filter(({ permissions }) => (permissions as string[]).includes('matter.create')).map(({ code }) => code)
    expect(creators.length).toBeGreaterThan(2)
    expect(told).toEqual({ invalid: creators, notAllowed: roles.filter((role) => !creators.includes(role) && role !== 'auditor') })
    expect(await codeOf(makeMatter(await portal.deskAs('auditor'), asked))).toBe('notFound')
    expect(await codeOf(makeMatter(await portal.deskAs('intake'), { ...asked, check: (await checkTitled(run.id, '甲')).id, text: '还没有人去过' }))).toBe('conflict')
  })

  it('sees and checks no further than the grants reach, and one appointed for the team alone does what the team was given', async () => {
    const seat = 'jw-05-01'
    const narrow = await addPerson(portal.payload, { username: 'r-narrow', roles: [{ role: 'supervisor', unit: 'jw-05' }], seat, duties: [{ team: 'monitors' }] })
    const model = await needModel(portal.payload)
    const own = await addPerson(portal.payload, { username: 'r-team', roles: [], seat, duties: [{ team: 'monitors' }] })
    const role = (await findRow(portal.req(), SLUG.roles, { where: { code: { equals: 'supervisor' } } }))!
    await withTransaction(portal.payload, (req) => unsafeGrant(req, { office: model.office.id, person: own.id, role: role.id, team: model.teams.byCode.get('monitors')!.id, reason: 'test' }))
    const [run, other] = [await openRoundOn(portal, '2026-04-04', monitors), await openRoundOn(portal, '2026-04-05', { ...monitors, assign: { kind: 'team', team: 'professional' } })]
    const [narrowDesk, teamDesk] = [await deskOfPerson(portal, narrow.id), await deskOfPerson(portal, own.id)]
    expect(await titlesOf(narrowDesk, run.id)).toEqual(['丙', '乙'])
    const far = await checkTitled(run.id, '甲')
    expect(await codeOf(needCheck(narrowDesk, await needRound(narrowDesk, run.id), far.id))).toBe('notFound')
    expect(await codeOf(fillCheck(narrowDesk, { run: run.id, check: far.id, answers: goodAnswers }))).toBe('notFound')
    expect(await titlesOf(teamDesk, run.id)).toEqual(['丙', '乙', '甲'])
    expect(await codeOf(needRegister(teamDesk, 'spots'))).toBe('notFound')
    expect(await checkVM(teamDesk, await needRound(teamDesk, run.id), far as never).then(({ entryHref, mine }) => ({ entryHref, mine }))).toEqual({ mine: true })
    expect(await codeOf(fillCheck(teamDesk, { run: run.id, check: far.id, answers: goodAnswers }))).toBe('done')
    expect(await codeOf(needRound(teamDesk, other.id))).toBe('notFound')
    expect((await roundsVM(teamDesk))).toMatchObject({ mine: [{ id: run.id }], others: [] })
  })

  it('a holder of the post checks the places they cover, and those that lie nowhere', async () => {
    const run = await openRoundOn(portal, '2026-04-06', { ...monitors, assign: { kind: 'unitPost', post: 'gridOfficer' } })
    const officer = await portal.deskAs('gridOfficer')
    const mine = (await roundVM(officer, await needRound(officer, run.id))).checks.filter((check) => check.mine).map(({ title }) => title).sort()
    expect(mine).toEqual(['丙', '甲'])
    expect([await awaitedRounds(officer), await awaitedRounds(await portal.deskAs('handler'))]).toEqual([1, 0])
    for (const title of mine) await skipCheck(officer, { run: run.id, check: (await checkTitled(run.id, title)).id, note: '关门' })
    expect(await awaitedRounds(officer)).toBe(0)
    expect(await codeOf(fillCheck(officer, { run: run.id, check: (await checkTitled(run.id, '乙')).id, answers: goodAnswers }))).toBe('notAllowed')
  })
})

describe('a unit that moves', () => {
  it('takes the entries and the open round’s places along', async () => {
    const narrow = await addPerson(portal.payload, { username: 'r-mover', roles: [{ role: 'supervisor', unit: 'jw-02' }], seat: 'jw-02', duties: [{ team: 'monitors' }] })
    const run = await openRoundOn(portal, '2026-04-08', monitors)
    expect(await titlesOf(await deskOfPerson(portal, narrow.id), run.id)).toEqual(['丙'])
    const { units } = await needModel(portal.payload)
    await moveUnit(await portal.deskAs('owner'), { unit: units.byCode.get('jw-05-01')!.id, parent: units.byCode.get('jw-02')!.id, reason: '重新划片' })
    await runTasks(portal.payload)
    const path = (await needModel(portal.payload)).units.byCode.get('jw-05-01')!.path
    expect(path).toContain(units.byCode.get('jw-02')!.id)
    expect([(await checkTitled(run.id, '乙')).path, (await findRow(portal.req(), SLUG.entries, { where: { code: { equals: '乙' } } }))?.path]).toEqual([path, path])
    expect(await titlesOf(await deskOfPerson(portal, narrow.id), run.id)).toEqual(['丙', '乙'])
  })
})

describe('a door that is forced', () => {
  it('finds no round and no place under another’s id', async () => {
    const [one, two] = [await openRoundOn(portal, '2026-05-01', monitors), await openRoundOn(portal, '2026-05-02', monitors)]
    const desk = await portal.deskAs('supervisor')
    const foreign = await checkTitled(two.id, '甲')
    for (const asked of [{ run: one.id, check: foreign.id }, { run: 'x', check: foreign.id }, { run: two.id, check: one.id }, { run: foreign.id, check: foreign.id }, { run: "' or 1=1", check: '' }])
      expect(await codeOf(fillCheck(desk, { ...asked, answers: goodAnswers }))).toBe('notFound')
    expect(await codeOf(needRound({ ...desk, viewer: { ...desk.viewer, office: 'other' } }, one.id))).toBe('notFound')
    expect((await checksOfRun(portal, two.id)).map(({ state }) => state)).toEqual(['open', 'open', 'open'])
  })

  it.runIf(isAtomic())('lets one of two who send at once, and nobody after the end', async () => {
    const run = await openRoundOn(portal, '2026-05-03', monitors)
    const desk = await portal.deskAs('supervisor')
    const [first, ...rest] = await checksOfRun(portal, run.id)
    const input = { run: run.id, check: first!.id, answers: goodAnswers }
    const sent = await Promise.all([codeOf(fillCheck(desk, input)), codeOf(fillCheck(await portal.deskAs('supervisor'), input)), codeOf(skipCheck(desk, { ...input, note: '关门' }))])
    expect(sent.sort()).toEqual(['conflict', 'conflict', 'done'])
    expect(await findRow(portal.req(), SLUG.runs, { where: { id: { equals: run.id } } })).toMatchObject({ done: 1, state: 'opened' })
    await Promise.all(rest.map(({ id }) => skipCheck(desk, { run: run.id, check: id, note: '关门' })))
    expect(await findRow(portal.req(), SLUG.runs, { where: { id: { equals: run.id } } })).toMatchObject({ done: 3, state: 'done' })
    for (const work of [fillCheck(desk, input), skipCheck(desk, { ...input, note: '再说' })]) await expect(work).rejects.toMatchObject({ code: 'conflict', detail: { finished: true } })
    const audited = await findRows(portal.req(), SLUG.audit, { where: { and: [{ action: { equals: 'round.check' } }, { target: { in: [first!.id, ...rest.map(({ id }) => id)] } }] } })
    expect(audited).toHaveLength(3)
  })
})

describe('photos of a check', () => {
  const photosOf = (check: string) => findRows(portal.req(), SLUG.attachments, { where: { draft: { equals: `check-${check}` } }, sort: 'id' })
  const idsOf = async (check: string): Promise<string[]> => ((await findRow(portal.req(), SLUG.checks, { where: { id: { equals: check } } }))?.answers as { photos?: string[] })?.photos ?? []

  const opened = async (day: string) => {
    const run = await openRoundOn(portal, day, monitors)
    const [check, other] = await checksOfRun(portal, run.id)
    return { run, check: check!, other: other!, desk: await portal.deskAs('supervisor'), asked: { run: run.id, check: check!.id, answers: goodAnswers } }
  }

  it('stay with it for those who see the round, beyond the day after which loose ones go', async () => {
    const { asked, check, desk } = await opened('2026-06-01')
    await fillCheck(desk, { ...asked, photos: { photos: [await photoFile(), await photoFile('b.jpg', '#224488')] } })
    const stored = await photosOf(check.id)
    expect(stored).toMatchObject([{ visibility: 'staff', addedBy: 'staff' }, { visibility: 'staff' }])
    expect(stored.map(({ matter }) => matter ?? null)).toEqual([null, null])
    expect(await idsOf(check.id)).toEqual(stored.map(({ id }) => id))
    const view = await checkVM(desk, await needRound(desk, asked.run), (await findRow(portal.req(), SLUG.checks, { where: { id: { equals: check.id } } })) as never)
    expect(view.found.find(({ key }) => key === 'photos')?.photos).toEqual(stored.map(({ id }) => `/desk/api/photos/${id}`))
    expect((await photoBytes(await portal.deskAs('director'), stored[0]!.id)).length).toBeGreaterThan(100)
    expect(await codeOf(photoBytes(await portal.deskAs('auditor'), stored[0]!.id))).toBe('notFound')
    const { grants: _, ...viewer } = desk.viewer
    expect(await codeOf(photoBytes({ ...desk, viewer: { ...viewer, grants: [] } }, stored[0]!.id))).toBe('notFound')
    setClock(() => cn('2026-06-09 09:00'))
    await sweepDrafts(portal.payload)
    expect(await photosOf(check.id)).toHaveLength(2)
  })

  it('are kept, added and taken out when it is put right; another’s are never taken', async () => {
    const { asked, check, other, desk } = await opened('2026-06-10')
    await fillCheck(desk, { ...asked, photos: { photos: [await photoFile(), await photoFile('b.jpg', '#224488')] } })
    const [kept, gone] = await idsOf(check.id)
    await fillCheck(desk, { ...asked, answers: { ...goodAnswers, photos: [kept!] }, photos: { photos: [await photoFile('c.jpg', '#448822')] } })
    const after = await idsOf(check.id)
    expect(after).toHaveLength(2)
    expect(after[0]).toBe(kept)
    expect((await photosOf(check.id)).map(({ id }) => id)).toEqual(after)
    expect(await codeOf(photoBytes(desk, gone!))).toBe('notFound')
    await expect(fillCheck(desk, { ...asked, check: other.id, answers: { ...goodAnswers, photos: [kept!] } })).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'q.photos', code: 'notOffered' }] })
    await skipCheck(desk, { ...asked, note: '没查成，照片作废' })
    expect(await photosOf(check.id)).toEqual([])
  })

  it('are all refused with one that is no picture, one too many, or a check that somebody else sent first', async () => {
    const { asked, other, desk } = await opened('2026-06-20')
    const before = await countRows(portal.req(), SLUG.attachments)
    const bad = new File(['<svg/>'], 'x.jpg', { type: 'image/jpeg' })
    expect(await codeOf(fillCheck(desk, { ...asked, photos: { photos: [await photoFile(), bad] } }))).toBe('unsupportedFile')
    const four = await Promise.all(['1', '2', '3', '4'].map((name) => photoFile(name)))
    await expect(fillCheck(desk, { ...asked, photos: { photos: four } })).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'q.photos', code: 'tooMany' }] })
    expect(await codeOf(fillCheck(desk, { ...asked, photos: { nosuch: [await photoFile()], constructor: [await photoFile()] } }))).toBe('done')
    expect(await countRows(portal.req(), SLUG.attachments)).toBe(before)
    const again = { ...asked, check: other.id, photos: { photos: [await photoFile()] } }
    if (!isAtomic()) return
    expect((await Promise.all([codeOf(fillCheck(desk, again)), codeOf(fillCheck(desk, again))])).sort()).toEqual(['conflict', 'done'])
    expect(await idsOf(other.id)).toEqual((await photosOf(other.id)).map(({ id }) => id))
  })

  it('go on to the matter that is made of it, for those who see the matter', async () => {
    const { run, check } = await (async () => {
      const round = await openRoundOn(portal, '2026-06-25', anybody)
      return { run: round, check: (await checksOfRun(portal, round.id))[0]! }
    })()
    const intake = await portal.deskAs('intake')
    await fillCheck(intake, { run: run.id, check: check.id, answers: goodAnswers, photos: { photos: [await photoFile()] } })
    const [photo] = await idsOf(check.id)
    const type = (await needModel(portal.payload)).types.byCode.get('log')!
    const made = await makeMatter(intake, { run: run.id, check: check.id, type: type.id, text: '灭火器过期了', answers: { kind: 'digest', received: 1, open: 1 } })
    const matter = await findRow(portal.req(), SLUG.matters, { where: { number: { equals: made.number } } })
    expect(await findRow(portal.req(), SLUG.attachments, { where: { id: { equals: photo! } } })).toMatchObject({ matter: matter!.id, visibility: 'staff' })
    await fillCheck(intake, { run: run.id, check: check.id, answers: goodAnswers })
    expect(await countRows(portal.req(), SLUG.attachments, { id: { equals: photo! } })).toBe(1)
  })
})
