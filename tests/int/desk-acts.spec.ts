import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRows } from '@/db/rows'
import { deskAct } from '@/services/desk/acts'
import { bulk } from '@/services/desk/bulk'
import { enterMatter } from '@/services/desk/create'
import type { Desk } from '@/services/desk/desk'
import { firstScreen } from '@/services/desk/first'
import { openMatter } from '@/services/desk/matter/open'
import { uploadPhoto } from '@/services/desk/photos'
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

const does = async (desk: Desk, matter: string, act: string, input: Record<string, unknown>) =>
  deskAct(desk, { matter, act, input, expectedRevision: (await openMatter(desk, matter)).revision })

const photoBy = async (desk: Desk, matter: string) => (await uploadPhoto(desk, new File([new Uint8Array(PNG)], 'a.png'), matter)).id

/** A matter that the worker's team has. */
const handled = async (): Promise<string> => {
  const { id } = await enter()
  await move('clerk', id, 'accept')
  const dispatch = await deskFor('dispatch')
  const lead = { team: dispatch.model.teams.all[0]!.id }
  if ((await openMatter(dispatch, id)).actions.some(({ code }) => code === 'assign')) await move('dispatch', id, 'assign', { lead })
  else await move('dispatch', id, 'reassign', { lead, reason: '换一队' })
  return id
}

describe('told apart', () => {
  it('is written in both histories, is suggested to neither, and can be taken back', async () => {
    const [one, other] = [await enter({ text: '东门口的喷泉一直漏水，地上都湿了' }), await enter({ text: '东门口喷泉漏水，地上湿得走不了' })]
    const clerk = await deskFor('clerk')
    const near = async (id: string) => (await openMatter(await deskFor('clerk'), id)).near.map(({ id: found, notSame }) => [found, notSame ?? false])
    expect(await near(one.id)).toContainEqual([other.id, false])
    await does(clerk, one.id, 'notSame', { other: other.id })
    expect(await near(one.id)).toContainEqual([other.id, true])
    expect(await near(other.id)).toContainEqual([one.id, true])
    expect((await openMatter(clerk, other.id)).events.at(-1)?.text).toContain(one.number)
    await does(clerk, one.id, 'notSame', { other: other.id, same: true })
    expect(await near(other.id)).toContainEqual([one.id, false])
  })

  it.each([['worker', 'notAllowed'], ['audit', 'notFound']])('is not for %s: %s', async (name, code) => {
    const [one, other] = [await enter(), await enter()]
    await expect(does(await deskFor(name), one.id, 'notSame', { other: other.id })).rejects.toMatchObject({ code })
  })

  it('is refused for itself and for what may not be seen', async () => {
    const { id } = await enter()
    const clerk = await deskFor('clerk')
    for (const other of [id, 'no-such-matter', '']) await expect(does(clerk, id, 'notSame', { other })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('photos for the reporter', () => {
  const visibility = async (id: string) => (await findRows({ payload: portal.payload }, SLUG.attachments, { where: { id: { equals: id } } }))[0]?.visibility

  it('are shown by those who brought them and may reply', async () => {
    const id = await handled()
    const worker = await deskFor('worker')
    const photo = await photoBy(worker, id)
    await does(worker, id, 'attach', { photos: [photo], visibility: 'reporter' })
    expect(await visibility(photo)).toBe('reporter')
    const last = (await openMatter(worker, id)).events.at(-1)
    expect(last).toMatchObject({ text: worker.t('event.attachShown', { n: 1 }), public: true })
  })

  it('are not shown by others, and never made public this way', async () => {
    const id = await handled()
    const photo = await photoBy(await deskFor('worker'), id)
    await expect(does(await deskFor('clerk'), id, 'attach', { photos: [photo], visibility: 'reporter' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(does(await deskFor('worker'), id, 'attach', { photos: [photo], visibility: 'public' })).rejects.toMatchObject({ code: 'invalid' })
    expect(await visibility(photo)).toBe('staff')
  })
})

describe('reasons and wishes', () => {
  it('keeps why a co-handler was sent away, and asks for it', async () => {
    const id = await handled()
    const dispatch = await deskFor('dispatch')
    await does(dispatch, id, 'assignParty', { who: { person: portal.ids.check }, note: '看现场' })
    const [party] = (await openMatter(dispatch, id)).parties
    await expect(does(dispatch, id, 'endParty', { party: party!.id, reason: '' })).rejects.toMatchObject({ fields: [{ field: 'reason', code: 'required' }] })
    await does(dispatch, id, 'endParty', { party: party!.id, reason: '已经看过了' })
    expect((await openMatter(dispatch, id)).events.at(-1)).toMatchObject({ reason: '已经看过了' })
  })

  it('keeps when somebody would like to be called, sealed like their number', async () => {
    const clerk = await deskFor('clerk')
    const { model } = clerk
    const made = await enterMatter(clerk, {
      key: 'callback-key-1', source: model.sources.byCode.get('hotline')!.id, text: '路灯不亮，晚上看不清', category: model.categories.byCode.get('public-safety-road')!.id,
      answers: { danger: 'no', since: 'week' }, contact: { phone: '13800138000', callback: true, callbackWish: '晚上六点以后' },
    }, [])
    const page = await openMatter(clerk, made.id)
    expect(page.contact?.callback).toBe(true)
    expect(JSON.stringify(page)).not.toContain('六点')
    expect(JSON.stringify(await findRows({ payload: portal.payload }, SLUG.contacts, { where: { matter: { equals: made.id } } }))).not.toContain('六点')
    const shown = await does(clerk, made.id, 'reveal', { reason: '约时间回访' })
    expect(shown.entries?.map(({ value }) => value)).toContain('晚上六点以后')
    await expect(does(clerk, made.id, 'reveal', { reason: '回访' })).rejects.toMatchObject({ fields: [{ field: 'reason', code: 'tooShort' }] })
  })
})

describe('the first screen', () => {
  it('says who sent one back with which words, and why nobody has another', async () => {
    const id = await handled()
    const worker = await deskFor('worker')
    await does(worker, id, 'claim', {})
    await move('worker', id, 'done', { outcome: 'solved', reply: '换好了' })
    await move('check', id, 'notSolved', { reason: '到场看，只修了一半' })
    const lonely = await handled()
    await move('dispatch', lonely, 'takeBack', { reason: '该归另一队' })
    const { lists } = await firstScreen(await deskFor('dispatch'))
    expect(lists.back?.find((row) => row.id === id)?.note).toContain('name-check：「到场看，只修了一半」')
    expect(lists.nobody?.find((row) => row.id === lonely)?.note).toContain('该归另一队')
  })
})

describe('many at once', () => {
  it('gives back to nobody what nobody had', async () => {
    const { id } = await enter()
    await move('clerk', id, 'accept')
    if ((await openMatter(await deskFor('dispatch'), id)).owner) await move('dispatch', id, 'takeBack', { reason: '先不派' })
    const { revision } = await openMatter(await deskFor('dispatch'), id)
    const lead = { team: (await deskFor('dispatch')).model.teams.all.at(-1)!.id }
    const done = await bulk(await deskFor('dispatch'), { act: 'assign', rows: [{ id, expectedRevision: revision }], input: { lead, reason: '归他们' }, key: 'k' })
    expect((await openMatter(await deskFor('dispatch'), id)).owner?.team?.id).toBe(lead.team)
    const undone = await bulk(await deskFor('dispatch'), { act: 'undo', rows: [], input: { batch: done.batch }, key: 'k' })
    expect(undone.results).toMatchObject([{ ok: true }])
    const after = await openMatter(await deskFor('dispatch'), id)
    expect([after.owner, after.phases.find(({ state }) => state === 'here')?.phase]).toEqual([null, 'routing'])
  })
})
