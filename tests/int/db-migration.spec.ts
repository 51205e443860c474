import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-sqlite'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { withTransaction } from '@/db/transaction'

import { type Opened, openPayload } from '../helpers/dbPayload'
import { committed, findParts, insertBox, insertPart } from '../helpers/dbRows'
import { engineOf, handleOf, pragma } from '../helpers/dbSqlite'

type Migration = { name: string; up: (args: MigrateUpArgs) => Promise<void>; down: (args: MigrateDownArgs) => Promise<void> }
type Handle = Pick<MigrateUpArgs['db'], 'run'>

const migration = (name: string, up: (db: Handle) => Promise<void>): Migration => ({ name, up: ({ db }) => up(db), down: () => Promise.resolve() })

/** As a generated migration changes a column: a new table, the rows copied, the old one dropped, the new one renamed. */
const rebuild = async (db: Handle, table: string): Promise<void> => {
  const { rows } = await db.run(sql`select sql from sqlite_master where type = 'table' and name = ${table}`)
  const create = String(rows[0]?.sql)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql.raw(create.replace(`\`${table}\``, `\`__new_${table}\``)))
  await db.run(sql.raw(`insert into __new_${table} select * from ${table}`))
  await db.run(sql.raw(`drop table ${table}`))
  await db.run(sql.raw(`alter table __new_${table} rename to ${table}`))
  await db.run(sql`PRAGMA foreign_keys=ON;`)
}

let db: Opened
const foreignKeys = () => pragma(db.payload, 'writer', 'foreign_keys')
const migrate = (migrations: Migration[]) => db.payload.db.migrate({ migrations: migrations as never })

describe('a migration that rebuilds a table', () => {
  let id: string
  beforeEach(async () => {
    db = await openPayload()
    const { payload } = db
    // the tables were pushed; a portal's own are not, and then Payload does not ask
    await payload.db.drizzle.run('delete from payload_migrations')
    const box = await insertBox({ payload }, { title: 'box' })
    id = await insertPart({ payload }, { label: 'part', box, tags: ['x', 'y'], rows: [{ word: 'w' }, { word: 'v' }] })
  })
  afterEach(async () => {
    expect(await foreignKeys()).toBe(1)
    expect(engineOf(db.payload).queue.holder()).toBeUndefined()
    await db.close()
  })
  const whole = { label: 'part', tags: ['x', 'y'], rows: [{ word: 'w' }, { word: 'v' }] }

  it('would lose the children in an ordinary transaction, which is why migrations are not one', async () => {
    const { payload } = db
    await withTransaction(payload, async (req) => {
      await rebuild(handleOf(req), 'parts')
      expect(await findParts(req)).toMatchObject([{ id, label: 'part', rows: [], tags: [] }])
      throw new Error('enough')
    }).catch((error: unknown) => expect(error).toMatchObject({ message: 'enough' }))
    expect(await findParts({ payload })).toMatchObject([whole])
  })

  it('keeps the children, and foreign keys are in force afterwards', async () => {
    const { payload } = db
    const during: unknown[] = []
    await migrate([
      migration('20240101_000000_parts', async (handle) => {
        await rebuild(handle, 'parts')
        during.push(await foreignKeys())
      }),
      migration('20240101_000001_boxes', (handle) => rebuild(handle, 'boxes')),
    ])
    expect(during).toEqual([0])
    expect(await findParts({ payload })).toMatchObject([{ ...whole, id, box: expect.any(String) }])
    expect(await committed(payload, 'payload-migrations')).toBe(2)
    await expect(payload.db.drizzle.run("insert into parts (id, label, box_id) values ('a', 'orphan', 'nowhere')")).rejects.toThrow()
  })

  it('is refused as a whole when it would leave rows that point at nothing', async () => {
    const { payload } = db
    const exit = vi.spyOn(process, 'exit').mockImplementation(() => {
      throw new Error('exit')
    })
    const log = vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined)
    const broken = migration('20240101_000000_broken', async (handle) => void (await handle.run(sql`delete from boxes`)))
    await expect(migrate([broken])).rejects.toThrow('exit')
    expect(log.mock.calls.flat()).toMatchObject([{ err: { message: expect.stringContaining('parts → boxes') } }])
    exit.mockRestore()
    log.mockRestore()
    expect(await committed(payload, 'boxes')).toBe(1)
    expect(await committed(payload, 'payload-migrations')).toBe(0)
    expect(await findParts({ payload })).toMatchObject([whole])
  })
})

describe('migrations from the generator', () => {
  const folder = resolve(import.meta.dirname, `../../tmp/db-migrations-${process.pid}`)
  beforeEach(() => mkdirSync(folder, { recursive: true }))
  afterEach(async () => {
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('make a database that works, on an empty file', async () => {
    const drafter = await openPayload({ migrationDir: folder })
    await drafter.payload.db.createMigration({ payload: drafter.payload, migrationName: 'first' })
    await drafter.close()
    const file = readdirSync(folder).find((name) => name.endsWith('_first.ts')) ?? ''
    const made = (await import(join(folder, file))) as Omit<Migration, 'name'>

    db = await openPayload({ push: false })
    const { payload } = db
    await migrate([{ name: file.replace('.ts', ''), up: made.up, down: made.down }])
    const box = await insertBox({ payload }, { title: 'box' })
    await insertPart({ payload }, { label: 'part', box, rows: [{ word: 'w' }] })
    expect(await findParts({ payload })).toMatchObject([{ label: 'part', box }])
    await migrate([{ name: file.replace('.ts', ''), up: made.up, down: made.down }])
    expect(await committed(payload, 'payload-migrations')).toBe(1)
  })
})
