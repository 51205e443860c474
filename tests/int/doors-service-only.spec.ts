import type { SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countRows } from '@/db/rows'
import { SERVICE_ONLY, type Slug } from '@/slugs'
import { rest, rolePeople, type RolePerson } from '../helpers/doors'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let settings: SanitizedConfig
let people: RolePerson[] = []

beforeAll(async () => {
  portal = await openPortal()
  settings = portal.payload.config
  people = await rolePeople(portal.payload)
})
afterAll(() => portal.close())

const ID = '01AAAAAAAAAAAAAAAAAAAAAAAA'

const WRITES = [
  { verb: 'create', method: 'POST', path: (slug: Slug) => `/${slug}` },
  { verb: 'update', method: 'PATCH', path: (slug: Slug) => `/${slug}/${ID}` },
  { verb: 'bulk update', method: 'PATCH', path: (slug: Slug) => `/${slug}?where[id][equals]=${ID}` },
  { verb: 'delete', method: 'DELETE', path: (slug: Slug) => `/${slug}/${ID}` },
  { verb: 'bulk delete', method: 'DELETE', path: (slug: Slug) => `/${slug}?where[id][equals]=${ID}` },
  { verb: 'duplicate', method: 'POST', path: (slug: Slug) => `/${slug}/${ID}/duplicate` },
  { verb: 'restore version', method: 'POST', path: (slug: Slug) => `/${slug}/versions/${ID}` },
] as const

describe('rows that only services write', () => {
  it('are refused on REST for every role and verb', async () => {
    const asked: string[] = []
    for (const slug of SERVICE_ONLY) {
      const before = await countRows({ payload: portal.payload }, slug)
      for (const { verb, method, path } of WRITES) {
        for (const token of [undefined, ...people.map((person) => person.token)]) {
          const answer = await rest({ config: settings, method, path: path(slug), token, body: { id: ID, text: 'x' } })
          expect(answer.status, `${verb} ${slug}`).toBeGreaterThanOrEqual(400)
          expect(answer.status, `${verb} ${slug}: ${answer.text}`).toBeLessThan(500)
          asked.push(`${slug} ${verb}`)
        }
      }
      // Signing the roles in has written audit rows; asking here must write none.
      expect(await countRows({ payload: portal.payload }, slug), slug).toBe(before)
    }
    expect(asked).toHaveLength(SERVICE_ONLY.length * WRITES.length * (people.length + 1))
  })

  it.each([...SERVICE_ONLY])('are refused on the Local API, access overridden: %s', async (slug) => {
    const { payload } = portal
    const where = { id: { equals: ID } }
    const acts = [
      () => payload.create({ collection: slug, data: { id: ID } as never, overrideAccess: true }),
      () => payload.update({ collection: slug, id: ID, data: {} as never, overrideAccess: true }),
      () => payload.update({ collection: slug, where, data: {} as never, overrideAccess: true }),
      () => payload.delete({ collection: slug, id: ID, overrideAccess: true }),
      () => payload.delete({ collection: slug, where, overrideAccess: true }),
      () => payload.duplicate({ collection: slug, id: ID, overrideAccess: true }),
    ]
    for (const act of acts) await expect(act()).rejects.toThrow()
    await expect(payload.create({ collection: slug, data: { id: ID } as never, overrideAccess: true })).rejects.toThrow(/refused here/)
  })
})
