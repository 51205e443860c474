import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskAct } from '@/services/desk/acts'
import { bulk } from '@/services/desk/bulk'
import { firstScreen } from '@/services/desk/first'
import { openMatter } from '@/services/desk/matter/open'
import { pick, unitsBelow } from '@/services/desk/pick'
import { countArrivals, queueOptions, readQueuePage } from '@/services/desk/queue'
import { rulesView } from '@/services/desk/rules'
import { suggest } from '@/services/desk/suggest'
import { listViews, removeView, saveView } from '@/services/desk/views'
import { openDeskPortal, type DeskPortal } from '../helpers/desk'

let portal: DeskPortal
let deskFor: DeskPortal['deskFor']
let enter: DeskPortal['enter']
let move: DeskPortal['move']
beforeAll(async () => {
  portal = await openDeskPortal()
  ;({ deskFor, enter, move } = portal)
  for (let count = 0; count < 5; count += 1) await enter()
})
afterAll(() => portal.close())

describe('lists', () => {
  it('page by page, with counts only on the first, and arrivals since', async () => {
    const desk = await deskFor('dispatch')
    const first = await readQueuePage(desk, { query: { sort: 'received' }, limit: 3 })
    expect(first.counts?.all).toBeGreaterThan(3)
    const second = await readQueuePage(desk, { query: { sort: 'received' }, limit: 3, after: first.next })
    expect(second.counts).toBeUndefined()
    expect(second.rows.map(({ id }) => id)).not.toContain(first.rows[0]!.id)
    await enter()
    expect((await countArrivals(await deskFor('dispatch'), {}, first.at)).count).toBe(1)
    expect((await countArrivals(await deskFor('far'), {}, first.at)).count).toBe(0)
  })

  it('count anew as soon as something was written, though counts are kept meanwhile', async () => {
    const count = async () => (await readQueuePage(await deskFor('dispatch'), { query: {} })).counts?.all ?? 0
    const before = await count()
    expect(await count()).toBe(before)
    await enter()
    expect(await count()).toBe(before + 1)
  })

  it('find by words, tags and owners; names of nothing find nothing', async () => {
    const made = await enter({ text: '喷泉广场 Fountain 漏水' })
    const desk = await deskFor('dispatch')
    const found = async (query: Parameters<typeof readQueuePage>[1]['query']) => (await readQueuePage(desk, { query })).rows.map(({ id }) => id)
    expect(await found({ text: 'fountain 漏水' })).toEqual([made.id])
    expect(await found({ text: made.number })).toEqual([made.id])
    // A reporter at the counter has only the receipt: its code finds the matter, as stored and as printed.
    const code = made.receiptCode.replace('-', '')
    expect(await found({ text: code })).toEqual([made.id])
    expect(await found({ text: `${code.slice(0, 5)}-${code.slice(5)}`.toLowerCase() })).toEqual([made.id])
    const tag = desk.say(desk.model.tags.all[0]!.name)
    await deskAct(desk, { matter: made.id, act: 'tag', input: { tag }, expectedRevision: 1 })
    expect(await found({ tag: [tag] })).toEqual([made.id])
    expect(await found({ tag: ['no such tag'] })).toEqual([])
    expect(await found({ category: ['no-such-id'] })).toEqual([])
    await expect(found({ from: '2026-13-45' })).rejects.toMatchObject({ code: 'invalid' })
    expect((await queueOptions(desk, {})).steps.map(({ code }) => code)).toContain('handling')
  })

  it('first screen counts what the person sees, and nothing else', async () => {
    const [all, none] = [await firstScreen(await deskFor('dispatch')), await firstScreen(await deskFor('nobody'))]
    expect(all.total).toBeGreaterThan(0)
    expect([none.total, none.tallies.map(({ count }) => count)]).toEqual([0, [0, 0, 0, 0, 0]])
    expect(JSON.stringify(none.lists)).not.toContain('SQ')
  })

  it('first screen tells of the rule documents that wait for a person', async () => {
    const [worker, nobody] = [await deskFor('worker'), await deskFor('nobody')]
    const { awaited } = await rulesView(worker)
    expect(awaited.length).toBeGreaterThan(0)
    expect((await firstScreen(worker)).rules).toBe(awaited.length)
    expect((await firstScreen(nobody)).rules).toBe(0)
  })

  it('first screen shows those whom a phase waits for what waits for them, and nobody else', async () => {
    const { id } = await enter()
    const keys = async (name: string) => (await firstScreen(await deskFor(name))).tallies.map(({ key }) => key)
    const clerk = await firstScreen(await deskFor('clerk'))
    expect(clerk.lists.turn?.every(({ phase }) => phase === 'intake')).toBe(true)
    expect((await readQueuePage(await deskFor('clerk'), { query: { phase: ['intake'] }, limit: 100 })).rows.map((row) => row.id)).toContain(id)
    expect(await keys('clerk')).toContain('turn')
    expect(await keys('worker')).not.toContain('turn')
    expect((await listViews(await deskFor('check'))).find((view) => view.id === 'turn')?.query).toEqual({ phase: ['supervision'] })
  })

  it('finds what was archived on a day, of what the person sees', async () => {
    const { id } = await enter()
    await move('clerk', id, 'reject', { reason: '不归街道', responsible: '物业公司 010-1234567' })
    const yesterday = Date.now() - 7 * 86_400_000
    const day = new Date(yesterday).toISOString().slice(0, 10)
    expect((await readQueuePage(await deskFor('dispatch'), { query: { closedOn: day } })).rows).toEqual([])
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const found = async (name: string) => (await readQueuePage(await deskFor(name), { query: { closedOn: today } })).rows.map((row) => row.id)
    expect(await found('dispatch')).toContain(id)
    expect(await found('far')).not.toContain(id)
    expect((await firstScreen(await deskFor('nobody'))).closed).toBeUndefined()
  })

  it('keeps views for oneself, or for a team one belongs to', async () => {
    const worker = await deskFor('worker')
    const team = worker.acting.teams[0]!
    const own = await saveView(worker, { name: '我的晚班', query: { clock: ['late'] } })
    const shared = await saveView(worker, { name: '本队的', query: { owner: [`team:${team}`] }, team })
    const mine = (await listViews(worker)).filter(({ removable }) => removable).map(({ id }) => id)
    expect(mine).toEqual([own.id, shared.id])
    const dispatch = await deskFor('dispatch')
    expect((await listViews(dispatch)).map(({ id }) => id)).not.toContain(own.id)
    await expect(saveView(dispatch, { name: 'x', query: {}, team })).rejects.toMatchObject({ code: 'invalid' })
    await expect(removeView(dispatch, own.id)).rejects.toMatchObject({ code: 'notFound' })
    await removeView(worker, own.id)
    expect((await listViews(worker)).map(({ id }) => id)).not.toContain(own.id)
  })
})

describe('many at once', () => {
  it('reassigns each in its own transaction, says why not, and takes it back', async () => {
    const [one, two, three] = [await enter(), await enter(), await enter()]
    const teams = (await deskFor('dispatch')).model.teams.all
    for (const { id } of [one, two]) {
      await move('clerk', id, 'accept')
      if ((await openMatter(await deskFor('dispatch'), id)).actions.some(({ code }) => code === 'assign')) await move('dispatch', id, 'assign', { lead: { team: teams[0]!.id } })
    }
    const desk = await deskFor('dispatch')
    const before = await Promise.all([one, two, three].map(({ id }) => openMatter(desk, id)))
    const lead = { team: teams.at(-1)!.id }
    const rows = [...before.map(({ id, revision }) => ({ id, expectedRevision: revision })), { id: 'no-such-matter', expectedRevision: 1 }]
    const request = { act: 'assign' as const, rows, input: { lead, reason: '换一队' }, key: 'k' }
    const preview = await bulk(desk, { ...request, preview: true })
    expect(preview.results.map(({ ok }) => ok)).toEqual([true, true, false, false])
    expect((await openMatter(desk, one.id)).revision).toBe(before[0]!.revision)
    const stale = { ...request, rows: rows.map((row, index) => (index === 1 ? { ...row, expectedRevision: row.expectedRevision - 1 } : row)) }
    const done = await bulk(await deskFor('dispatch'), stale)
    expect(done.results.map(({ ok, error }) => [ok, error?.code])).toEqual([[true, undefined], [false, 'conflict'], [false, 'illegalStep'], [false, 'notFound']])
    expect((await openMatter(desk, one.id)).owner?.team?.id).toBe(lead.team)
    await expect(bulk(await deskFor('clerk'), { act: 'undo', rows: [], input: { batch: done.batch }, key: 'k' })).rejects.toMatchObject({ code: 'invalid' })
    const undone = await bulk(await deskFor('dispatch'), { act: 'undo', rows: [], input: { batch: done.batch }, key: 'k' })
    expect(undone.results.map(({ ok }) => ok)).toEqual([true])
    expect((await openMatter(desk, one.id)).owner?.team?.id).toBe(before[0]!.owner?.team?.id)
  })

  it('tags many, and refuses what is no tag', async () => {
    const made = [await enter(), await enter()]
    const desk = await deskFor('clerk')
    const tag = desk.say(desk.model.tags.all[1]!.name)
    const rows = made.map(({ id }) => ({ id, expectedRevision: 1 }))
    const { results } = await bulk(desk, { act: 'tag', rows, input: { tag }, key: 'k' })
    expect(results.map(({ ok, revision }) => [ok, revision])).toEqual([[true, 2], [true, 2]])
    await expect(bulk(desk, { act: 'tag', rows, input: { tag: 'no such tag' }, key: 'k' })).rejects.toMatchObject({ code: 'invalid' })
    const audit = await bulk(await deskFor('audit'), { act: 'tag', rows: rows.map((row) => ({ ...row, expectedRevision: 2 })), input: { tag: desk.say(desk.model.tags.all[2]!.name) }, key: 'k' })
    expect(audit.results.map(({ error }) => error?.code)).toEqual(['notFound', 'notFound'])
  })
})

describe('pickers and suggestions', () => {
  it('offer people, teams and units of the office, and say who may not verify', async () => {
    const desk = await deskFor('dispatch')
    expect((await pick(desk, { kind: 'lead', q: 'worker' })).options).toMatchObject([{ kind: 'person', id: portal.ids.worker }])
    expect((await pick(desk, { kind: 'team', q: '' })).options).toHaveLength(desk.model.teams.all.length)
    const names = async (matter?: string) => (await pick(desk, { kind: 'team', q: '', matter })).options.map(({ id }) => id)
    expect(new Set((await names()).slice(-1))).toEqual(new Set(desk.model.teams.all.filter(({ kind }) => kind === 'leading').map(({ id }) => id)))
    await expect(pick(desk, { kind: 'constructor', q: '' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(pick(await deskFor('nobody'), { kind: 'person', q: '' })).rejects.toMatchObject({ code: 'notAllowed' })
    const { id } = await enter()
    await move('clerk', id, 'accept')
    const found = await openMatter(desk, id)
    const action = found.actions.find(({ code }) => code === 'assign' || code === 'reassign')!.code
    await move('dispatch', id, action, { lead: { person: portal.ids.worker }, reason: '给他办' })
    expect((await pick(desk, { kind: 'verifier', q: 'worker', matter: id })).options[0]?.off).toBeTruthy()
    const top = unitsBelow(desk, undefined)
    expect(top.units).toHaveLength(1)
    expect(unitsBelow(desk, top.units[0]!.id).units.length).toBe(top.units[0]!.children)
  })

  it('offer teams that serve the place of the matter before those that serve others, and those that lead last', async () => {
    const { id } = await enter()
    const desk = await deskFor('dispatch')
    const matter = await openMatter(desk, id)
    const [first] = desk.model.teams.all
    const elsewhere = desk.model.units.all.find((unit) => unit.parent && unit.id !== matter.unit?.id && !unit.path.includes(matter.unit?.id ?? ''))!
    await portal.payload.update({ collection: 'teams', id: first!.id, data: { units: [elsewhere.id] }, overrideAccess: true })
    const { options } = await pick(await deskFor('dispatch'), { kind: 'team', q: '', matter: id })
    expect(options.at(-2)).toMatchObject({ id: first!.id, hint: expect.stringContaining(elsewhere.name.zh) })
    expect(desk.model.teams.byId.get(options.at(-1)!.id)?.kind).toBe('leading')
  })

  it('say which category, where it would go, and what may be the same, within what the clerk may see', async () => {
    await enter({ text: '南门喷泉池的水泵坏了,一直漏水' })
    const clerk = await deskFor('clerk')
    const category = clerk.model.categories.byCode.get('public-safety-road')!.id
    const unit = clerk.model.units.all.at(-1)!.id
    const facts = { text: '南门喷泉池水泵坏了,漏水', category, unit }
    const told = await suggest(clerk, facts)
    expect(told.near.length).toBeGreaterThan(0)
    expect(told.preview).toMatchObject({ owner: expect.any(String), dueAt: expect.any(Number) })
    expect((await suggest(await deskFor('far'), facts)).near).toEqual([])
    expect((await suggest(clerk, { text: '井盖松了' })).categories.map(({ id }) => id)).toContain(category)
  })
})
