import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows } from '@/db/rows'
import { uploadPhoto } from '@/services/desk/photos'
import { revisionOf } from '@/services/desk/matter/open'
import { deskAct } from '@/services/desk/acts'
import { firstScreen } from '@/services/desk/first'
import { deskFrame } from '@/services/desk/frame'
import { readQueuePage } from '@/services/desk/queue'
import { SLUG } from '@/slugs'
import { openDeskPortal, PNG, type DeskPortal } from '../helpers/desk'
import { graphql, rest } from '../helpers/doors'
import { allDoors, askDoor } from '../helpers/registry/ask'
import { READ_BY } from '../helpers/registry/collections'

/** The auditor searches who did what and when, and sees nothing of what anybody wrote or photographed: every door is asked for one matter's words. */

const TEXT = '三楼转角的灯闪得很特别'
const NOTE = '备注里一句很特别的话'
const WORDS = [TEXT, NOTE, '13800138000']
let portal: DeskPortal
let id: string
let photo: string
let token: string
let dispatcher: string

const tokenOf = async (username: string) => (await portal.payload.login({ collection: SLUG.users, data: { username, password: 'Street-2026-x' } })).token ?? ''

beforeAll(async () => {
  portal = await openDeskPortal()
  id = (await portal.enter({ text: TEXT })).id
  const clerk = await portal.deskFor('clerk')
  const act = async (name: string, input: Record<string, unknown>) => deskAct(clerk, { matter: id, act: name, input, expectedRevision: (await revisionOf(clerk, id, 1_000_000)).revision })
  photo = (await uploadPhoto(clerk, new File([new Uint8Array(PNG)], 'a.png'), id)).id
  await act('attach', { photos: [photo], visibility: 'internal' })
  await act('note', { text: NOTE })
  token = await tokenOf('audit')
  dispatcher = await tokenOf('dispatch')
}, 60_000)
afterAll(() => portal.close())

const ask = (path: string, as = token) => rest({ config: portal.payload.config, path, token: as })

describe('the auditor', () => {
  it.each(['matters', 'matter-events', 'matter-texts', 'attachments', 'assignments', 'clocks', 'contacts', 'register-entries', 'round-checks'])('gets no row of %s over REST, and no count of them', async (slug) => {
    const answer = await ask(`/${slug}?depth=2&limit=0`)
    expect([answer.status, answer.body.totalDocs ?? 0]).toEqual([answer.status === 200 ? 200 : 403, 0])
    const counted = await ask(`/${slug}/count`)
    expect(counted.body.totalDocs ?? 0).toBe(0)
  })

  it('reads the words of no matter in any collection, nor by GraphQL; a dispatcher does', async () => {
    for (const slug of Object.keys(READ_BY)) {
      const { text } = await ask(`/${slug}?limit=0&depth=2&locale=all`)
      for (const word of WORDS) expect(text.includes(word), slug).toBe(false)
    }
    expect((await ask('/matters?limit=0', dispatcher)).text).toContain(TEXT)
    const query = `{ Matters { totalDocs docs { text } } }`
    expect((await graphql({ config: portal.payload.config, token, query })).text).not.toMatch(/特别|"totalDocs":[1-9]/)
    expect((await graphql({ config: portal.payload.config, token: dispatcher, query })).text).toContain(TEXT)
  })

  it('gets no words by any route that answers to a look, and no photo', async () => {
    const doors = allDoors().filter(({ method, who }) => method === 'GET' && who !== 'collections')
    expect(doors.map(({ route }) => route.address)).toEqual(expect.arrayContaining(['/desk/api/queue', '/desk/api/suggest', '/desk/api/pick', '/desk/api/photos/[id]']))
    for (const door of doors) {
      for (const [param, text] of [[id, '三楼'], [photo, id]] as const) {
        const asked = encodeURIComponent(text)
        const heard = await askDoor({ door, token, params: { id: param }, query: `?q=${asked}&text=${asked}&kind=matter&format=csv&limit=200` })
        for (const word of WORDS) expect(heard.text.includes(word), door.name).toBe(false)
        if (door.route.address.startsWith('/desk/api/photos/')) expect(heard.status, door.name).toBeGreaterThanOrEqual(400)
      }
    }
  })

  it('has no list of matters and is led to the audit log, without a link to what is closed', async () => {
    const desk = await portal.deskFor('audit')
    expect((await readQueuePage(desk, { query: {} })).rows).toEqual([])
    expect(await firstScreen(desk)).toMatchObject({ total: 0, elsewhere: { href: '/desk/audit', what: 'audit' } })
    const { nav } = await deskFrame(desk, { path: '/desk', here: 'first' })
    expect(nav.map(({ key, place }) => [key, place])).toEqual([['first', 'bar'], ['notices', 'menu'], ['rules', expect.any(String)], ['audit', 'bar'], ['retention', 'menu'], ['health', 'menu']])
    const other = await deskFrame(await portal.deskFor('dispatch'), { path: '/desk', here: 'first' })
    expect(other.nav.map(({ key }) => key)).toEqual(expect.arrayContaining(['queue', 'new']))
  })

  it('holds in the office’s own role nothing that shows contents', async () => {
    const role = await findRow({ payload: portal.payload }, SLUG.roles, { where: { code: { equals: 'auditor' } } })
    expect(role?.permissions).toEqual(expect.arrayContaining(['audit.view', 'health.view']))
    expect((role?.permissions as string[]).filter((each) => /^(?:matter|contact|register|content)\./.test(each))).toEqual([])
    expect((await findRows({ payload: portal.payload }, SLUG.attachments, { where: { id: { equals: photo } } }))).toHaveLength(1)
  })
})
