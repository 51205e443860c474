import type { SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Permission } from '@/domain/access/types'
import { SERVICE_ONLY, SLUG, type Slug } from '@/slugs'
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

/** Which permission writes a collection, said once more and apart from the code that asks it. `null`: nobody. */
const WRITES: Partial<Record<Slug, { create: Permission | null; update: Permission | null; remove: Permission | null }>> = {
  ...Object.fromEntries(
    [SLUG.levels, SLUG.units, SLUG.categories, SLUG.types, SLUG.forms, SLUG.workflows, SLUG.limits, SLUG.routing, SLUG.calendarDays, SLUG.sources, SLUG.tags, SLUG.replies, SLUG.teams, SLUG.posts, SLUG.registers, SLUG.routines]
      .map((slug) => [slug, { create: 'structure.edit', update: 'structure.edit', remove: 'structure.edit' }]),
  ),
  [SLUG.memberships]: { create: 'people.edit', update: 'people.edit', remove: 'people.edit' },
  [SLUG.users]: { create: 'people.edit', update: 'people.edit', remove: null },
  [SLUG.roles]: { create: 'grants.edit', update: 'grants.edit', remove: 'grants.edit' },
  [SLUG.grants]: { create: 'grants.edit', update: 'grants.edit', remove: 'grants.edit' },
  [SLUG.rules]: { create: 'rules.edit', update: 'rules.edit', remove: 'rules.edit' },
  [SLUG.columns]: { create: 'content.edit', update: 'content.edit', remove: 'content.edit' },
  [SLUG.notices]: { create: 'content.edit', update: 'content.edit', remove: 'content.edit' },
  ...Object.fromEntries([SLUG.pages, SLUG.lifeEvents, SLUG.serviceCounters, SLUG.services, SLUG.files, SLUG.typos].map((slug) => [slug, { create: 'content.edit', update: 'content.edit', remove: 'content.edit' }])),
  [SLUG.media]: { create: 'content.edit', update: 'content.edit', remove: 'content.edit' },
  [SLUG.offices]: { create: null, update: 'settings.edit', remove: null },
}

/** A query that finds no row: who may write is answered, and nothing is written. */
const nowhere = (slug: string) => `/${slug}?where[id][equals]=01AAAAAAAAAAAAAAAAAAAAAAAA`

const holds = (person: RolePerson | undefined, permission: Permission | null) => permission !== null && (person?.permissions.includes(permission) ?? false)

describe('structure collections', () => {
  it('knows every collection', () => {
    const listed = [...Object.keys(WRITES), ...SERVICE_ONLY].sort()
    expect(listed).toEqual(Object.values(SLUG).sort())
  })

  it('lets exactly those write who hold the permission: role × verb × collection', async () => {
    let asked = 0
    for (const [slug, verbs] of Object.entries(WRITES)) {
      for (const person of [undefined, ...people]) {
        const say = (verb: string) => `${person?.role ?? 'nobody'} ${verb} ${slug}`
        const create = await rest({ config: settings, method: 'POST', path: `/${slug}`, token: person?.token, body: {} })
        // An empty row is refused either way: as not allowed, or as incomplete.
        expect(create.status === 403, `${say('create')}: ${create.text.slice(0, 200)}`).toBe(!holds(person, verbs.create))
        const update = await rest({ config: settings, method: 'PATCH', path: slug === SLUG.users ? `/users/${people[0]?.id}` : nowhere(slug), token: person?.token, body: {} })
        expect(update.status === 403, `${say('update')}: ${update.text.slice(0, 200)}`).toBe(!holds(person, verbs.update))
        const remove = await rest({ config: settings, method: 'DELETE', path: nowhere(slug), token: person?.token })
        expect(remove.status === 403, `${say('delete')}: ${remove.text.slice(0, 200)}`).toBe(!holds(person, verbs.remove))
        asked += 3
      }
    }
    expect(asked).toBe(Object.keys(WRITES).length * (people.length + 1) * 3)
  })

  it('shows nothing to nobody but what is published', async () => {
    for (const slug of Object.keys(WRITES)) {
      const answer = await rest({ config: settings, path: `/${slug}?limit=1&depth=0` })
      const open = [SLUG.rules, SLUG.notices, SLUG.pages, SLUG.media, SLUG.services, SLUG.files].includes(slug as typeof SLUG.rules)
      expect(answer.status, slug).toBe(open ? 200 : 403)
      if (slug === SLUG.rules) expect((answer.body.docs as { audience: string }[]).every((doc) => doc.audience === 'public')).toBe(true)
    }
  })
})
