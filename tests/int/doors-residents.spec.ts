import type { CollectionConfig, FlattenedField } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRows } from '@/db/rows'
import { plainActing } from '@/services/matters/actor'
import { searchSite } from '@/services/site/content/search'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { graphql, rest, rolePeople, type RolePerson } from '../helpers/doors'
import { driver, reporter } from '../helpers/matters'
import { openPortal, type TestPortal } from '../helpers/portal'
import { allDoors, askDoor } from '../helpers/registry/ask'
import { queryOf, READ_BY } from '../helpers/registry/collections'

/** No collection, endpoint, export or search can list residents (domain.md §8): one person's marks in three reports, and every door asked for them. */

const NAME = '欧阳测不得'
const PHONE = '13911112222'
const TOLD = '13833334444'
const PLATE = '京A12345'
const EMAIL = 'ouyang.cebude@example.org'
const SECRETS = [NAME, PHONE]
const SAID = [TOLD, PLATE, EMAIL]
/** Ways to write the same number. */
const WAYS = [TOLD, '138 3333 4444', '１３８３３３３４４４４', '3333 4444', '33334444', PLATE, 'a12345', EMAIL]

let portal: TestPortal
let people: (RolePerson | undefined)[] = []
let matters: { id: string; number: string }[] = []

beforeAll(async () => {
  portal = await openPortal()
  people = [undefined, ...(await rolePeople(portal.payload))]
  const drive = driver(() => portal.payload)
  for (const text of [`楼道灯不亮了，请打${TOLD}找我`, `我的车${PLATE}被堵住了，电话138-3333-4444`, `垃圾没人收，回信到${EMAIL}，或者１３８３３３３４４４４`]) {
    const { matter } = await drive.create({ text, address: `幸福里909室（${TOLD}）`, contact: { name: NAME, phone: PHONE, callback: true } })
    matters = [...matters, { id: matter.id, number: matter.number }]
  }
  await drive.act(matters[0]?.id ?? '', 'addInfo', { by: reporter, input: { text: `还是打${TOLD}` } })
})
afterAll(() => portal.close())

const ABOUT_MATTERS = /^(?:matter|assignments|clocks|attachments|contacts|report-drafts|outbox|audit|tombstones|erasure|legal-holds|change-sets|users)/

const bothShown = (text: string): number => matters.filter(({ id, number }) => text.includes(id) || text.includes(number)).length

describe('contact details', () => {
  it('leave through no collection, list, count, version, populated row or question of GraphQL, whoever asks', async () => {
    let asked = 0
    for (const person of people) {
      // What is closed or open to all alike is asked by those who see most; what belongs to matters by everybody.
      for (const slug of Object.keys(READ_BY).filter((each) => ABOUT_MATTERS.test(each) || ['owner', 'dispatcher', undefined].includes(person?.role))) {
        const path = `/${slug}?limit=30&depth=2&locale=all`
        const { text } = await rest({ config: portal.payload.config, path, token: person?.token })
        for (const secret of SECRETS) expect(text.includes(secret), `${path} ${person?.role}`).toBe(false)
        asked += 1
      }
    }
    expect(asked).toBeGreaterThan(200)
  })

  it('leave through no route that answers to a look, whatever is searched for', async () => {
    const doors = allDoors().filter(({ method, who }) => method === 'GET' && who !== 'collections')
    expect(doors.length).toBeGreaterThan(30)
    const text = encodeURIComponent(PHONE)
    for (const door of doors) {
      for (const person of people) {
        const heard = await askDoor({ door, token: person?.token, params: { id: matters[0]?.id ?? '' }, query: `?q=${text}&text=${text}&kind=person&format=csv&limit=200&owner=all&sections=` })
        expect(heard.status, `${door.name} ${person?.role} ${heard.text.slice(0, 100)}`).toBeLessThan(500)
        for (const secret of SECRETS) expect(heard.text.includes(secret), `${door.name} ${person?.role}`).toBe(false)
      }
    }
  })

  it('say nothing of whose they are where they are kept: two of one person have no value in common', async () => {
    const rows = (await findRows({ payload: portal.payload }, SLUG.contacts)) as unknown as Record<string, unknown>[]
    expect(rows).toHaveLength(3)
    const [one, other] = [rows[0] ?? {}, rows[1] ?? {}]
    const same = Object.keys(one).filter((key) => one[key] !== null && JSON.stringify(one[key]) === JSON.stringify(other[key]))
    // What is equal for all residents tells nobody apart; the masked form leaves a handful of letters, and is as closed as the rest.
    expect(same.filter((key) => !['office', 'keyId', 'createdAt', 'updatedAt', 'consent', 'masked', 'eraseAfter'].includes(key))).toEqual([])
    for (const secret of SECRETS) expect(JSON.stringify(rows)).not.toContain(secret)
  })

  it('are shown one matter at a time to whoever says why, which is recorded', async () => {
    const dispatcher = people.find((person) => person?.permissions.includes('contact.reveal') && person.permissions.includes('matter.view'))
    const reveal = (body: object) => rest({ config: portal.payload.config, method: 'POST', path: `/matters/${matters[0]?.id}/act`, token: dispatcher?.token, body: { act: 'reveal', expectedRevision: 2, ...body } })
    const shown = await reveal({ input: { reason: '回访反映人核实' } })
    expect([shown.status, shown.text.includes(PHONE)], shown.text.slice(0, 200)).toEqual([200, true])
    expect((await reveal({ input: {} })).text).not.toContain(PHONE)
    const log = await findRows({ payload: portal.payload }, SLUG.audit, { where: { action: { like: 'reveal' } } })
    expect(log.map(({ target }) => target)).toContain(matters[0]?.id)
  })
})

describe('what residents wrote of themselves', () => {
  it('is no way to find all that one person reported: not at the desk’s list, suggestions and pickers', async () => {
    const doors = allDoors().filter(({ method, who, route }) => method === 'GET' && (who === 'staff' || who === 'register' || who === 'matter') && !route.address.includes('['))
    expect(doors.map(({ route }) => route.address)).toEqual(expect.arrayContaining(['/desk/api/queue', '/desk/api/suggest', '/desk/api/pick']))
    for (const door of doors) {
      for (const person of people) {
        for (const way of person?.role === 'dispatcher' ? WAYS : WAYS.slice(0, 2)) {
          const text = encodeURIComponent(way)
          const heard = await askDoor({ door, token: person?.token, query: `?q=${text}&text=${text}&kind=matter&limit=200` })
          expect(bothShown(heard.text), `${door.name} ${person?.role} ${way}`).toBe(0)
        }
      }
    }
    // The same door finds them by what they are about: the silence above is no accident.
    const dispatcher = people.find((person) => person?.role === 'dispatcher')
    const queue = doors.find(({ route }) => route.address === '/desk/api/queue')
    expect(queue && bothShown((await askDoor({ door: queue, token: dispatcher?.token, query: `?text=${encodeURIComponent('楼道灯')}&limit=200` })).text)).toBe(1)
  })

  it('is nothing to filter, order or count by on Payload’s doors', async () => {
    for (const person of people.filter((each) => each === undefined || ['dispatcher', 'director'].includes(each.role))) {
      for (const field of ['text', 'title', 'address', 'answers', 'answers.since', 'searchText', 'registeredBy.phone']) {
        for (const [slug, name] of [['matters', field], ['clocks', `matter.${field}`], ['attachments', `matter.${field}`], ['matter-events', `matter.${field}`]] as const) {
          for (const operator of ['like', 'equals', 'exists']) {
            for (const path of [`/${slug}?where[${name}][${operator}]=${encodeURIComponent(TOLD)}`, `/${slug}/count?where[or][0][and][0][${name}][${operator}]=${encodeURIComponent(TOLD)}`]) {
              const { status, text } = await rest({ config: portal.payload.config, path, token: person?.token })
              expect(status, `${path} ${person?.role} ${text.slice(0, 120)}`).toBeGreaterThanOrEqual(400)
            }
          }
          const sorted = await rest({ config: portal.payload.config, path: `/${slug}?sort=-${name}`, token: person?.token })
          expect(sorted.status, `${slug} sort ${name} ${person?.role}`).toBeGreaterThanOrEqual(400)
        }
      }
    }
  })

  it('nor on GraphQL', async () => {
    for (const person of people.filter((each) => each?.role === 'dispatcher')) {
      for (const field of ['text', 'title', 'address']) {
        for (const operator of ['like', 'equals']) {
          const { text } = await graphql({ config: portal.payload.config, token: person?.token, query: `{ Matters(where: {${field}: {${operator}: "${TOLD}"}}) { totalDocs docs { id } } countMatters(where: {OR: [{${field}: {${operator}: "${TOLD}"}}]}) { totalDocs } }` })
          expect(text, `${person?.role} ${field}`).not.toMatch(/"totalDocs":[1-9]/)
          expect(text).toContain('errors')
        }
      }
    }
  })

  it('is found by no search of the public pages', async () => {
    const model = await needModel(portal.payload)
    for (const way of [...SAID, ...SECRETS]) expect(JSON.stringify(await searchSite(portal.payload, model, 'zh', way))).not.toMatch(new RegExp(`${matters.map(({ id }) => id).join('|')}|${TOLD}|${PHONE}`))
  })
})

describe('the fields there are', () => {
  const PHONES = /phone|mobile|telephone|^tel$/i
  const IDENTITY = /identity|idnumber|idcard|passport|birth|gender|ethnic|religio|belief|(?<!heading)face|fingerprint|plate/i
  const ABODE = /household|residentId|residentName|domicile|homeAddress/i
  const namesOf = (fields: readonly FlattenedField[]): string[] => fields.flatMap((field) => [field.name, ...('flattenedFields' in field ? namesOf(field.flattenedFields as FlattenedField[]) : [])])
  const having = (shape: RegExp): string[] =>
    portal.payload.config.collections.filter(({ flattenedFields }) => namesOf(flattenedFields).some((name) => shape.test(name))).map(({ slug }) => slug).sort()

  it('describe staff, and what reporters left of themselves in the one closed place; nobody’s identity', () => {
    // Telephones of offices, units, counters, guides and teams are there to be called; contact details are sealed whole, and have no field of this name.
    expect(having(PHONES)).toEqual(['grid-units', 'offices', 'service-counters', 'service-items', 'teams', 'users'])
    expect(having(IDENTITY)).toEqual([])
    expect(having(ABODE)).toEqual([])
  })

  it('lead from matters to nobody but staff', () => {
    const persons = ['users']
    const led = (config: Pick<CollectionConfig, 'slug'> & { flattenedFields: FlattenedField[] }): string[] =>
      config.flattenedFields.flatMap((field) => ('relationTo' in field ? [field.relationTo].flat().map(String) : []))
    const about = portal.payload.config.collections.filter(({ slug }) => ['matters', 'matter-events', 'matter-texts', 'assignments', 'clocks', 'attachments', 'contacts'].includes(slug))
    const reached = new Set(about.flatMap((config) => led(config)))
    // Whoever adds a collection of people that matters point to has to answer for it here.
    expect([...reached].filter((slug) => /person|people|resident|citizen|contact|customer|member/i.test(slug) && !persons.includes(slug))).toEqual([])
    const contacts = portal.payload.config.collections.find(({ slug }) => slug === 'contacts')
    expect(contacts?.flattenedFields.find(({ name }) => name === 'matter')).toMatchObject({ unique: true })
    expect(READ_BY.contacts).toBe('nobody')
    expect(queryOf('contacts')).toBeDefined()
  })
})

// An actor of residents names nobody, so that no event can be followed from one matter to the next.
it('an act of a reporter carries no name', () => {
  expect(JSON.stringify(plainActing({ kind: 'reporter' }))).not.toMatch(/id|name/)
})
