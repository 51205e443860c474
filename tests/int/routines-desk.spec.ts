import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { countRows, deleteRows, findRow, updateRowIf } from '@/db/rows'
import { cn } from '@/domain/clocks/calendar.fixture'
import type { DomainError } from '@/domain/errors'
import type { RoutineDef } from '@/domain/routines/types'
import { routines as sweep } from '@/jobs/routines.handler'
import { routines as routinesHealth } from '@/services/health/checks/routines'
import { checkVM } from '@/services/routines/rounds/check'
import { fillCheck, skipCheck } from '@/services/routines/rounds/fill'
import { makeMatter } from '@/services/routines/rounds/make'
import { needRound, roundsVM } from '@/services/routines/rounds/read'
import { tryRoutine } from '@/services/routines/tryOut'
import { saveRow } from '@/services/structure/saveRow'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { isAtomic } from '../helpers/engine'
import { addEntries, checksOfRun, goodAnswers, openRoundOn, spotRound } from '../helpers/rounds'
import { at, daily, dailyOpens, openRoutinePortal, type RoutinePortal } from '../helpers/routines'

let portal: RoutinePortal
let { put, nextOf, req }: Pick<RoutinePortal, 'put' | 'nextOf' | 'req'> = {} as never

beforeAll(async () => {
  portal = await openRoutinePortal()
  ;({ put, nextOf, req } = portal)
})
afterEach(() => portal.tidy())
afterAll(() => portal.close())

describe('the editor', () => {
  const desk = (role: string) => portal.deskAs(role)

  it('keeps a routine that can open its work, tells its next time, and refuses in words what it cannot', async () => {
    at('2026-08-03 10:00')
    const owner = await desk('owner')
    const row = (def: unknown) => ({ slug: SLUG.routines, data: { code: 'digest', name: { zh: '日汇总' }, definition: def, active: true } })
    const id = await saveRow(owner, row(daily))
    expect(await nextOf(id)).toBe(new Date(cn('2026-08-04 08:00')).toISOString())
    const opens = dailyOpens
    const refused = async (change: Partial<typeof opens>) => saveRow(owner, { ...row({ ...daily, opens: { ...opens, ...change } }), id }).then(() => '', (error: DomainError) => JSON.stringify(error.detail))
    expect(await refused({ matterType: 'nosuch' })).toContain('事项类型“nosuch”没有了')
    expect(await refused({ fills: [{ question: 'kind', measure: 'open', period: 'day' }] })).toContain('不是填数字的问题')
    expect(await refused({ category: 'nosuch' })).toContain('类别“nosuch”没有了')
    expect(await refused({ answers: {} })).toContain('没有填')
    await saveRow(owner, { slug: SLUG.routines, id, data: { active: false } })
    expect(await nextOf(id)).toBeNull()
    await expect(desk('handler').then((handler) => saveRow(handler, row({ ...daily, code: 'other' })))).rejects.toMatchObject({ code: 'notAllowed' })
  })

  it('tries it on the real calendar and data, and saves nothing', async () => {
    at('2026-09-22 10:00')
    const owner = await desk('owner')
    const count = async () => [await countRows(req(), SLUG.matters), await countRows(req(), SLUG.runs), await countRows(req(), SLUG.routines)]
    const before = await count()
    const answer = await tryRoutine(owner, { ...daily, cadence: { kind: 'weekly', weekday: 5, shift: 'after' } })
    expect(answer.dues).toHaveLength(10)
    expect(answer.dues[0]).toMatchObject({ date: '2026-09-28', planned: '2026-09-25', why: { kind: 'moved', because: 'holiday' } })
    expect(answer).toMatchObject({ problems: [], missingYears: [], preview: { figures: [{ measure: 'received', count: 0 }, { measure: 'open' }], limitAt: cn('2026-09-28 11:00') } })
    expect(answer.preview?.who).toBeTruthy()
    expect(await tryRoutine(owner, { ...daily, assign: { kind: 'team', team: 'nosuch' } })).toMatchObject({ problems: ['队伍“nosuch”没有了'], dues: { length: 10 } })
    expect(await count()).toEqual(before)
  })

  it.runIf(isAtomic())('tells its health: what failed, until it is mended', async () => {
    at('2026-09-24 08:00')
    const opens = dailyOpens
    await put({ opens: { ...opens, answers: {} } }, '2026-09-24 08:00')
    await sweep(portal.payload)
    const ground = { payload: portal.payload, model: await needModel(portal.payload), now: cn('2026-09-24 09:00') }
    expect(await routinesHealth(ground)).toMatchObject([{ code: 'routineFailed', params: { n: 1 }, names: [{ zh: '日汇总' }] }])
    await deleteRows(req(), SLUG.runs, { id: { exists: true } })
    expect(await routinesHealth(ground)).toEqual([])
  })
})

describe('a round', () => {
  const [round, good] = [spotRound, goodAnswers]
  const entries = () => addEntries(portal, ['甲', '乙', '丙'].map((title) => ({ title, unit: 'jw-01-01' })))
  const openOn = (day: string, def: RoutineDef = round) => openRoundOn(portal, day, def)
  const checks = (run: string) => checksOfRun(portal, run)

  it('asks about as many places as it says, is filled in by whoever it is for, and is finished when no place is left', async () => {
    await entries()
    const run = await openOn('2026-10-12')
    expect(run).toMatchObject({ state: 'opened', total: 2, done: 0, title: '10月12日 检查', limitAt: new Date(cn('2026-10-12 17:30')).toISOString() })
    const [handler, officer] = [await portal.deskAs('handler'), await portal.deskAs('gridOfficer')]
    const [first, second] = await checks(run.id)
    expect((await roundsVM(handler)).mine).toMatchObject([{ id: run.id, done: 0, total: 2 }])
    expect((await roundsVM(officer))).toMatchObject({ mine: [], others: [{ id: run.id }] })
    const asked = { run: run.id, check: first!.id }
    await expect(fillCheck(officer, { ...asked, answers: good })).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(fillCheck(handler, { ...asked, answers: { manned: 'yes' } })).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'q.facilities' }] })
    const seen = (await checkVM(handler, await needRound(handler, run.id), first as never)).seen
    await fillCheck(handler, { ...asked, answers: good, seen })
    await expect(fillCheck(handler, { ...asked, answers: good, seen })).rejects.toMatchObject({ code: 'conflict' })
    await expect(skipCheck(handler, { run: run.id, check: second!.id, note: ' ' })).rejects.toMatchObject({ code: 'invalid' })
    at('2026-10-12 10:00')
    await skipCheck(handler, { run: run.id, check: second!.id, note: '关门' })
    expect((await findRow(req(), SLUG.runs, { where: { id: { equals: run.id } } }))).toMatchObject({ state: 'done', done: 2 })
    await expect(fillCheck(handler, { ...asked, answers: good })).rejects.toMatchObject({ code: 'conflict' })
    await expect(needRound({ ...handler, viewer: { ...handler.viewer, grants: [] } }, run.id)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('takes those checked longest ago next time, and none that was closed', async () => {
    await addEntries(portal, [{ title: '丁', unit: 'jw-01-01' }])
    await updateRowIf(req(), SLUG.entries, { code: { equals: '丁' } }, { active: false })
    const run = await openOn('2026-10-20')
    // 乙 was checked last time; 甲 could not be, and 丙 was not asked about.
    expect((await checks(run.id)).map(({ title }) => title).sort()).toEqual(['丙', '甲'])
  })

  it('becomes a matter that points at the place, once', async () => {
    const { assign: _, ...anybody } = round
    const run = await openOn('2026-10-27', { ...anybody, assign: undefined })
    const [handler, intake] = [await portal.deskAs('handler'), await portal.deskAs('intake')]
    const [check] = await checks(run.id)
    const type = (await needModel(portal.payload)).types.byCode.get('log')!
    const input = { run: run.id, check: check!.id, type: type.id, text: '灭火器过期了', answers: { kind: 'digest', received: 1, open: 1 } }
    await expect(makeMatter(intake, input)).rejects.toMatchObject({ code: 'conflict', detail: { changed: true } })
    await fillCheck(handler, { run: run.id, check: check!.id, answers: good })
    await expect(makeMatter(handler, input)).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(makeMatter(intake, { ...input, type: (await needModel(portal.payload)).types.byCode.get('report')!.id })).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'type' }] })
    // Two who send at once make one matter.
    const sent = await Promise.allSettled(isAtomic() ? [makeMatter(intake, input), makeMatter(await portal.deskAs('gridOfficer'), input)] : [makeMatter(intake, input)])
    const [made, ...more] = sent.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(more).toEqual([])
    if (!made) throw new Error('nobody could make a matter')
    const matter = await findRow(req(), SLUG.matters, { where: { number: { equals: made.number } } })
    expect(matter).toMatchObject({ entry: check!.entry, unit: check!.unit, registeredBy: expect.stringMatching(/./) })
    await expect(makeMatter(intake, input)).rejects.toMatchObject({ code: 'conflict' })
    const page = await checkVM(intake, await needRound(intake, run.id), (await checks(run.id))[0] as never)
    expect(page).toMatchObject({ matter: { number: made.number }, mine: true })
    expect(page.make).toBeUndefined()
  })
})
