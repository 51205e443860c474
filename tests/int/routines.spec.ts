import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { countRows, findRow, findRows, updateRowIf } from '@/db/rows'
import { cn } from '@/domain/clocks/calendar.fixture'
import { routines as sweep } from '@/jobs/routines.handler'
import { measure } from '@/services/routines/measure'
import { retryRun } from '@/services/routines/run'
import { routineById, runById } from '@/services/routines/row'
import type { MatterRow } from '@/services/matters/row'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { driver } from '../helpers/matters'
import { isAtomic } from '../helpers/engine'
import { at, daily, dailyOpens, openRoutinePortal, type RoutinePortal } from '../helpers/routines'

let portal: RoutinePortal
let { put, runsOf, nextOf, req }: Pick<RoutinePortal, 'put' | 'runsOf' | 'nextOf' | 'req'> = {} as never

beforeAll(async () => {
  portal = await openRoutinePortal()
  ;({ put, runsOf, nextOf, req } = portal)
})
afterEach(() => portal.tidy())
afterAll(() => portal.close())

const office = async (): Promise<string> => (await needModel(portal.payload)).office.id

describe('a routine', () => {
  it('is told its next time, opens nothing before it, once at it, and is told the next', async () => {
    at('2026-03-02 07:00')
    const id = await put()
    expect(await sweep(portal.payload)).toBe(0)
    expect(await nextOf(id)).toBe(new Date(cn('2026-03-02 08:00')).toISOString())
    at('2026-03-02 08:00')
    expect(await sweep(portal.payload)).toBe(1)
    expect(await sweep(portal.payload)).toBe(0)
    const [run, ...more] = await runsOf(id)
    expect(more).toEqual([])
    expect(run).toMatchObject({ state: 'opened', missed: 0, title: '3月1日 情况汇总' })
    expect(await nextOf(id)).toBe(new Date(cn('2026-03-03 08:00')).toISOString())
  })

  it('fills in its numbers, runs its own limit and says who it is for', async () => {
    at('2026-03-04 10:00')
    await driver(() => portal.payload).create({ category: 'environment-noise', unit: 'jw-01-01', text: '楼下半夜还在施工' })
    const second = await driver(() => portal.payload).create({ category: 'environment-noise', unit: 'jw-01-01', text: '又一家在半夜施工' })
    await updateRowIf(req(), SLUG.matters, { id: { equals: second.matter.id } }, { open: false, archivedAt: new Date(cn('2026-03-04 11:00')).toISOString() })
    at('2026-03-05 07:00')
    const id = await put({}, '2026-03-05 08:00')
    at('2026-03-05 09:00')
    await sweep(portal.payload)
    const [run] = await runsOf(id)
    const matter = (await findRow(req(), SLUG.matters, { where: { id: { equals: run?.matter as string } } })) as unknown as MatterRow
    expect(matter).toMatchObject({ title: '3月4日 情况汇总', answers: { kind: 'digest', received: 2, open: 1 } })
    expect(matter.registeredBy ?? null).toBeNull()
    const clock = await findRow(req(), SLUG.clocks, { where: { and: [{ matter: { equals: matter.id } }, { clock: { equals: 'routine' } }] } })
    expect(clock?.dueAt).toBe(new Date(cn('2026-03-05 11:00')).toISOString())
    const events = await findRows(req(), SLUG.events, { where: { matter: { equals: matter.id } }, sort: 'seq' })
    const told = events.find(({ action }) => action === 'routineOpened')
    expect(told).toMatchObject({ actorKind: 'system', actorName: 'routines', reason: { zh: expect.stringContaining('日汇总') } })
    expect(run?.team).toBe((await needModel(portal.payload)).teams.byCode.get('professional')?.id)
  })

  it('keeps its own limit when its category, type or place is corrected', async () => {
    at('2026-03-10 08:00')
    const id = await put({ limit: { amount: 2, unit: 'workingDays' } }, '2026-03-10 08:00')
    await sweep(portal.payload)
    const [run] = await runsOf(id)
    const clock = () => findRow(req(), SLUG.clocks, { where: { and: [{ matter: { equals: run!.matter as string } }, { clock: { equals: 'routine' } }] } })
    const before = await clock()
    const model = await needModel(portal.payload)
    const dispatcher = portal.people.as('dispatcher').acting
    const corrections = [{ category: model.categories.byCode.get('environment-noise')!.id }, { type: model.types.byCode.get('meeting')!.id }, { unit: model.units.byCode.get('jw-05-01')!.id }]
    for (const input of corrections) {
      await driver(() => portal.payload).act(String(run!.matter), 'correct', { by: dispatcher, input: { ...input, reason: '改一改' } })
      expect((await clock())?.limitVersion ?? null).toBeNull()
      expect(await clock()).toMatchObject({ id: before!.id, state: 'running', dueAt: new Date(cn('2026-03-11 17:30')).toISOString(), limit: { code: 'routine.digest', amount: 2 } })
    }
    const corrected = await findRows(req(), SLUG.events, { where: { and: [{ matter: { equals: run!.matter as string } }, { action: { equals: 'correct' } }] } })
    expect(corrected).toHaveLength(3)
    expect(JSON.stringify(corrected.map(({ data }) => data))).not.toContain('"routine"')
  })

  it('goes to whom it is for when its workflow lets it', async () => {
    at('2026-03-06 08:00')
    const id = await put({}, '2026-03-06 08:00')
    await sweep(portal.payload)
    const [run] = await runsOf(id)
    const drive = driver(() => portal.payload)
    const read = async () => (await findRow(req(), SLUG.matters, { where: { id: { equals: run?.matter as string } } })) as unknown as MatterRow
    if ((await read()).step === 'intake') await drive.move(String(run?.matter), 'accept', { by: portal.people.as('intake').acting })
    const matter = await read()
    expect(matter.ownerTeam).toBe(run?.team)
    const event = (await findRows(req(), SLUG.events, { where: { and: [{ matter: { equals: matter.id } }, { action: { equals: 'assign' } }] } }))[0]
    expect(event).toMatchObject({ actorKind: 'rule', reason: { zh: '例行工作“日汇总”指定的承办方' } })
  })
})

describe('after the portal was down', () => {
  it('opens the latest only, and says how many others were missed', async () => {
    const id = await put({}, '2026-03-09 08:00')
    at('2026-03-13 12:00')
    expect(await sweep(portal.payload)).toBe(1)
    const runs = await runsOf(id)
    expect(runs).toHaveLength(1)
    expect(runs[0]).toMatchObject({ missed: 4, dueAt: new Date(cn('2026-03-13 08:00')).toISOString(), title: '3月12日 情况汇总' })
    const matter = await findRow(req(), SLUG.matters, { where: { id: { equals: runs[0]?.matter as string } } })
    expect(matter?.text).toContain('错过了 4 次')
    expect(await nextOf(id)).toBe(new Date(cn('2026-03-14 08:00')).toISOString())
  })

  it('opens nothing that the calendar no longer has', async () => {
    const id = await put({ cadence: { kind: 'weekly', weekday: 1, shift: 'after' } }, '2026-03-17 08:00')
    at('2026-03-18 08:00')
    expect(await sweep(portal.payload)).toBe(0)
    expect(await nextOf(id)).toBe(new Date(cn('2026-03-23 08:00')).toISOString())
  })

  it('is claimed once by whoever comes first, however many come', async () => {
    at('2026-03-20 08:00')
    const id = await put({}, '2026-03-20 08:00')
    const opened = await Promise.all([sweep(portal.payload), sweep(portal.payload), sweep(portal.payload)])
    expect(opened.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect(await runsOf(id)).toHaveLength(1)
  })

  it.runIf(isAtomic())('takes up again what was broken off between claim and opening', async () => {
    at('2026-03-21 08:00')
    const id = await put({}, '2026-03-21 08:00')
    const before = await countRows(req(), SLUG.matters)
    const { db } = portal.payload
    const commit = db.commitTransaction
    db.commitTransaction = async () => { throw new Error('killed') }
    await sweep(portal.payload)
    db.commitTransaction = commit
    expect([(await runsOf(id)).length, await countRows(req(), SLUG.matters)]).toEqual([0, before])
    await sweep(portal.payload)
    expect([(await runsOf(id)).length, await countRows(req(), SLUG.matters)]).toEqual([1, before + 1])
  })

  it('opens nothing while it is off', async () => {
    const id = await put({ on: false }, '2026-03-22 08:00')
    at('2026-03-23 08:00')
    await sweep(portal.payload)
    expect(await runsOf(id)).toEqual([])
  })
})

describe('what cannot be opened', () => {
  it.runIf(isAtomic())('is kept with its reason, opens nothing by halves, and can be tried again', async () => {
    at('2026-03-24 08:00')
    const opens = dailyOpens
    const id = await put({ opens: { ...opens, answers: {} } }, '2026-03-24 08:00')
    const before = await countRows(req(), SLUG.matters)
    expect(await sweep(portal.payload)).toBe(0)
    const [failed] = await runsOf(id)
    expect(failed).toMatchObject({ state: 'failed', error: 'invalid q.kind:required' })
    expect(await countRows(req(), SLUG.matters)).toBe(before)
    expect(await nextOf(id)).toBe(new Date(cn('2026-03-25 08:00')).toISOString())
    const row = (await routineById(req(), await office(), id))!
    await expect(retryRun(portal.payload, row, (await runById(req(), await office(), failed!.id))!)).rejects.toMatchObject({ code: 'invalid' })
    await updateRowIf(req(), SLUG.routines, { id: { equals: id } }, { definition: daily as never })
    await retryRun(portal.payload, (await routineById(req(), await office(), id))!, (await runById(req(), await office(), failed!.id))!)
    expect(await runsOf(id)).toMatchObject([{ state: 'opened', error: null }])
    await expect(retryRun(portal.payload, row, (await runById(req(), await office(), failed!.id))!)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('figures', () => {
  it('count what came, what is open and what is late, of the period and the categories asked', async () => {
    const drive = driver(() => portal.payload)
    const model = await needModel(portal.payload)
    at('2026-06-01 09:00')
    const first = await drive.create({ category: 'environment-noise', unit: 'jw-01-01', text: '第一件：半夜施工' })
    at('2026-06-02 09:00')
    await drive.create({ category: 'public-safety-road', unit: 'jw-01-01', text: '第二件：路灯不亮' })
    const span = { from: cn('2026-06-01 00:00'), to: cn('2026-06-02 00:00') }
    const both = { from: cn('2026-06-01 00:00'), to: cn('2026-06-03 00:00') }
    const count = (name: Parameters<typeof measure>[0]['measure'], period = span, categories?: string[]) => measure({ req: req(), model, measure: name, span: period, categories })
    expect([await count('received'), await count('received', both), await count('received', both, ['environment'])]).toEqual([1, 2, 1])
    const openBefore = await count('open', { from: 0, to: cn('2026-06-01 00:00') })
    expect(await count('open', both)).toBe(openBefore + 2)
    const overdue = await count('overdue', both)
    expect(await count('overdue', { from: 0, to: cn('2026-07-30 00:00') })).toBeGreaterThanOrEqual(overdue + 2)
    expect([await count('closed', both), await count('closedInTime', both), await count('returned', both), await count('rated', both), await count('satisfied', both)]).toEqual([0, 0, 0, 0, 0])
    await updateRowIf(req(), SLUG.matters, { id: { equals: first.matter.id } }, { open: false, archivedAt: new Date(cn('2026-06-02 10:00')).toISOString(), rating: 4 })
    await updateRowIf(req(), SLUG.clocks, { and: [{ matter: { equals: first.matter.id } }, { clock: { equals: 'resolve' } }] }, { state: 'met', stoppedAt: new Date(cn('2026-06-02 10:00')).toISOString() })
    expect([await count('closed', both), await count('closedInTime', both), await count('rated', both), await count('satisfied', both), await count('open', both), await count('open')]).toEqual([1, 1, 1, 1, openBefore + 1, openBefore + 1])
    expect(await count('closed', span)).toBe(0)
    await updateRowIf(req(), SLUG.clocks, { and: [{ matter: { equals: first.matter.id } }, { clock: { equals: 'resolve' } }] }, { state: 'ended' })
    expect([await count('closed', both), await count('closedInTime', both)]).toEqual([0, 0])
    const event = await findRow(req(), SLUG.events, { where: { matter: { equals: first.matter.id } } })
    await updateRowIf(req(), SLUG.events, { id: { equals: event!.id } }, { signals: ['returned', 'handled'] })
    expect([await count('returned', both), await count('returned', { from: both.to, to: both.to + 1 })]).toEqual([1, 0])
    await expect(count('received', both, ['nosuch'])).rejects.toMatchObject({ code: 'invalid' })
  })
})
