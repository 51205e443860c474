import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Permission } from '@/domain/access/types'
import { SERVICE_ONLY } from '@/slugs'
import { openWorld, type World } from '../helpers/matrix/world'
import { ROLES, type Role } from '../helpers/matrix/table'
import { COLLECTION_DOORS, queryOf, READ_BY, STANDARD } from '../helpers/registry/collections'
import { allDoors, askDoor, CHANGING } from '../helpers/registry/ask'
import { hiddenDoors, pageAddresses, routeFiles } from '../helpers/registry/files'
import { HIDDEN, PAGES, ROUTES } from '../helpers/registry/routes'

/** Every door there is, found in the tree, the configuration and the schema: none without a line that says who may. */

const routes = routeFiles()
const doors = allDoors()
const changing = doors.filter(({ method }) => CHANGING.includes(method))

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('the list of doors', () => {
  const listed = (doorsOf: Record<string, Record<string, unknown>>) => Object.entries(doorsOf).flatMap(([address, methods]) => Object.keys(methods).map((method) => `${method} ${address}`)).sort()

  it('has every route of the tree with every method, and none that is not there', () => {
    expect(doors.map(({ name }) => name).sort()).toEqual(listed(ROUTES))
    for (const { file, methods } of routes) expect(methods, file).not.toEqual([])
  })

  it('has every page', () => {
    expect(pageAddresses().sort()).toEqual(Object.keys(PAGES).sort())
  })

  it('has every function that browsers call without an address', () => {
    expect(hiddenDoors()).toEqual(HIDDEN)
  })

  it('has every collection, what it answers beyond reading and writing, and every question of GraphQL', () => {
    const { collections, endpoints, globals } = world.payload.config
    expect(collections.map(({ slug }) => slug).sort()).toEqual(Object.keys(READ_BY).sort())
    expect(globals).toEqual([])
    expect(endpoints.map(({ method, path: at }) => `${method} ${at}`)).toEqual(['get /access'])
    const own = (list: (typeof collections)[number]['endpoints']) => [...new Set((list || []).map(({ method, path: at }) => `${method} ${at}`))].filter((each) => !STANDARD.includes(each)).sort()
    expect(Object.fromEntries(collections.map((config) => [config.slug, own(config.endpoints)] as const).filter(([, list]) => list.length > 0))).toEqual(COLLECTION_DOORS)
    const schema = readFileSync(path.resolve('docs/api/schema.graphql'), 'utf8')
    const operations = (type: string) => [...(new RegExp(`^type ${type} \\{([^]*?)^\\}`, 'm').exec(schema)?.[1] ?? '').matchAll(/^ {2}(\w+)/gm)].map(([, name = '']) => name)
    const names = Object.keys(READ_BY).flatMap((slug) => queryOf(slug) ?? [])
    const spoken = operations('Query').filter((name) => !names.some((each) => [each.one, each.many, `count${each.many}`, `docAccess${each.one}`, `version${each.one}`, `versions${each.many}`].includes(name)))
    expect(spoken.sort()).toEqual(['Access', 'initializedUsersItem', 'meUsersItem'])
    const changes = operations('Mutation').filter((name) => !names.some((each) => ['create', 'update', 'delete', 'duplicate', 'restoreVersion'].some((verb) => name === `${verb}${each.one}`)))
    expect(changes).toEqual([])
    // what only services write has no question that writes
    for (const slug of SERVICE_ONLY) expect(operations('Mutation').filter((name) => name.replace(/^[a-z]+(Version(?=[A-Z]))?/, '') === (queryOf(slug)?.one ?? '-')), slug).toEqual([])
  })
})

describe('a request that another page makes a browser send', () => {
  const STRANGE: Record<string, string>[] = [
    { origin: 'https://evil.example' }, { origin: 'null' }, { origin: 'http://localhost:9999' }, { origin: 'http://localhost.evil.example' }, { origin: 'http://evil.example#localhost' },
    { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'none, cross-site' },
  ]

  it.each(changing.map((door) => [door.name, door] as const))('changes nothing: %s', async (_name, door) => {
    const before = await world.version()
    for (const headers of STRANGE) {
      for (const role of ['owner', 'securityAdmin']) {
        const { status, text, headers: given } = await askDoor({ door, token: world.member(role).token, headers })
        const led = given.get('location') ?? ''
        // A door of forms leads back to its page, and says there that it was refused.
        expect([403, ...(/[?&]fault=(?:notAllowed|refused)\b/.test(led) ? [303] : [])], `${JSON.stringify(headers)} ${status} ${led} ${text.slice(0, 100)}`).toContain(status)
        expect(given.getSetCookie(), 'a cookie').toEqual([])
      }
    }
    expect(await world.version()).toBe(before)
  })

  it('is known for what it is where the portal has an address, whatever the Host says', async () => {
    const { fromBrowserHere } = await import('@/services/session/sameSite')
    const { resetEnv } = await import('@/lib/env')
    process.env.PUBLIC_URL = 'https://portal.example'
    resetEnv()
    const from = (headers: Record<string, string>) => () => fromBrowserHere({ headers: new Headers(headers) })
    expect(from({ origin: 'https://evil.example', host: 'evil.example' })).toThrow()
    expect(from({ origin: 'http://portal.example', host: 'portal.example' })).toThrow()
    expect(from({ origin: 'https://portal.example', host: 'inside:3000' })).not.toThrow()
    expect(from({ host: 'inside:3000' })).not.toThrow()
    delete process.env.PUBLIC_URL
    resetEnv()
  })
})

const codeOf = (text: string): string | undefined => (text.startsWith('{') ? (JSON.parse(text) as { error?: { code?: string } }).error?.code : undefined)

/** What a door that names rights must say first: who you are, then whether you may; what comes after is its own matter. */
const firstWord = (role: Role | undefined, needs: readonly Permission[]): string => {
  if (!role) return 'notSignedIn'
  return needs.some((permission) => role.permissions.includes(permission)) ? 'in' : 'notAllowed'
}

const rightly = (expected: string, { status, text }: { status: number; text: string }): boolean =>
  expected === 'in' ? status < 500 && !['notSignedIn'].includes(codeOf(text) ?? '') : codeOf(text) === expected

describe('a role', () => {
  const named = doors.flatMap((door) => (Array.isArray(door.who) ? [{ door, needs: door.who as readonly Permission[] }] : []))

  it.each([undefined, ...ROLES].map((role) => [role?.code ?? 'nobody', role] as const))('%s passes the doors of its rights and no other', async (_name, role) => {
    const faults: string[] = []
    for (const { door, needs } of named) {
      const expected = firstWord(role, needs)
      const told = await askDoor({ door, query: '?format=csv', ...(role ? { token: world.member(role.code).token } : {}) })
      if (!rightly(expected, told)) faults.push(`${door.name}: ${told.status} ${told.text.slice(0, 80)}, not ${expected}`)
    }
    expect(faults).toEqual([])
  })

  it('is needed at every door of the desk: nobody passes, nor a person whose password is not their own yet', async () => {
    for (const door of doors.filter(({ who }) => who === 'staff' || who === 'matter' || who === 'register')) {
      for (const token of [undefined, 'eyJhbGciOiJub25lIn0.e30.', `${world.member('owner').token}x`]) {
        const { status, text } = await askDoor({ door, token })
        expect([status, codeOf(text)], `${door.name}`).toEqual([401, 'notSignedIn'])
      }
    }
  })

  it('without the right to see matters learns of none at a door of the desk', async () => {
    const matter = world.at({ name: 'handling', step: 'handling' })
    const blind = ROLES.filter(({ permissions }) => !permissions.includes('matter.view'))
    expect(blind.length).toBeGreaterThan(2)
    for (const door of doors.filter(({ who }) => who === 'matter' || who === 'staff')) {
      for (const { code } of blind) {
        const { status, text } = await askDoor({ door, token: world.member(code).token, params: { id: door.route.address.includes('photos') ? matter.photo : matter.id }, query: `?q=${matter.number}&id=${matter.id}` })
        expect(status, `${door.name} ${code}`).toBeLessThan(500)
        expect(text.includes(matter.id) && status < 300, `${door.name} ${code} ${text.slice(0, 200)}`).toBe(false)
      }
    }
  })
})
