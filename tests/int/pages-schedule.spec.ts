import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { SanitizedConfig } from 'payload'
import { findRows } from '@/db/rows'
import { now, setClock } from '@/lib/clock'
import { carryOutSchedule } from '@/services/publishing/schedule'
import { pageByCode } from '@/services/site/content/pages'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { isAtomic } from '../helpers/engine'
import { rest } from '../helpers/doors'
import { addPerson, PASSWORD } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

const HOUR = 3_600_000

let portal: TestPortal
let config: SanitizedConfig
let chief: string
let writer: string
let serial = 0

const tokenOf = async (username: string, role: string): Promise<string> => {
  await addPerson(portal.payload, { username, roles: [{ role }] })
  return (await portal.payload.login({ collection: SLUG.users, data: { username, password: PASSWORD } })).token ?? ''
}

beforeAll(async () => {
  portal = await openPortal()
  config = portal.payload.config
  chief = await tokenOf('chief', 'reviewer')
  writer = await tokenOf('writer', 'publisher')
})
afterEach(() => setClock())
afterAll(() => portal.close())

const later = (hours: number): string => new Date(now() + hours * HOUR).toISOString()
const draft = (body: object, token = chief) => {
  serial += 1
  return rest({ config, method: 'POST', path: '/pages?draft=true', token, body: { code: `plan-${serial}`, title: `第${serial}页`, _status: 'draft', ...body } })
}
const made = async (body: object): Promise<{ id: string; code: string }> => {
  const { status, body: answer, text } = await draft(body)
  expect(status, text).toBe(201)
  return answer.doc as { id: string; code: string }
}
const save = (id: string, body: object, { token = chief, asDraft = true } = {}) => rest({ config, method: 'PATCH', path: `/pages/${id}${asDraft ? '?draft=true' : ''}`, token, body })
const title = async (code: string): Promise<string | undefined> => {
  try {
    return (await pageByCode(portal.payload, await needModel(portal.payload), 'zh', code)).title
  } catch {
    return undefined
  }
}
const pass = (hours: number): void => {
  const at = Date.now() + hours * HOUR
  setClock(() => at)
}
const changes = async (id: string): Promise<number> => (await findRows({ payload: portal.payload }, SLUG.changes, { where: { target: { equals: id } } })).length

describe('a page with a time to be published', () => {
  it('goes out at its time, once, in its newest words, and comes in at its end', async () => {
    const { id, code } = await made({ publishAt: later(2), withdrawAt: later(5) })
    expect((await save(id, { title: '改过的标题' })).status).toBe(200)
    pass(1)
    expect(await carryOutSchedule(portal.payload)).toBe(0)
    expect(await title(code)).toBeUndefined()
    pass(2.1)
    expect(await carryOutSchedule(portal.payload)).toBe(1)
    expect(await title(code)).toBe('改过的标题')
    const once = await changes(id)
    expect(await carryOutSchedule(portal.payload)).toBe(0)
    expect(await changes(id)).toBe(once)
    const { body } = await rest({ config, path: `/pages/${id}?draft=true`, token: chief })
    expect(body).toMatchObject({ _status: 'published', publishAt: null })
    expect(body.withdrawAt).toBeTruthy()
    pass(5.1)
    expect(await carryOutSchedule(portal.payload)).toBe(1)
    expect(await title(code)).toBeUndefined()
    expect((await rest({ config, path: `/pages/${id}` })).status).toBe(404)
  })

  it('is made up for after a standstill, and is not published only to be withdrawn', async () => {
    const { code } = await made({ publishAt: later(1) })
    const both = await made({ publishAt: later(1), withdrawAt: later(2) })
    pass(48)
    expect(await carryOutSchedule(portal.payload)).toBe(2)
    expect(await title(code)).toBeDefined()
    expect(await title(both.code)).toBeUndefined()
    expect(await carryOutSchedule(portal.payload)).toBe(0)
  })

  it.runIf(isAtomic())('is carried out once where two sweeps come at the same moment', async () => {
    const { id } = await made({ publishAt: later(1) })
    pass(2)
    const done = await Promise.all([carryOutSchedule(portal.payload), carryOutSchedule(portal.payload)])
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await changes(id)).toBe(2)
  })

  it('replaces a published page by its newer draft, which nobody sees before', async () => {
    const { id, code } = await made({})
    expect((await save(id, { title: '第一版', _status: 'published' }, { asDraft: false })).status).toBe(200)
    expect((await save(id, { title: '第二版', _status: 'draft', publishAt: later(1) })).status).toBe(200)
    expect(await title(code)).toBe('第一版')
    pass(2)
    expect(await carryOutSchedule(portal.payload)).toBe(1)
    expect(await title(code)).toBe('第二版')
  })

  it('waits for nothing any more once it is published by hand, or brought back from an older version', async () => {
    const { id, code } = await made({ publishAt: later(1) })
    expect((await save(id, { _status: 'published' }, { asDraft: false })).status).toBe(200)
    expect((await save(id, { title: '新的草稿', _status: 'draft' })).status).toBe(200)
    const { docs } = await portal.payload.findVersions({ collection: SLUG.pages, where: { and: [{ parent: { equals: id } }, { 'version.publishAt': { exists: true } }] }, limit: 1, overrideAccess: true })
    const { status, text } = await rest({ config, method: 'POST', path: `/pages/versions/${docs[0]?.id}?draft=true`, token: chief })
    expect(status, text).toBe(200)
    pass(3)
    expect(await carryOutSchedule(portal.payload)).toBe(0)
    expect(await title(code)).toBe(`第${serial}页`)
  })
})

describe('a time', () => {
  it('is refused where it has gone by, or where the end comes first, and says so in its place', async () => {
    for (const [body, path] of [[{ publishAt: later(-1) }, 'publishAt'], [{ publishAt: later(3), withdrawAt: later(2) }, 'withdrawAt'], [{ withdrawAt: later(-1) }, 'withdrawAt']] as const) {
      const { status, text } = await draft(body)
      expect([status, text]).toEqual([400, expect.stringContaining(`"path":"${path}"`)])
    }
  })

  it('is publishing: whoever may not do that neither sets one nor rewords what waits for one', async () => {
    expect((await draft({ publishAt: later(1) }, writer)).status).toBe(403)
    const { id } = await made({ publishAt: later(1) })
    expect((await save(id, { title: '换成别的话' }, { token: writer })).status).toBe(403)
    expect((await save(id, { publishAt: null })).status).toBe(200)
    expect((await save(id, { title: '换成别的话' }, { token: writer })).status).toBe(200)
  })

  it('is set only for what may be public: personal data is told when it is set', async () => {
    const { status, text } = await draft({ title: '找王师傅 13800138000', publishAt: later(1) })
    expect([status, text]).toEqual([400, expect.stringContaining('privacySeen')])
  })
})
