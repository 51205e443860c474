import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLocalReq, type PayloadRequest } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { bulk } from '@/services/desk/bulk'
import { deskAct } from '@/services/desk/acts'
import { enterMatter, newMatterVM } from '@/services/desk/create'
import { deskOf, type Desk } from '@/services/desk/desk'
import { firstScreen } from '@/services/desk/first'
import { openMatter, revisionOf } from '@/services/desk/matter/open'
import { photoBytes, uploadPhoto } from '@/services/desk/photos'
import { pick, unitsBelow } from '@/services/desk/pick'
import { countArrivals, queueOptions, readQueuePage } from '@/services/desk/queue'
import { suggest } from '@/services/desk/suggest'
import { listViews, removeView, saveView } from '@/services/desk/views'
import { staffOf } from '@/services/matters/actor'
import { transitionMatter } from '@/services/matters/transition'
import { unsafeAddPerson, unsafeGrant } from '@/services/people/addPerson'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
const ids: Record<string, string> = {}

const PEOPLE = [['clerk', 'intake'], ['dispatch', 'dispatcher'], ['worker', 'handler'], ['check', 'supervisor'], ['audit', 'auditor'], ['nobody', 'publisher'], ['far', 'dispatcher']] as const

const addPeople = async (req: PayloadRequest) => {
  const model = await needModel(req)
  const office = model.office.id
  for (const [username, code] of PEOPLE) {
    const role = (await findRow(req, SLUG.roles, { where: { code: { equals: code } } }))!
    const { id } = await unsafeAddPerson(req, { office, username, name: `name-${username}`, password: 'Street-2026-x', mustChangePassword: false })
    const far = username === 'far' ? model.units.all.find(({ path }) => path.split('/').length === 4)?.id : undefined
    await unsafeGrant(req, { office, person: id, role: role.id, reason: 'test', ...(far ? { unit: far } : {}) })
    ids[username] = id
  }
  await req.payload.create({ collection: SLUG.memberships, data: { office, person: ids.worker!, team: model.teams.all[0]!.id } as never, overrideAccess: true, req })
}

beforeAll(async () => {
  portal = await openPortal()
  await withTransaction(portal.payload, addPeople)
  forgetOfficeModel()
})
afterAll(() => portal.close())

/** The desk of a person as it stands now: each answer has a clock of its own. */
const deskFor = async (username: string, lang: 'zh' | 'en' = 'zh'): Promise<Desk> => {
  const user = await portal.payload.findByID({ collection: SLUG.users, id: ids[username]!, overrideAccess: true, depth: 0 })
  const req = await createLocalReq({ user: { ...user, collection: SLUG.users } }, portal.payload)
  return deskOf({ req, person: { id: user.id, office: String(user.office), name: user.name, username }, lang })
}

let key = 0
const enter = async (input: { text?: string; restricted?: boolean } = {}) => {
  const desk = await deskFor('clerk')
  const category = desk.model.categories.byCode.get('public-safety-road')!
  const unit = desk.model.units.all.at(-1)!
  key += 1
  return enterMatter(desk, {
    key: `test-key-${key}`, source: desk.model.sources.byCode.get('hotline')!.id, text: input.text ?? '井盖松了,车一过就响', category: category.id, unit: unit.id,
    answers: { danger: 'no', since: 'week' }, contact: { phone: '13800138000', callback: true },
  }, [])
}

const move = async (username: string, id: string, action: string, input: Record<string, unknown> = {}) => {
  const desk = await deskFor(username)
  const { revision } = await revisionOf(desk, id, 1_000_000)
  return transitionMatter({ payload: portal.payload, matter: id, action, input, expectedRevision: revision, acting: staffOf(desk.req) })
}

describe('a matter entered by staff', () => {
  it('gives code and word, the same ones for the same key, and counts once', async () => {
    const desk = await deskFor('clerk')
    const view = await newMatterVM(desk)
    expect(view.sources.map(({ id }) => desk.model.sources.byId.get(id)!.code)).not.toContain('web')
    const first = await enter()
    expect(first).toMatchObject({ receiptCode: expect.stringMatching(/^\w{10}$/), queryWord: expect.any(String), owner: expect.any(String), dueAt: expect.any(Number) })
    key -= 1
    const again = await enter()
    expect([again.id, again.queryWord]).toEqual([first.id, first.queryWord])
  })

  it('is refused to those who may not create, by scope too', async () => {
    await expect(newMatterVM(await deskFor('worker'))).rejects.toMatchObject({ code: 'notAllowed' })
    const desk = await deskFor('far')
    const outside = desk.model.units.all.find(({ path }) => !path.startsWith(desk.viewer.grants[0]!.unitPath!))!
    const input = { key: 'far-key-00001', source: desk.model.sources.byCode.get('hotline')!.id, text: '井盖松了', category: desk.model.categories.byCode.get('public-safety-road')!.id, unit: outside.id, answers: { danger: 'no', since: 'week' } }
    await expect(enterMatter(desk, input, [])).rejects.toMatchObject({ code: 'notAllowed' })
  })

  it('leaves no photo behind when it fails', async () => {
    const desk = await deskFor('clerk')
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    const count = async () => (await findRows({ payload: portal.payload }, SLUG.attachments)).length
    const before = await count()
    const input = { key: 'photo-key-0001', source: desk.model.sources.byCode.get('hotline')!.id, text: '', category: desk.model.categories.byCode.get('public-safety-road')!.id, answers: {} }
    await expect(enterMatter(desk, input, [new File([new Uint8Array(png)], 'a.png')])).rejects.toMatchObject({ code: 'invalid' })
    expect(await count()).toBe(before)
  })
})

describe('the page of a matter', () => {
  it('offers what the table allows, to each what they may do', async () => {
    const { id } = await enter()
    const codes = async (name: string) => (await openMatter(await deskFor(name), id)).actions.map(({ code }) => code)
    expect(await codes('clerk')).toEqual(['accept', 'reject', 'mergeInto', 'handOver'])
    expect(await codes('audit')).toEqual([])
    await expect(codes('nobody')).rejects.toMatchObject({ code: 'notFound' })
    await expect(codes('far')).rejects.toMatchObject({ code: 'notFound' })
  })

  it('goes from intake to the archive, and tells all of it', async () => {
    const { id } = await enter()
    await move('clerk', id, 'accept')
    const dispatch = await deskFor('dispatch')
    const team = dispatch.model.teams.all[0]!.id
    const routed = await openMatter(dispatch, id)
    if (routed.actions.some(({ code }) => code === 'assign')) await move('dispatch', id, 'assign', { lead: { team } })
    else await move('dispatch', id, 'reassign', { lead: { team }, reason: '换一队' })
    const worker = await deskFor('worker')
    const before = await openMatter(worker, id)
    expect(before.can.claim).toBe(true)
    expect(before.you).toBe(worker.t('you.team'))
    await deskAct(worker, { matter: id, act: 'claim', input: {}, expectedRevision: before.revision })
    await move('worker', id, 'done', { outcome: 'solved', reply: '换好了' })
    const checking = await openMatter(await deskFor('check'), id)
    expect(checking.phases.find(({ state }) => state === 'here')?.phase).toBe('supervision')
    await move('check', id, 'verifyClose', { reason: '到现场看过' })
    const closed = await openMatter(await deskFor('check', 'en'), id)
    expect(closed.phases.find(({ state }) => state === 'here')?.phase).toBe('archive')
    expect(closed.outcome).toBe('Solved')
    expect(closed.events.map(({ actorKind }) => actorKind)).toContain('staff')
    expect(closed.events.find(({ body }) => body === '换好了')).toMatchObject({ public: true })
    expect(closed.clocks.every(({ state }) => state !== 'running')).toBe(true)
    expect(JSON.stringify(closed)).not.toContain('13800138000')
  })

  it('shows contact details once, with a reason, to those who may; and never without', async () => {
    const { id } = await enter()
    const clerk = await deskFor('clerk')
    const { contact, revision } = await openMatter(clerk, id)
    expect(contact).toMatchObject({ canReveal: true, entries: [{ kind: 'phone', masked: expect.stringContaining('*') }] })
    await expect(deskAct(clerk, { matter: id, act: 'reveal', input: { reason: '' }, expectedRevision: revision })).rejects.toMatchObject({ code: 'invalid' })
    const shown = await deskAct(clerk, { matter: id, act: 'reveal', input: { reason: '回访一下' }, expectedRevision: revision })
    expect(shown.entries?.map(({ value }) => value)).toEqual([expect.stringContaining('13800138000')])
    const dispatch = await deskFor('dispatch')
    await expect(deskAct(dispatch, { matter: id, act: 'reveal', input: { reason: '回访一下' }, expectedRevision: shown.revision })).rejects.toMatchObject({ code: 'notAllowed' })
  })

  it('writes down who opened a restricted one', async () => {
    const { id } = await enter()
    const clerk = await deskFor('clerk')
    const { revision } = await openMatter(clerk, id)
    const looked = async () => (await findRows({ payload: portal.payload }, SLUG.audit, { where: { and: [{ action: { equals: 'matter.view' } }, { target: { equals: id } }] } })).length
    expect(await looked()).toBe(0)
    await deskAct(clerk, { matter: id, act: 'restrict', input: { restricted: true, reason: '涉及隐私' }, expectedRevision: revision })
    expect((await openMatter(await deskFor('dispatch'), id)).restricted).toBe(true)
    expect(await looked()).toBe(1)
    await expect(openMatter(await deskFor('worker'), id)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('says what happened to the second of two who change it', async () => {
    const { id } = await enter()
    const [clerk, dispatch] = [await deskFor('clerk'), await deskFor('dispatch')]
    const { revision } = await openMatter(clerk, id)
    await deskAct(dispatch, { matter: id, act: 'note', input: { text: '先看现场' }, expectedRevision: revision })
    await expect(deskAct(clerk, { matter: id, act: 'note', input: { text: '我也写' }, expectedRevision: revision })).rejects.toMatchObject({ code: 'conflict' })
    const now = await revisionOf(clerk, id, revision)
    expect(now.detail?.events).toEqual([{ at: expect.any(Number), actor: 'name-dispatch', text: clerk.t('event.note') }])
  })

  it('merges a likely twin and takes it back', async () => {
    const [one, other] = [await enter({ text: '北门路口的井盖松了,车一过就响' }), await enter({ text: '北门路口井盖松了,夜里车一过就响' })]
    const desk = await deskFor('clerk')
    const master = await openMatter(desk, one.id)
    expect(master.near.map(({ id }) => id)).toContain(other.id)
    await deskAct(desk, { matter: one.id, act: 'merge', input: { child: other.id, reason: '同一件' }, expectedRevision: master.revision })
    const merged = await openMatter(await deskFor('clerk'), one.id)
    expect(merged.merged).toMatchObject([{ id: other.id, canUndo: true }])
    expect((await openMatter(await deskFor('clerk'), other.id)).mergedInto).toMatchObject({ id: one.id })
    await deskAct(await deskFor('clerk'), { matter: one.id, act: 'undoMerge', input: { child: other.id, reason: '不是同一件' }, expectedRevision: merged.revision })
    expect((await openMatter(await deskFor('clerk'), other.id)).mergedInto).toBeUndefined()
  })

  it('takes photos for a matter, and shows them to nobody who may not see it', async () => {
    const { id } = await enter()
    const clerk = await deskFor('clerk')
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    const photo = await uploadPhoto(clerk, new File([new Uint8Array(png)], 'a.png'), id)
    const { revision } = await openMatter(clerk, id)
    await deskAct(clerk, { matter: id, act: 'attach', input: { photos: [photo.id], visibility: 'internal' }, expectedRevision: revision })
    expect((await photoBytes(await deskFor('audit'), photo.id)).subarray(0, 3).toString('hex')).toBe('ffd8ff')
    await expect(photoBytes(await deskFor('far'), photo.id)).rejects.toMatchObject({ code: 'notFound' })
    await expect(uploadPhoto(await deskFor('audit'), new File([new Uint8Array(png)], 'a.png'), id)).rejects.toMatchObject({ code: 'notAllowed' })
  })
})

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

  it('find by words, tags and owners; names of nothing find nothing', async () => {
    const made = await enter({ text: '喷泉广场 Fountain 漏水' })
    const desk = await deskFor('dispatch')
    const found = async (query: Parameters<typeof readQueuePage>[1]['query']) => (await readQueuePage(desk, { query })).rows.map(({ id }) => id)
    expect(await found({ text: 'fountain 漏水' })).toEqual([made.id])
    expect(await found({ text: made.number })).toEqual([made.id])
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
    expect(audit.results.map(({ error }) => error?.code)).toEqual(['notAllowed', 'notAllowed'])
  })
})

describe('pickers and suggestions', () => {
  it('offer people, teams and units of the office, and say who may not verify', async () => {
    const desk = await deskFor('dispatch')
    expect((await pick(desk, { kind: 'lead', q: 'worker' })).options).toMatchObject([{ kind: 'person', id: ids.worker }])
    expect((await pick(desk, { kind: 'team', q: '' })).options).toHaveLength(desk.model.teams.all.length)
    await expect(pick(desk, { kind: 'constructor', q: '' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(pick(await deskFor('nobody'), { kind: 'person', q: '' })).rejects.toMatchObject({ code: 'notAllowed' })
    const { id } = await enter()
    await move('clerk', id, 'accept')
    const found = await openMatter(desk, id)
    const action = found.actions.find(({ code }) => code === 'assign' || code === 'reassign')!.code
    await move('dispatch', id, action, { lead: { person: ids.worker }, reason: '给他办' })
    expect((await pick(desk, { kind: 'verifier', q: 'worker', matter: id })).options[0]?.off).toBeTruthy()
    const top = unitsBelow(desk, undefined)
    expect(top.units).toHaveLength(1)
    expect(unitsBelow(desk, top.units[0]!.id).units.length).toBe(top.units[0]!.children)
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
