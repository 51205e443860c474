import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRows } from '@/db/rows'
import { deskAct } from '@/services/desk/acts'
import { enterMatter, newMatterVM } from '@/services/desk/create'
import { openMatter, revisionOf } from '@/services/desk/matter/open'
import { photoBytes, uploadPhoto } from '@/services/desk/photos'
import { SLUG } from '@/slugs'
import { openDeskPortal, PNG, type DeskPortal } from '../helpers/desk'

let portal: DeskPortal
let deskFor: DeskPortal['deskFor']
let enter: DeskPortal['enter']
let move: DeskPortal['move']
beforeAll(async () => {
  portal = await openDeskPortal()
  ;({ deskFor, enter, move } = portal)
})
afterAll(() => portal.close())

describe('a matter entered by staff', () => {
  it('gives code and word, the same ones for the same key, and counts once', async () => {
    const desk = await deskFor('clerk')
    const view = await newMatterVM(desk)
    expect(view.sources.map(({ id }) => desk.model.sources.byId.get(id)!.code)).not.toContain('web')
    const first = await enter()
    expect(first).toMatchObject({ receiptCode: expect.stringMatching(/^\w{10}$/), queryWord: expect.any(String), owner: expect.any(String), dueAt: expect.any(Number) })
    const again = await enter({ again: true })
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
    const count = async () => (await findRows({ payload: portal.payload }, SLUG.attachments)).length
    const before = await count()
    const input = { key: 'photo-key-0001', source: desk.model.sources.byCode.get('hotline')!.id, text: '', category: desk.model.categories.byCode.get('public-safety-road')!.id, answers: {} }
    await expect(enterMatter(desk, input, [new File([new Uint8Array(PNG)], 'a.png')])).rejects.toMatchObject({ code: 'invalid' })
    expect(await count()).toBe(before)
  })
})

describe('the page of a matter', () => {
  it('offers what the table allows, to each what they may do', async () => {
    const { id } = await enter()
    const codes = async (name: string) => (await openMatter(await deskFor(name), id)).actions.map(({ code }) => code)
    expect(await codes('clerk')).toEqual(['accept', 'reject', 'mergeInto', 'handOver'])
    const lines = (await openMatter(await deskFor('clerk'), id)).actions.flatMap(({ residentLine }) => residentLine ?? [])
    expect(lines.filter((line) => /[{}]/.test(line))).toEqual([])
    expect(lines.filter((line) => line.includes('您填的单位'))).toHaveLength(2)
    await expect(codes('audit')).rejects.toMatchObject({ code: 'notFound' })
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
    await move('check', id, 'verifyCloseTold', { reason: '到现场看过', reply: '您在现场说已经好了' })
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
    expect(contact).toMatchObject({ canReveal: true, callback: true, reasonMin: 4, entries: [{ kind: 'phone', masked: expect.stringContaining('*') }] })
    await expect(deskAct(clerk, { matter: id, act: 'reveal', input: { reason: '' }, expectedRevision: revision })).rejects.toMatchObject({ code: 'invalid' })
    const shown = await deskAct(clerk, { matter: id, act: 'reveal', input: { reason: '回访一下' }, expectedRevision: revision })
    expect(shown.entries?.map(({ value }) => value)).toEqual([expect.stringContaining('13800138000'), clerk.t('contact.callbackYes')])
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
    const apart = await openMatter(await deskFor('clerk'), other.id)
    expect(apart.mergedInto).toBeUndefined()
    expect(apart.phases.find(({ state }) => state === 'here')?.phase).toBe('intake')
    expect(apart.events.find(({ kind }) => kind === 'merge')?.text).toContain(master.number)
  })

  it('takes photos for a matter, and shows them to nobody who may not see it', async () => {
    const { id } = await enter()
    const clerk = await deskFor('clerk')
    const photo = await uploadPhoto(clerk, new File([new Uint8Array(PNG)], 'a.png'), id)
    const { revision } = await openMatter(clerk, id)
    await deskAct(clerk, { matter: id, act: 'attach', input: { photos: [photo.id], visibility: 'internal' }, expectedRevision: revision })
    expect((await photoBytes(await deskFor('check'), photo.id)).subarray(0, 3).toString('hex')).toBe('ffd8ff')
    await expect(photoBytes(await deskFor('audit'), photo.id)).rejects.toMatchObject({ code: 'notFound' })
    await expect(photoBytes(await deskFor('far'), photo.id)).rejects.toMatchObject({ code: 'notFound' })
    await expect(uploadPhoto(await deskFor('audit'), new File([new Uint8Array(PNG)], 'a.png'), id)).rejects.toMatchObject({ code: 'notFound' })
  })
})
