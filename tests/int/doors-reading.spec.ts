import type { SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { loadViewer } from '@/access/viewer'
import { may } from '@/domain/access/decide'
import { plainActing } from '@/services/matters/actor'
import { createMatter } from '@/services/matters/create'
import { factsOf, type MatterRow } from '@/services/matters/row'
import { unsafeAddPerson, unsafeGrant } from '@/services/people/addPerson'
import { needModel } from '@/services/structure/cache'
import { formVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import { plainAnswers } from '../../bench/answers'
import { graphql, rest } from '../helpers/doors'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let settings: SanitizedConfig
const PASSWORD = 'Door-Test-Pass-9x'
type Reader = { name: string; id: string; token: string; seen: Set<string> }
const readers: Reader[] = []

const addReader = async (name: string, scopes: { role: string; unit?: string; team?: string }[]) => {
  const { payload } = portal
  const { office } = await needModel(payload)
  const id = await withTransaction(payload, async (req) => {
    const person = await unsafeAddPerson(req, { office: office.id, username: name, name, password: PASSWORD, mustChangePassword: false })
    for (const scope of scopes) await unsafeGrant(req, { office: office.id, person: person.id, reason: 'test', ...scope })
    return person.id
  })
  const { token } = await payload.login({ collection: SLUG.users, data: { username: name, password: PASSWORD } })
  readers.push({ name, id, token: token ?? '', seen: new Set() })
}

const makeMatters = async (): Promise<void> => {
  const { payload } = portal
  const model = await needModel(payload)
  const types = model.types.all.filter((type) => type.openBy.includes('resident'))
  const pick = <T>(rows: T[], index: number): T | undefined => rows[index % rows.length]
  const answersOf = async (form: string | undefined) => plainAnswers(await formVersion(payload, model.forms.byId.get(form ?? '')?.current ?? ''))
  for (let index = 0; index < 30; index += 1) {
    const type = pick(types, index)
    await createMatter({
      payload, who: 'resident', idempotencyKey: `reading-${index}`, acting: () => plainActing({ kind: 'reporter' }),
      input: {
        type: type?.id, unit: pick(model.units.all, index * 7)?.id, category: pick(model.categories.all, index * 5)?.id, answers: await answersOf(type?.form),
        text: `第 ${index} 件事情,请街道看看怎么办`, contact: { phone: '13800138000', name: '张三' }, restricted: index % 6 === 0,
      },
    })
  }
}

const makeReaders = async (): Promise<void> => {
  const { payload } = portal
  const model = await needModel(payload)
  const role = async (code: string) => (await findRows({ payload }, SLUG.roles, { where: { code: { equals: code } } }))[0]?.id ?? ''
  const [dispatcher, handler, supervisor, publisher, mediator] = [await role('dispatcher'), await role('handler'), await role('supervisor'), await role('publisher'), await role('mediator')]
  const stations = model.units.all.filter((unit) => unit.path.split('/').filter(Boolean).length === 2).map((unit) => unit.id)
  await addReader('all', [{ role: dispatcher }])
  await addReader('one-station', [{ role: supervisor, unit: stations[0] }])
  await addReader('two-stations', [{ role: dispatcher, unit: stations[1] }, { role: handler, unit: stations[2] }])
  await addReader('team-only', [{ role: handler, team: model.teams.all[0]?.id }])
  await addReader('no-matters', [{ role: publisher }])
  await addReader('restricted-too', [{ role: mediator }])
}

const noteWhatEachMaySee = async (): Promise<void> => {
  const { payload } = portal
  const { office } = await needModel(payload)
  const matters = (await findRows({ payload }, SLUG.matters)) as unknown as MatterRow[]
  for (const reader of readers) {
    const viewer = await withTransaction(payload, (req) => loadViewer(req, { id: reader.id, office: office.id }))
    for (const matter of matters) if (may(viewer, 'matter.view', factsOf(matter), Date.now())) reader.seen.add(matter.id)
  }
}

beforeAll(async () => {
  portal = await openPortal()
  settings = portal.payload.config
  await makeMatters()
  await makeReaders()
  await noteWhatEachMaySee()
})
afterAll(() => portal.close())

const ids = (docs: unknown): string[] => (docs as { id: string }[]).map((doc) => doc.id).sort()

const SEALED: Record<string, string[]> = {
  matters: ['receiptCode', 'wordHash', 'idempotencyKey', 'searchText', 'lastDigest'],
  'matter-events': ['texts', 'previous', 'digest'],
  attachments: ['file', 'sha256', 'draft'],
}

describe('what a person reads over the doors of Payload', () => {
  it('readers differ, so that agreement says something', () => {
    const sizes = readers.map((reader) => reader.seen.size)
    expect(new Set(sizes).size).toBeGreaterThan(3)
    expect(Math.min(...sizes)).toBe(0)
  })

  it('is what may() says: list, count, single, populated, rows that belong', async () => {
    const all = (await findRows({ payload: portal.payload }, SLUG.matters)).map((matter) => matter.id)
    for (const { name, token, seen } of readers) {
      const list = await rest({ config: settings, path: '/matters?limit=0&depth=0', token })
      if (seen.size === 0) {
        expect(list.status === 403 || ids(list.body.docs).length === 0, name).toBe(true)
      } else {
        expect(ids(list.body.docs), name).toEqual([...seen].sort())
        expect((await rest({ config: settings, path: '/matters/count', token })).body.totalDocs, name).toBe(seen.size)
      }
      for (const id of all) expect((await rest({ config: settings, path: `/matters/${id}?depth=0`, token })).status === 200, `${name} ${id}`).toBe(seen.has(id))
      for (const slug of ['matter-events', 'clocks', 'assignments']) {
        const rows = await rest({ config: settings, path: `/${slug}?limit=0&depth=0`, token })
        const foreign = ((rows.body.docs ?? []) as { matter: string }[]).filter((row) => !seen.has(row.matter))
        expect(foreign, `${name} ${slug}`).toEqual([])
      }
      const populated = await rest({ config: settings, path: '/clocks?limit=0&depth=2', token })
      for (const id of all) if (!seen.has(id)) expect(populated.text).not.toContain(id)
    }
  })

  it('never holds a sealed field, and refuses questions about one', async () => {
    for (const { token } of readers) {
      for (const [slug, fields] of Object.entries(SEALED)) {
        const answer = await rest({ config: settings, path: `/${slug}?limit=0&depth=0`, token })
        for (const field of fields) {
          expect(answer.text, `${slug}.${field}`).not.toContain(`"${field}":`)
          const guess = await rest({ config: settings, path: `/${slug}?where[${field}][like]=a&limit=1`, token })
          expect(guess.status, `${slug}.${field}: ${guess.text.slice(0, 120)}`).toBeGreaterThanOrEqual(400)
          const sorted = await rest({ config: settings, path: `/${slug}?sort=${field}&limit=1`, token })
          expect(sorted.status >= 400 || !sorted.text.includes(`"${field}":`)).toBe(true)
        }
      }
      for (const slug of ['contacts', 'matter-texts', 'report-drafts', 'outbox', 'counters', 'audit-heads']) {
        expect((await rest({ config: settings, path: `/${slug}?limit=1`, token })).status, slug).toBe(403)
        expect((await rest({ config: settings, path: `/${slug}/count`, token })).status, slug).toBe(403)
      }
    }
    const everything = await rest({ config: settings, path: '/matters?limit=0&depth=3', token: readers[0]?.token })
    for (const matter of await findRows({ payload: portal.payload }, SLUG.matters)) {
      for (const secret of [matter.receiptCode, matter.wordHash, matter.idempotencyKey]) expect(everything.text).not.toContain(secret)
    }
    expect(everything.text).not.toContain('13800138000')
    expect(everything.text).not.toContain('"password"')
    expect(everything.text).not.toContain('"salt"')
  })

  it('GraphQL agrees, and has limits of depth and complexity', async () => {
    for (const { name, token, seen } of readers) {
      const answer = await graphql({ config: settings, token, query: '{ Matters(limit: 0) { docs { id } totalDocs } }' })
      const docs = (answer.body.data as { Matters?: { docs: unknown } } | null)?.Matters?.docs ?? []
      expect(ids(docs), `${name} ${answer.text.slice(0, 200)}`).toEqual([...seen].sort())
    }
    const token = readers[0]?.token
    const sealed = await graphql({ config: settings, token, query: '{ Matters { docs { wordHash } } }' })
    expect(sealed.text.replaceAll('"wordHash":null', '')).not.toContain('wordHash":')
    const parent = (depth: number): string => (depth === 0 ? 'id' : `parent { ${parent(depth - 1)} }`)
    const deep = await graphql({ config: settings, token, query: `{ Matters { docs { ${parent(8)} } } }` })
    expect(deep.text).toContain('nested')
    const wide = Array.from({ length: 60 }, (_, index) => `q${index}: Matters(limit: 100) { docs { id title text } }`).join('\n')
    expect((await graphql({ config: settings, token, query: `{ ${wide} }` })).text).toMatch(/complex/i)
    const write = await graphql({ config: settings, token, query: 'mutation { createMatter(data: {}) { id } }' })
    expect(write.text).toContain('errors')
  })
})
