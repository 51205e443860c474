import path from 'node:path'
import type { SanitizedConfig } from 'payload'
import { findRow, findRows } from '@/db/rows'
import { serialise } from '@/domain/package/serialise'
import type { ChangeSet } from '@/payload-types'
import { unsafeAddPerson, unsafeGrant } from '@/services/people/addPerson'
import { withTransaction } from '@/db/transaction'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { packageOf } from '@/services/structure/package/read'
import { readSource, CARRIED } from '@/services/structure/package/source'
import { SLUG, type Slug } from '@/slugs'
import { rest, type Answer } from '../doors'
import { openPortal, type TestPortal } from '../portal'

export const STUDIO = path.resolve(import.meta.dirname, '../../../src/app/(studio)/admin/structure/api')
const PASSWORD = 'Quiet-River-42'

type Row = Record<string, unknown>
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

export type Ask = { /** Who asks; by himself whoever may write such rows. */ as?: string; body?: unknown; params?: Record<string, string>; query?: string; file?: { name: string; bytes: Uint8Array<ArrayBuffer> }; /** The body as it is. */ raw?: Uint8Array<ArrayBuffer>; headers?: Record<string, string> }

export type World = {
  portal: TestPortal
  me: string
  /** Who gives roles, and nothing else. */
  guard: string
  other: string
  /** A door of the studio, named `POST units/[id]/move`. Fails where it refuses. */
  studio: (door: string, ask?: Ask) => Promise<Row>
  /** Payload's own door. Fails where it refuses. */
  admin: (method: string, address: string, body?: unknown) => Promise<Row>
  model: () => Promise<OfficeModel>
  row: (slug: Slug, id: string) => Promise<Row>
  first: (slug: Slug) => Promise<Row & { id: string }>
  /** A role that is none of the three that exclude one another. */
  plainRole: () => Promise<Row>
  /** The structure as a file and as rows: what a change taken back must leave as it was, byte for byte. */
  standing: () => Promise<{ file: string; rows: string }>
  /** Changes since one was the newest, a batch as its head alone, the newest first. */
  since: (id: string) => Promise<ChangeSet[]>
  newest: () => Promise<string>
}

const asked = (door: string, { query = '', body, file, raw, headers: more }: Ask, token: string): Request => {
  const [method = ''] = door.split(' ')
  const headers = { host: 'localhost', authorization: `JWT ${token}`, ...more }
  const url = `http://localhost/${query}`
  if (method === 'GET') return new Request(url, { headers })
  if (!file) return new Request(url, { method, headers: { ...headers, 'content-type': 'application/json' }, body: raw ?? JSON.stringify(body === undefined ? {} : body) })
  const form = new FormData()
  form.set('file', new File([file.bytes], file.name))
  return new Request(url, { method, headers, body: form })
}

const settled = (answer: Answer, what: string): Row => {
  if (answer.status >= 400) throw new Error(`${what}: ${answer.status} ${answer.text.slice(0, 600)}`)
  return answer.body
}

/** What the database counts by itself: it is not what a row says. */
const VOLATILE = new Set(['updatedAt', 'createdAt', 'current', 'currentNumber', 'publishedAt'])

/** Words in no language are `{}` on one engine and nothing at all on the other. */
const isNothing = (part: unknown): boolean => part === null || part === undefined || (typeof part === 'object' && !Array.isArray(part) && !(part instanceof Date) && Object.keys(part).length === 0)

const plain = (value: unknown, top: boolean): unknown => {
  if (Array.isArray(value)) return value.map((item) => plain(item, false))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => !(top && VOLATILE.has(key)) && !(!top && key === 'id')).map(([key, part]) => [key, plain(part, false)] as const)
  return Object.fromEntries(entries.filter(([, part]) => !isNothing(part)).sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** Kept by the security administrator alone. */
export const GUARDED = /^\/?(?:roles|grants)\b/

const HELD = [SLUG.offices, ...CARRIED.filter((slug) => slug !== SLUG.definitions), SLUG.memberships, SLUG.grants] as const

const makeWorld = async (portal: TestPortal): Promise<Omit<World, 'studio' | 'admin' | 'portal'>> => {
  const { payload } = portal
  const { office } = await needModel(payload)
  const roles = await findRows({ payload }, SLUG.roles, { sort: 'code' })
  const made = await withTransaction(payload, async (req) => {
    const add = (username: string) => unsafeAddPerson(req, { office: office.id, username, name: `Test ${username}`, password: PASSWORD, mustChangePassword: false })
    const [me, guard, other] = [await add('builder'), await add('guard'), await add('colleague')]
    for (const { id, code, exclusive } of roles) {
      if (code === 'owner' || !exclusive) await unsafeGrant(req, { office: office.id, person: me.id, role: id, reason: 'test' })
      if (code === 'securityAdmin') await unsafeGrant(req, { office: office.id, person: guard.id, role: id, reason: 'test' })
    }
    return { me: me.id, guard: guard.id, other: other.id }
  })
  forgetOfficeModel()
  const row = async (slug: Slug, id: string): Promise<Row> => (await findRow({ payload }, slug, { where: { id: { equals: id } } })) as unknown as Row
  return {
    ...made, row,
    model: () => needModel(payload),
    first: async (slug) => (await findRow({ payload }, slug, { sort: 'id' })) as unknown as Row & { id: string },
    plainRole: async () => (await findRows({ payload }, SLUG.roles, { sort: 'id' })).find(({ exclusive }) => !exclusive) as unknown as Row,
    standing: async () => {
      const rows: Row = {}
      for (const slug of HELD) rows[slug] = (await findRows({ payload }, slug, { sort: 'id' })).map((one) => plain(one, true))
      return { file: serialise(packageOf(await readSource({ payload }, office.id))), rows: JSON.stringify(rows, null, 1) }
    },
    newest: async () => (await findRow({ payload }, SLUG.changes, { sort: '-id' }))?.id ?? '',
    since: async (id) => (await findRows({ payload }, SLUG.changes, { where: { id: { greater_than: id } }, sort: '-id' })).filter(({ id: own, batch }) => !batch || batch === own),
  }
}

/** A portal with somebody who may change everything, and every door that writes structure. */
export const undoWorld = async (): Promise<World> => {
  const portal = await openPortal()
  const config: SanitizedConfig = portal.payload.config
  const world = await makeWorld(portal)
  const login = async (username: string): Promise<string> => (await portal.payload.login({ collection: SLUG.users, data: { username, password: PASSWORD } })).token ?? ''
  const [mine, theirs] = [await login('builder'), await login('guard')]
  const tokenFor = (who: string): string => (who === world.guard || GUARDED.test(who) ? theirs : mine)
  return {
    ...world, portal,
    studio: async (door, ask = {}) => {
      const [method = '', at = ''] = door.split(' ')
      const module = (await import(/* @vite-ignore */ path.join(STUDIO, at, 'route.ts'))) as Record<string, Handler>
      const response = await module[method]!(asked(door, ask, tokenFor(ask.as ?? ask.params?.slug ?? '')), { params: Promise.resolve(ask.params ?? {}) })
      const text = await response.text()
      return settled({ status: response.status, text, body: text.startsWith('{') ? (JSON.parse(text) as Row) : {} }, door)
    },
    admin: async (method, address, body) => settled(await rest({ config, method, path: address, token: tokenFor(address), ...(body === undefined ? {} : { body }) }), `${method} ${address}`),
  }
}
