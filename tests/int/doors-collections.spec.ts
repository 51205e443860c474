import type { TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Slug } from '@/slugs'
import { graphql, rest, rolePeople, type RolePerson } from '../helpers/doors'
import { driver } from '../helpers/matters'
import { openPortal, type TestPortal } from '../helpers/portal'
import { queryOf, READ_BY, type Readers } from '../helpers/registry/collections'

/** Every collection there is, asked by every role on every door of Payload: lists, counts, single rows, GraphQL and the Local API as that person. */

let portal: TestPortal
let people: (RolePerson | undefined)[] = []
beforeAll(async () => {
  portal = await openPortal()
  people = [undefined, ...(await rolePeople(portal.payload))]
  await driver(() => portal.payload).create({ contact: { phone: '13800138000' } })
})
afterAll(() => portal.close())

const mayRead = (person: RolePerson | undefined, who: Readers): boolean => {
  if (who === 'everybody') return true
  if (!person || who === 'nobody') return false
  return who === 'staff' || who.some((permission) => person.permissions.includes(permission))
}

/** How many rows a door owned up to; undefined when it refused. Anything else than these two is a fault of its own. */
const total = (status: number, found: unknown): number | undefined => (status === 200 && typeof found === 'number' ? found : undefined)

const byRest = async (slug: string, token: string | undefined) => {
  const [list, count] = [await rest({ config: portal.payload.config, path: `/${slug}?limit=1&depth=0`, token }), await rest({ config: portal.payload.config, path: `/${slug}/count`, token })]
  expect(list.status < 500 || list.status === 501, `${slug} ${list.text.slice(0, 120)}`).toBe(true)
  return { list: total(list.status, list.body.totalDocs), count: total(count.status, count.body.totalDocs) }
}

const byGraphql = async (slug: string, token: string | undefined) => {
  const query = queryOf(slug)
  if (!query) return undefined
  const { status, body } = await graphql({ config: portal.payload.config, token, query: `{ a: ${query.many}(limit: 1) { totalDocs } b: count${query.many} { totalDocs } }` })
  const data = (body.data ?? {}) as Record<string, { totalDocs: number } | null>
  return { list: total(status, data.a?.totalDocs), count: total(status, data.b?.totalDocs) }
}

const locally = async (slug: string, person: RolePerson | undefined): Promise<number | undefined> => {
  const user = person && ({ ...(await portal.payload.findByID({ collection: 'users', id: person.id, depth: 0, overrideAccess: true })), collection: 'users' } as TypedUser)
  return portal.payload.count({ collection: slug as Slug, overrideAccess: false, ...(user ? { user } : {}) }).then(({ totalDocs }) => totalDocs, () => undefined)
}

const alone = async (slug: string, token: string | undefined): Promise<number> => {
  const [first] = (await portal.payload.find({ collection: slug as Slug, limit: 1, depth: 0, overrideAccess: true })).docs
  return first ? (await rest({ config: portal.payload.config, path: `/${slug}/${first.id}`, token })).status : 404
}

/** A door that shows nothing may say so in two ways: refuse, or count none. */
const none = (count: number | undefined): number => count ?? 0

/** What a person was told of a collection by each door, in one order. */
const told = async (slug: string, person: RolePerson | undefined): Promise<(number | undefined)[]> => {
  const [seen, asked] = [await byRest(slug, person?.token), await byGraphql(slug, person?.token)]
  return [seen.list, seen.count, ...(asked ? [asked.list, asked.count] : []), await locally(slug, person)]
}

describe('a collection', () => {
  // Everybody's own settings of the admin are asked for by their key, one by one: `doors-attacks`.
  it.each(Object.entries(READ_BY).filter(([slug]) => slug !== 'payload-preferences'))('%s is read by those whom its line names', async (slug, who) => {
    for (const person of people) {
      const name = `${slug} ${person?.role ?? 'nobody'}`
      const counts = await told(slug, person)
      if (mayRead(person, who)) {
        expect(counts[0], name).toBeTypeOf('number')
        expect(new Set(counts).size, `${name}: ${counts.join(', ')}`).toBe(1)
        continue
      }
      expect(counts.map(none), name).toEqual(counts.map(() => 0))
      expect(await alone(slug, person?.token), name).toBeGreaterThanOrEqual(400)
    }
  })
})
