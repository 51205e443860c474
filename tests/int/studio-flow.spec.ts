import { describe, expect, it } from 'vitest'
import { findRow } from '@/db/rows'
import type { WorkflowDef } from '@/domain/workflow/types'
import { readAsked, type Move, type Persona } from '@/services/studio/flow/pretend'
import { tryView } from '@/services/studio/flow/tryView'
import { checkDefinition } from '@/services/structure/drafts'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { flowScene, MONDAY, withoutWeather } from '../helpers/flow'
import { snapshot } from '../helpers/matters'

const { payload, desk, draft, on, by, rows, idOf } = flowScene()

describe('what publishing a workflow is told of this office', () => {
  it('names nobody for a permission that no one holds, and says nothing where all is staffed', async () => {
    const { definition } = await draft()
    expect(await checkDefinition(await desk(), 'workflow', definition)).toEqual([])
    const grant = (await findRow(rows(), SLUG.grants, { where: { person: { equals: idOf('supervisor') } } }))!
    const until = (at: string | null) => payload().update({ collection: SLUG.grants, id: grant.id, data: { until: at } as never, overrideAccess: true, context: { unsafe: true } })
    await until(new Date(MONDAY - 1000).toISOString())
    const issues = await checkDefinition(await desk(), 'workflow', definition)
    expect(issues.map(({ code, severity, what }) => [code, severity, what])).toEqual([['noHolder', 'warning', '现在没有人有“核查”的权限，这一步没人能做']])
    await until(null)
    expect(await checkDefinition(await desk(), 'workflow', definition)).toEqual([])
  })

  it('warns where those who check also handle, in words', async () => {
    const { definition } = await draft()
    const odd: WorkflowDef = { ...definition, transitions: definition.transitions.map((each) => (each.permission === 'matter.handle' ? { ...each, permission: 'matter.verify' } : each)) }
    const issue = (await checkDefinition(await desk(), 'workflow', odd)).find(({ code }) => code === 'verifierHandles')
    expect(issue).toMatchObject({ severity: 'warning', what: expect.stringContaining('自己核查自己') })
    const nobody: WorkflowDef = { ...definition, transitions: definition.transitions.map((each) => (each.code === 'verify' ? { ...each, permission: 'matter.publish' } : each)) }
    expect((await checkDefinition(await desk('owner', 'en'), 'workflow', nobody)).every(({ severity }) => severity === 'warning')).toBe(true)
  })
})

describe('walking a pretend matter', () => {
  const staff = (role: string, more: Partial<{ member: boolean; same: boolean }> = {}): Persona => ({ kind: 'staff', role, member: false, same: false, ...more })
  const setup = { type: 'report', category: 'public-safety-road', unit: 'jw-01-01', source: 'web', text: '井盖松了', at: MONDAY, byStaff: false }
  const go = async (moves: Move[], as: Persona, { lang = 'zh', role = 'owner', definition }: { lang?: 'zh' | 'en'; role?: string; definition?: WorkflowDef } = {}) => {
    const there = await desk(role, lang)
    return tryView(there, readAsked({ definition: definition ?? (await draft()).definition, setup, moves, as }, MONDAY))
  }
  const press = (action: string, as: Persona, input: Record<string, unknown> = {}, minutes = 0): Move => ({ action, as, input, minutes })
  const accepted = press('accept', staff('intake'), {}, 8)
  const lead = async () => ({ lead: { team: (await needModel(payload())).teams.byCode.get('professional')!.id } })
  const assigned = async (): Promise<Move[]> => {
    const after = await go([accepted], staff('dispatcher'))
    return after.offers.some(({ code }) => code === 'assign') ? [accepted, press('assign', staff('dispatcher'), await lead())] : [accepted]
  }
  const DONE = { outcome: 'fixed', reply: '井盖已经换好，路面也清理干净了，请放心通行。', photos: ['photo-1', 'photo-2'] }
  const answersOf = (inputs: { key: string; kind: string; options?: { value: string }[] }[]) =>
    Object.fromEntries(inputs.map(({ key, kind, options }) => [key, kind === 'choice' ? options?.[0]?.value : kind === 'photos' ? DONE.photos : kind === 'text' ? DONE.reply : kind === 'rating' ? 5 : undefined]))

  it('begins with the limits of the office, and tells what each button did to them', async () => {
    const begun = await go([], staff('intake'))
    expect(begun.happened[0]?.lines.join()).toContain('开始，限')
    expect(begun.offers.map(({ code }) => code)).toContain('accept')
    expect((await go([accepted], staff('dispatcher'))).happened.some(({ lines }) => lines.some((line) => line.includes('按期停下')))).toBe(true)
    expect((await go([], staff('intake'), { lang: 'en' })).happened[0]?.lines.join()).toContain('begins')
  })

  it('asks the rules in force when it comes to routing, as real work does', async () => {
    const { happened, step: pretend, owner } = await go([accepted], staff('dispatcher'))
    expect(happened.at(-1)?.lines[0]).toMatch(/^规则自动分派。规则 ?\d+/)
    const team = (await needModel(payload())).teams.byCode.get('professional')
    expect([pretend, owner]).toEqual(['处理中', expect.stringContaining(team?.name.zh ?? '?')])
    const { matter } = await on.create({ category: 'public-safety-road', unit: 'jw-01-01', text: setup.text })
    const real = await on.move(matter.id, 'accept', { by: by('intake') })
    expect([real.step, real.ownerTeam]).toEqual(['handling', team?.id])
  })

  it('tells why a button is not there, and why one cannot be pressed', async () => {
    const moves = await assigned()
    const dispatcher = await go(moves, staff('dispatcher'))
    expect(dispatcher.others.find(({ why }) => why.includes('办理'))).toBeDefined()
    expect((await go(moves, staff('handler'))).offers.find(({ code }) => code === 'done')?.blocked).toBe('这件不由你承办')
    expect((await go(moves, staff('handler', { member: true }))).offers.find(({ code }) => code === 'done')?.blocked).toBeUndefined()
    expect((await go(moves, { kind: 'reporter' })).offers.map(({ code }) => code)).not.toContain('done')
  })

  it('walks to the archive, and never lets the handler check', async () => {
    const moves = await assigned()
    const handler = staff('handler', { member: true })
    const offer = (await go(moves, handler)).offers.find(({ code }) => code === 'done')!
    const missing = await go([...moves, press('done', handler)], handler)
    expect(missing.refused).toBeTruthy()
    expect(missing.offers.find(({ code }) => code === 'done')?.inputs.some(({ error }) => error === '这里要填')).toBe(true)
    const done = [...moves, press('done', handler, answersOf(offer.inputs), 60)]
    expect((await go(done, staff('supervisor'))).step).toBe('待核查')
    expect((await go(done, staff('supervisor', { same: true }))).offers.find(({ code }) => code === 'verify')?.blocked).toBe('办过这件的人不能做这一步，请换一个人')
    const verify = (await go(done, staff('supervisor'))).offers.find(({ code }) => code === 'verify')!
    const verified = [...done, press('verify', staff('supervisor'), answersOf(verify.inputs))]
    const waiting = await go(verified, { kind: 'system' })
    expect(waiting.silence).toBe(10 * 1440)
    expect((await go([...verified, press('closeSilent', { kind: 'system' }, {}, 60)], { kind: 'system' })).refused).toBeTruthy()
    const closed = await go([...verified, press('closeSilent', { kind: 'system' }, {}, 10 * 1440)], { kind: 'reporter' })
    expect(closed).toMatchObject({ ended: true, step: '已归档' })
    expect(closed.offers.map(({ code }) => code)).toContain('reporterReopen')
  })

  it('writes nothing, whatever is walked', async () => {
    const before = await snapshot(payload())
    await go(await assigned(), staff('handler', { member: true }))
    expect(await snapshot(payload())).toEqual(before)
  })

  it('walks what is on the screen, not what is in force', async () => {
    expect((await go(await assigned(), staff('handler', { member: true }), { definition: withoutWeather((await draft()).definition) })).step).toMatch(/办理中|待分流/)
  })

  it('refuses what is no workflow, and takes odd moves for none', async () => {
    expect(() => readAsked({ definition: { code: 'x' } }, MONDAY)).toThrow('definition malformed')
    const { moves, setup: read } = readAsked({ definition: (await draft()).definition, moves: [1, null, { action: 7 }, { action: 'accept', as: 9, minutes: 1e99 }], setup: { at: 'soon', unit: 3 } }, MONDAY)
    expect(moves).toEqual([{ action: 'accept', as: { kind: 'staff', role: '', member: false, same: false }, input: {}, minutes: 366 * 1440 }])
    expect(read).toMatchObject({ at: MONDAY, unit: undefined })
  })
})
