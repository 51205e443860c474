import { createReadStream, createWriteStream, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { createLocalReq, getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { findRows } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { setClock } from '@/lib/clock'
import { resetEnv } from '@/lib/env'
import { migrations } from '@/migrations'
import { lookOver, type Holding } from '@/services/backup/database'
import { deskOf, type Desk } from '@/services/desk/desk'
import { openMatter } from '@/services/desk/matter/open'
import { verifyAudit } from '@/services/health/verifyAudit'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { bookFaults } from '../helpers/books'
import { driver, reporter } from '../helpers/matters'
import { makePeople, type ActingOf, type People } from '../helpers/people'

type Steps = NonNullable<Parameters<Payload['db']['migrate']>[0]>['migrations']

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/release')

let dir: string
let before: Holding
let payload: Payload
let people: People
/** An hour after the last thing that happened there: what may be done with a matter depends on its age. */
let at: number
const on = driver(() => payload)

const schemaOf = async (file: string): Promise<string[]> => {
  const client = drizzle({ connection: { url: `file:${file}` } }).$client
  const { rows } = await client.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
  const columns = new Map<string, string>()
  for (const { name } of rows.filter(({ type }) => type === 'table')) {
    const { rows: found } = await client.execute(`SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info('${String(name)}') ORDER BY name`)
    const { rows: keys } = await client.execute(`SELECT "from", "table", "to", on_update, on_delete FROM pragma_foreign_key_list('${String(name)}') ORDER BY "from"`)
    columns.set(String(name), JSON.stringify([found, keys]))
  }
  client.close()
  // What a table holds counts, not the order in which its columns came to it.
  return rows.map(({ type, name, sql }) => `${String(type)} ${String(name)} ${type === 'table' ? columns.get(String(name)) : String(sql).replaceAll(/\s+/g, ' ')}`).sort()
}

beforeAll(async () => {
  const [packed = ''] = readdirSync(FOLDER).filter((name) => name.endsWith('.db.gz'))
  dir = await mkdtemp(path.join(tmpdir(), 'portal-upgrade-'))
  const file = path.join(dir, 'portal.db')
  await pipeline(createReadStream(path.join(FOLDER, packed)), createGunzip(), createWriteStream(file))
  before = await lookOver(file)
  process.env.DATA_DIR = dir
  delete process.env.DATABASE_URI
  resetEnv()
  const { default: config } = await import('@/payload.config')
  payload = await getPayload({ config })
  await payload.db.migrate({ migrations: migrations as unknown as Steps })
  at = Math.max(...(await findRows({ payload }, SLUG.matters)).flatMap(({ touchedAt }) => (touchedAt ? [Date.parse(touchedAt)] : []))) + 3_600_000
  setClock(() => at)
})
afterAll(async () => {
  setClock()
  await payload?.destroy()
  await rm(dir, { recursive: true, force: true })
})

describe('the database of the last release, opened by this one', () => {
  it('goes through the migrations it has not seen, and loses no row', async () => {
    const after = await lookOver(path.join(dir, 'portal.db'))
    expect(after.migrations.filter((name) => name !== 'dev').sort()).toEqual(migrations.map(({ name }) => name).sort())
    const kept = Object.keys(before.tables).filter((table) => table !== 'payload_migrations')
    expect(kept.length).toBeGreaterThan(100)
    expect(Object.fromEntries(kept.map((table) => [table, after.tables[table]]))).toEqual(Object.fromEntries(kept.map((table) => [table, before.tables[table]])))
    expect(before.tables.matters).toBeGreaterThan(60)
  })

  it('has the tables of a database that is made today', async () => {
    expect(await schemaOf(path.join(dir, 'portal.db'))).toEqual(await schemaOf(path.join(inject('template'), 'portal.db')))
  })

  it('has books in order, and an audit that holds', async () => {
    expect(await bookFaults(payload, at)).toEqual([])
    expect(await verifyAudit(payload)).toBe(0)
  })
})

type Move = { action: string; by: () => ActingOf; input?: Record<string, unknown> }

const reason = '接着往下办，情况已经核对过。'

/** What may be done in each step, whoever owns the matter. */
const MOVES: Record<string, Move> = {
  intake: { action: 'accept', by: () => people.as('intake').acting },
  coordination: { action: 'takeBack', by: () => people.as('dispatcher').acting, input: { reason } },
  handling: { action: 'takeBack', by: () => people.as('dispatcher').acting, input: { reason } },
  supervision: { action: 'notSolved', by: () => people.as('supervisor').acting, input: { reason } },
  confirm: { action: 'reporterNotSolved', by: () => reporter, input: { reason } },
  archive: { action: 'reopen', by: () => people.as('director').acting, input: { reason } },
}

const deskOfRole = async (role: string): Promise<Desk> => {
  const { id } = people.as(role)
  const user = await payload.findByID({ collection: SLUG.users, id, depth: 0, overrideAccess: true })
  const req = await createLocalReq({ user: { ...user, collection: SLUG.users } }, payload)
  return deskOf({ req, person: { id, office: String(user.office), name: user.name, username: String(user.username) }, lang: 'zh' })
}

describe('the matters of the last release', () => {
  const closed: string[] = []

  it('can each be opened, and each moved on from where it stood', async () => {
    people = await makePeople(payload)
    const team = (await needModel(payload)).teams.byCode.get('professional')?.id
    const lead = { team }
    const others: Record<string, Move> = {
      routing: { action: 'assign', by: () => people.as('dispatcher').acting, input: { lead } },
      waitReporter: { action: 'reassign', by: () => people.as('coordinator').acting, input: { lead, reason } },
      waitThird: { action: 'reassign', by: () => people.as('coordinator').acting, input: { lead, reason } },
    }
    const moves = { ...MOVES, ...others }
    const desk = await deskOfRole('director')
    const moved = new Set<string>()
    for (const { id, step, number, mergedInto } of await findRows({ payload }, SLUG.matters, { sort: 'id' })) {
      expect((await openMatter(desk, id)).number).toBe(number)
      const move = moves[step]
      expect(move, step).toBeDefined()
      if (!move) continue
      const refusal = await on.move(id, move.action, { by: move.by(), input: move.input ?? {} }).then(() => undefined, (error: unknown) => error)
      if (refusal === undefined) moved.add(step)
      else {
        // A closed matter may be too old to come back, or part of another: a note can be written in each.
        expect([step, refusal instanceof DomainError && refusal.code], `${number} ${String(refusal)}`).toEqual(['archive', 'guardFailed'])
        await on.act(id, 'note', { by: people.as('intake').acting, input: { text: '归档以后补一句。' } })
        closed.push(`${number} ${mergedInto ?? ''}`)
      }
    }
    expect([...moved].sort()).toEqual(Object.keys(moves).sort())
    expect(closed.length).toBeGreaterThan(0)
  })

  it('leave books in order, and the audit goes on in one chain', async () => {
    expect(await bookFaults(payload, at)).toEqual([])
    expect(await verifyAudit(payload)).toBe(0)
  })

  it('take new ones beside them', async () => {
    const { matter } = await on.create()
    expect(matter.number).toMatch(/^SQ\d\d-\d{5}$/)
  })
})
