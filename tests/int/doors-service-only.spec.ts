import { configToSchema } from '@payloadcms/graphql'
import type { SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRows } from '@/db/rows'
import { SERVICE_ONLY, SLUG, type Slug } from '@/slugs'
import { graphql, rest, rolePeople, type RolePerson } from '../helpers/doors'
import { driver, snapshot } from '../helpers/matters'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let settings: SanitizedConfig
let people: RolePerson[] = []

beforeAll(async () => {
  portal = await openPortal()
  settings = portal.payload.config
  people = await rolePeople(portal.payload)
  // A row of nearly every kind, so that what is refused exists.
  await driver(() => portal.payload).create({ contact: { phone: '13800138000' } })
})
afterAll(() => portal.close())

const strongest = () => people.filter(({ role }) => role === 'owner' || role === 'dispatcher')

const NOWHERE = '01AAAAAAAAAAAAAAAAAAAAAAAA'

/** A row of the collection that exists, where there is one. */
const idIn = async (slug: Slug): Promise<string> => (await findRows({ payload: portal.payload }, slug, { limit: 1 }))[0]?.id ?? NOWHERE

/** `side`: another way to say the same, asked by nobody and by the two strongest roles. */
type Write = { verb: string; method: string; path: (slug: Slug, id: string) => string; headers?: Record<string, string>; side?: true }
const WRITES: Write[] = [
  { verb: 'create', method: 'POST', path: (slug) => `/${slug}` },
  { verb: 'create a draft', method: 'POST', path: (slug) => `/${slug}?draft=true&autosave=true`, side: true },
  { verb: 'update', method: 'PATCH', path: (slug, id) => `/${slug}/${id}` },
  { verb: 'autosave', method: 'PATCH', path: (slug, id) => `/${slug}/${id}?draft=true&autosave=true`, side: true },
  { verb: 'replace', method: 'PUT', path: (slug, id) => `/${slug}/${id}`, side: true },
  { verb: 'bulk update', method: 'PATCH', path: (slug, id) => `/${slug}?where[id][equals]=${id}` },
  { verb: 'update all', method: 'PATCH', path: (slug) => `/${slug}?where[id][exists]=true`, side: true },
  { verb: 'delete', method: 'DELETE', path: (slug, id) => `/${slug}/${id}` },
  { verb: 'delete for good', method: 'DELETE', path: (slug, id) => `/${slug}/${id}?trash=true`, side: true },
  { verb: 'bulk delete', method: 'DELETE', path: (slug, id) => `/${slug}?where[id][equals]=${id}` },
  { verb: 'duplicate', method: 'POST', path: (slug, id) => `/${slug}/${id}/duplicate` },
  { verb: 'restore version', method: 'POST', path: (slug, id) => `/${slug}/versions/${id}` },
  { verb: 'override to PATCH', method: 'POST', path: (slug, id) => `/${slug}/${id}`, headers: { 'x-http-method-override': 'PATCH', 'x-payload-http-method-override': 'PATCH' }, side: true },
  { verb: 'override to DELETE', method: 'POST', path: (slug, id) => `/${slug}/${id}`, headers: { 'x-http-method-override': 'DELETE', 'x-payload-http-method-override': 'DELETE' }, side: true },
]

/** The books, but for the record that something was refused (audit-complete.spec.ts). */
const books = async () => {
  const { [SLUG.audit]: log, [SLUG.auditHeads]: _heads, ...rest } = await snapshot(portal.payload)
  return { ...rest, log: log?.filter((row) => (row as { action: string }).action !== 'access.refused') }
}

describe('rows that only services write', () => {
  it('are refused on REST for every role and verb', async () => {
    const before = await books()
    let asked = 0
    for (const slug of SERVICE_ONLY) {
      const id = await idIn(slug)
      for (const { verb, method, path, headers, side } of WRITES) {
        for (const token of [undefined, ...(side ? strongest() : people).map((person) => person.token)]) {
          const answer = await rest({ config: settings, method, path: path(slug, id), token, headers, body: { id: NOWHERE, text: 'x', step: 'archive' } })
          expect(answer.status, `${verb} ${slug}`).toBeGreaterThanOrEqual(400)
          // Payload answers 501 where it has no such address.
          expect([500, 502, 503], `${verb} ${slug}: ${answer.text}`).not.toContain(answer.status)
          asked += 1
        }
      }
    }
    const sides = WRITES.filter(({ side }) => side).length
    expect(asked).toBe(SERVICE_ONLY.length * ((WRITES.length - sides) * (people.length + 1) + sides * 3))
    expect(await books()).toEqual(before)
  })

  it.each([...SERVICE_ONLY])('are refused on the Local API, access overridden or not: %s', async (slug) => {
    const { payload } = portal
    const id = await idIn(slug)
    const where = { id: { equals: id } }
    const { id: userId } = people[0] ?? { id: '' }
    const user = { ...(await payload.findByID({ collection: 'users', id: userId, depth: 0, overrideAccess: true })), collection: 'users' as const }
    let refused = 0
    for (const overrideAccess of [true, false]) {
      const common = { collection: slug, overrideAccess, user }
      const acts = [
        () => payload.create({ ...common, data: { id: NOWHERE } as never }),
        () => payload.create({ ...common, data: { id: NOWHERE } as never, draft: true }),
        () => payload.update({ ...common, id, data: {} as never }),
        () => payload.update({ ...common, id, data: {} as never, draft: true, autosave: true }),
        () => payload.update({ ...common, where, data: {} as never }),
        () => payload.delete({ ...common, id }),
        () => payload.delete({ ...common, where }),
        () => payload.delete({ ...common, id, trash: true }),
        () => payload.duplicate({ ...common, id }),
        () => payload.restoreVersion({ ...common, id }),
      ]
      for (const act of acts) {
        await expect(act()).rejects.toThrow()
        refused += 1
      }
    }
    expect(refused).toBe(20)
    await expect(payload.create({ collection: slug, data: { id: NOWHERE } as never, overrideAccess: true })).rejects.toThrow(/refused here/)
    expect(await idIn(slug)).toBe(id)
  })

  it('have no mutation on GraphQL, and no verb of sign-in has one', async () => {
    const { schema } = configToSchema(settings)
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {})
    expect(mutations.length).toBeGreaterThan(40)
    const pascal = (slug: string) => slug.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')
    const closed = [...SERVICE_ONLY, 'users'] as const
    for (const slug of closed) {
      const own = new RegExp(`^(?:create|update|delete|duplicate|restoreVersion|unlock|login|logout|refreshToken|forgotPassword|resetPassword|verifyEmail)${pascal(slug)}(?:Item)?$`)
      expect(mutations.filter((name) => own.test(name)), slug).toEqual([])
      for (const verb of ['create', 'update', 'delete', 'duplicate', 'restoreVersion']) {
        const answer = await graphql({ config: settings, token: people[0]?.token, query: `mutation { ${verb}${pascal(slug)}Item(id: "${NOWHERE}") { id } }` })
        expect(answer.text, `${verb} ${slug}`).toContain('Cannot query field')
      }
    }
    // Nothing that moves a matter has crept in under another name.
    expect(mutations.filter((name) => /transition|matter(?!type)|assign|audit|clock|(?<!life)event|contact/i.test(name))).toEqual([])
  })

  it('are read-only at their own addresses: versions, counts and access tell and change nothing', async () => {
    const before = await books()
    for (const slug of SERVICE_ONLY) {
      const id = await idIn(slug)
      for (const { token } of people) {
        for (const path of [`/${slug}/versions`, `/${slug}/versions/${id}`, `/${slug}/${id}/versions`]) expect((await rest({ config: settings, path, token })).status, path).toBeGreaterThanOrEqual(400)
      }
    }
    expect(await books()).toEqual(before)
  })
})
