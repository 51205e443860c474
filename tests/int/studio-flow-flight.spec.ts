import type { PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'
import { countRows, findRow, findRows, updateRowIf } from '@/db/rows'
import { availableTransitions } from '@/domain/workflow/available'
import type { StepMap } from '@/domain/workflow/migration'
import { runTasks } from '@/jobs/tasks.handler'
import { matterVM } from '@/services/desk/matter/view'
import { engineContext } from '@/services/matters/engine'
import type { MatterRow } from '@/services/matters/row'
import { beginMigration, flightPreview, flightView } from '@/services/studio/flow/flight'
import { changeDetail } from '@/services/structure/changes/detail'
import { publishDraft, saveDraft } from '@/services/structure/drafts'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { bookFaults } from '../helpers/books'
import { flowScene, SECOND, withoutWeather } from '../helpers/flow'
import { reporter } from '../helpers/matters'

const { payload, desk, draft, on, by, rows, now, pass } = flowScene()

const COUNT = 200

describe('200 matters in flight while the workflow changes', () => {
  const made: string[] = []
  let map: StepMap = {}
  let before = new Map<string, { step: string; previousStep?: string | null; ownerTeam?: unknown }>()

  it('stand at every open step', async () => {
    const model = await needModel(payload())
    const team = model.teams.byCode.get('professional')!.id
    const unit = model.units.byCode.get('jw-01-01')!.id
    const party = model.teams.byCode.get('harmony')!.id
    const { transitions } = (await draft()).definition
    const inputsOf = (action: string) => transitions.find(({ code }) => code === action)!.inputs.filter(({ required, kind }) => required && kind !== 'photos')
    const reason = '情况写在这里，够二十个字了吧，再多写几个字也无妨'
    const step = async (id: string, action: string, role: string): Promise<void> => {
      const value: Record<string, unknown> = { text: reason, lead: { team, unit }, parties: [{ team: party }], minutes: 60 }
      const input = Object.fromEntries(inputsOf(action).map((def) => [def.key, def.kind === 'choice' ? def.options![0]!.code : value[def.kind]]))
      await on.move(id, action, { by: by(role), input })
    }
    const routed = async (id: string): Promise<void> => {
      await step(id, 'accept', 'intake')
      if ((await on.fresh(id)).step === 'handling') await step(id, 'takeBack', 'dispatcher')
    }
    const handled = async (id: string): Promise<void> => { await routed(id); await step(id, 'assign', 'dispatcher') }
    const ways: ((id: string) => Promise<void>)[] = [
      async () => undefined,
      routed,
      async (id) => { await routed(id); await step(id, 'coordinate', 'dispatcher') },
      handled,
      async (id) => { await handled(id); await step(id, 'askReporter', 'handler') },
      async (id) => { await handled(id); await step(id, 'waitForWeather', 'handler') },
      async (id) => { await handled(id); await step(id, 'requestTime', 'handler') },
      async (id) => { await handled(id); await step(id, 'done', 'handler') },
      async (id) => { await handled(id); await step(id, 'done', 'handler'); await step(id, 'verify', 'supervisor') },
    ]
    for (let n = 0; n < COUNT; n += 1) {
      pass(SECOND)
      const { matter } = await on.create({ category: 'environment-green' })
      await ways[n % ways.length]!(matter.id)
      made.push(matter.id)
    }
    const found = await findRows(rows(), SLUG.matters, { where: { id: { in: made } } })
    expect(new Set(found.map((row) => row.step))).toEqual(new Set(['intake', 'routing', 'coordination', 'handling', 'waitReporter', 'waitWeather', 'awaitTime', 'supervision', 'confirm']))
    before = new Map(found.map((row) => [row.id, { step: row.step, previousStep: row.previousStep, ownerTeam: row.ownerTeam }]))
  }, 300_000)

  it('stay on their version when another is published', async () => {
    const { definition, id, seen } = await draft()
    const owner = await desk()
    expect((await flightView(owner, 'standard')).total).toBe(0)
    await saveDraft(owner, { kind: 'workflow', key: id, definition: withoutWeather(definition), seen })
    await publishDraft(await desk(), { kind: 'workflow', key: id, reason: '把处理改叫办理' })
    const view = await flightView(await desk(), 'standard')
    const open = await countRows(rows(), SLUG.matters, { open: { equals: true } })
    expect(view).toMatchObject({ total: open, versions: [{ number: 1, count: open }], to: { number: 2 } })
    expect(view.steps.find(({ code }) => code === 'handling')).toMatchObject({ target: '', count: expect.any(Number) })
    const found = await findRows(rows(), SLUG.matters, { where: { id: { in: made } } })
    expect(found.every((row) => row.step === before.get(row.id)?.step)).toBe(true)
    // the old version goes on as it did
    const one = made.find((each) => before.get(each)?.step === 'handling')!
    expect((await on.move(one, 'takeBack', { by: by('dispatcher'), input: { reason: '先试一下旧版还能不能走' } })).step).toBe('routing')
    before.set(one, { step: 'routing' })
  })

  it('are not brought over by a mapping that leaves a step without a place', async () => {
    const owner = await desk()
    const view = await flightView(owner, 'standard')
    map = Object.fromEntries(view.steps.map(({ code, target }) => [code, target]))
    const tasks = await countRows(rows(), SLUG.tasks)
    expect((await flightPreview(owner, 'standard', map)).problems).toEqual([{ step: 'handling', code: 'noTarget' }, { step: 'waitWeather', code: 'noTarget' }])
    const start = (more: object = {}) => beginMigration(owner, 'standard', { map, reason: '统一到新版', to: view.to?.id, ...more })
    await expect(start()).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'map.handling', code: 'noTarget' }, { field: 'map.waitWeather', code: 'noTarget' }] })
    await expect(start({ map: { ...map, handling: 'archive', waitWeather: 'atWork' } })).rejects.toMatchObject({ fields: [{ field: 'map.handling', code: 'closes' }] })
    map = { ...map, handling: 'atWork', waitWeather: 'atWork' }
    await expect(start({ map, reason: '  ' })).rejects.toMatchObject({ fields: [{ field: 'reason', code: 'required' }] })
    await expect(start({ map, to: 'another' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(beginMigration(await desk('director'), 'standard', { map, reason: '我来', to: view.to?.id })).rejects.toMatchObject({ code: 'notAllowed' })
    expect(await countRows(rows(), SLUG.tasks)).toBe(tasks)
  })

  it('say beforehand what their clocks would do', async () => {
    const { problems, clocks } = await flightPreview(await desk(), 'standard', map)
    expect(problems).toEqual([])
    expect(clocks.map(({ step, what }) => [step, what])).toContainEqual(['waitWeather', 'resumes'])
    expect(clocks.some(({ step }) => step === 'intake')).toBe(false)
    const further = await flightPreview(await desk(), 'standard', { ...map, intake: 'routing' })
    expect(further.clocks.find(({ step, what }) => step === 'intake' && what === 'ends')).toMatchObject({ clock: '受理' })
  })

  /** Two stretches, a stop, and the rest. */
  const stoppedAndGoneOn = async (total: number): Promise<void> => {
    let stretches = 0
    await runTasks(payload(), () => (stretches += 1) > 2)
    const halfway = await flightView(await desk(), 'standard')
    const { done = 0, state } = halfway.task ?? {}
    expect([done > 0, done < total, state, halfway.total]).toEqual([true, true, 'running', total - done])
    await runTasks(payload())
    expect(await flightView(await desk(), 'standard')).toMatchObject({ total: 0, task: { state: 'done', done: total, failed: false } })
  }

  it('are brought over by a mapping, through a stop, each to its place and once', async () => {
    const owner = await desk()
    const view = await flightView(owner, 'standard')
    const started = await beginMigration(owner, 'standard', { map, reason: '统一到新版', to: view.to?.id })
    expect(started.task).toMatchObject({ state: 'waiting', done: 0, total: view.total })
    await expect(beginMigration(owner, 'standard', { map, reason: '再来', to: view.to?.id })).rejects.toMatchObject({ code: 'conflict' })
    pass(60 * SECOND)
    await stoppedAndGoneOn(view.total)
    const found = await findRows(rows(), SLUG.matters, { where: { id: { in: made } } })
    for (const row of found) {
      const was = before.get(row.id)!
      expect([row.step, row.workflowVersion], `${was.step}`).toEqual([map[was.step], view.to?.id])
      expect(row.previousStep ?? null).toBe(was.step === 'waitReporter' ? 'atWork' : null)
      expect((await on.events(row.id)).filter(({ action }) => action === 'migrated')).toHaveLength(1)
    }
  }, 300_000)

  it('leave the books in order', async () => expect(await bookFaults(payload(), now())).toEqual([]))

  it('are shown with all that was, and none is stuck', async () => {
    const desk0 = await desk('dispatcher')
    const ordered = (await desk()).me.name
    for (const step of ['intake', 'handling', 'waitReporter', 'waitWeather', 'supervision', 'confirm']) {
      const id = made.find((each) => before.get(each)?.step === step)!
      const view = await matterVM(desk0, id)
      const was = before.get(id)!.step
      const told = view.events.find(({ text }) => text.includes('新的流程版本'))?.text
      if (was !== map[was]) expect(told, step).toMatch(/；「.+」→「.+」$/)
      const stays = view.events.flatMap(({ stay }) => stay?.name ?? [])
      expect([stays.includes('办理中'), stays.includes('处理中')], step).toEqual([false, ['handling', 'waitReporter', 'waitWeather', 'supervision', 'confirm'].includes(step)])
      expect(view.events.some(({ text, reason }) => text.includes('新的流程版本') && reason?.startsWith(ordered) && reason.includes('统一到新版')), step).toBe(true)
    }
    const model = await needModel(payload())
    for (const row of await findRows(rows(), SLUG.matters, { where: { id: { in: made } } })) {
      const { context } = await engineContext(desk0.req as PayloadRequest, model, row as unknown as MatterRow, { ...desk0.acting, can: () => true })
      const offered = [context, { ...context, actor: { kind: 'reporter' as const } }].flatMap((one) => availableTransitions({ ...one, actorTeams: [String(row.ownerTeam)] }))
      expect(offered.some(({ blockedBy }) => !blockedBy), row.step).toBe(true)
    }
    const at1 = (step: string) => made.find((each) => before.get(each)?.step === step)!
    expect((await on.move(at1('intake'), 'accept', { by: by('intake') })).phase).toBe('routing')
    expect((await on.move(at1('waitReporter'), 'reporterAnswers', { by: reporter, input: { answer: '补充：就在楼门口左手边' } })).step).toBe('atWork')
    expect((await on.move(at1('confirm'), 'confirmSolved', { by: reporter, input: { rating: 5 } })).open).toBe(false)
    expect((await on.move(at1('supervision'), 'notSolved', { by: by('supervisor'), input: { reason: '地砖还是松的，没有修好，请再去看看现场情况' } })).step).toBe('atWork')
  })

  it('are told of when their version is to be taken back', async () => {
    const owner = await desk()
    const open = await countRows(rows(), SLUG.matters, { and: [{ open: { equals: true } }, { workflowVersion: { equals: (await flightView(owner, 'standard')).to?.id } }] })
    const published = await findRow(rows(), SLUG.changes, { where: { table: { equals: SLUG.workflows } }, sort: '-id' })
    expect(open).toBeGreaterThan(100)
    expect((await changeDetail(owner, published!.batch ?? published!.id)).undo?.effects).toContainEqual({ name: expect.stringContaining(`${open} 件`), act: expect.stringContaining('留在这一版办完') })
  })

  it('keep to their version one by one where they cannot be carried, and hold up no other', async () => {
    const owner = await desk()
    const { definition, id, seen } = await draft()
    await saveDraft(owner, { kind: 'workflow', key: id, definition: { ...definition, reopenDays: definition.reopenDays + 1 }, seen })
    await publishDraft(await desk(), { kind: 'workflow', key: id, reason: '重开天数改一改' })
    const broken = made.filter((each) => before.get(each)?.step === 'waitReporter')[1]!
    // as if a fault had lost where the wait was entered from
    await updateRowIf(rows(), SLUG.matters, { id: { equals: broken } }, { previousStep: null })
    const view = await flightView(await desk(), 'standard')
    await beginMigration(await desk(), 'standard', { map: Object.fromEntries(view.steps.map(({ code, target }) => [code, target])), reason: '再统一一次', to: view.to?.id })
    pass(60 * SECOND)
    await runTasks(payload())
    expect(await flightView(await desk(), 'standard')).toMatchObject({ total: 1, versions: [{ number: 2, count: 1 }], task: { state: 'done', done: view.total, total: view.total, failed: true } })
    expect((await on.fresh(broken)).workflowVersion).not.toBe(view.to?.id)
  })
})
