import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/db/ids'
import { findRow, insertRow } from '@/db/rows'
import { storeBytes } from '@/services/photos/store'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { engineOf } from '../helpers/dbSqlite'
import { disagreement, type Ledger } from '../helpers/ledger'
import { driver } from '../helpers/matters'
import { makePeople, type People } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'
import { wholeFaults } from '../helpers/wholeness'

/** Whether the rules that a kill test is judged by see what they are there to see. */

let portal: TestPortal
let people: People
let id: string
let number: string
let ledger: Ledger
const on = driver(() => portal.payload)

const sql = (statements: string) => engineOf(portal.payload).connections().writer.executeMultiple(statements)

/** A photo as a draft holds it, before its report is sent. */
const photoOf = async (draft: string): Promise<string> => {
  const { payload } = portal
  const photo = newId()
  const { file, sha256 } = await storeBytes(photo, Buffer.from('bytes'))
  await insertRow({ payload }, SLUG.attachments, {
    id: photo, office: (await needModel(payload)).office.id, draft, stage: 'report', file, sha256, mime: 'image/jpeg', width: 1, height: 1, bytes: 5, visibility: 'reporter', addedBy: 'reporter',
    addedAt: new Date().toISOString(),
  })
  return photo
}

beforeAll(async () => {
  portal = await openPortal()
  people = await makePeople(portal.payload)
  await on.create({ text: '另一件事' })
  const { matter } = await on.create({ category: 'security-dark', contact: { phone: '13800138000' }, photos: [await photoOf('d1')], photoOwner: { draft: 'd1' } })
  id = matter.id
  number = matter.number
  // Accepted, then given to a team by a rule, then to another by a person.
  await on.move(id, 'accept', { by: people.as('intake').acting })
  await on.move(id, 'assign', { by: people.as('dispatcher').acting, input: { lead: { team: (await needModel(portal.payload)).teams.byCode.get('professional')?.id } } })
  ledger = {
    sent: [{ text: matter.text ?? '', code: matter.receiptCode, photos: 1 }],
    written: [{ matter: id, revision: 2, action: 'accept', by: people.as('intake').username }],
    open: ['另一件事', '没有发出去的一件'],
  }
})
afterAll(() => portal.close())

/** The faults of a database in which one table was tampered with. The table is put back. */
const after = async <T>(table: string, tampering: string, look: () => Promise<T>): Promise<T> => {
  await sql(`PRAGMA foreign_keys = OFF; CREATE TABLE aside AS SELECT * FROM ${table}`)
  try {
    await sql(tampering.replaceAll('$id', `'${id}'`))
    return await look()
  } finally {
    await sql(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM aside; DROP TABLE aside; PRAGMA foreign_keys = ON`)
  }
}

const columnsBut = async (table: string, ...changed: string[]): Promise<string> => {
  const { rows } = await engineOf(portal.payload).connections().reader.execute(`SELECT name FROM pragma_table_info('${table}')`)
  return rows.map((row) => String(row.name)).filter((name) => !changed.includes(name)).map((name) => `"${name}"`).join(', ')
}

/** The statement that doubles rows of a table under new ids. */
const doubling = async (table: string, where: string): Promise<string> => {
  const columns = await columnsBut(table, 'id')
  return `INSERT INTO ${table} (id, ${columns}) SELECT id || '-2', ${columns} FROM ${table} WHERE ${where}`
}

const faultsAfter = (table: string, tampering: string): Promise<string[]> => after(table, tampering, () => wholeFaults({ payload: portal.payload, dir: portal.dir }))

it('finds nothing in a database that is whole', async () => {
  expect(await wholeFaults({ payload: portal.payload, dir: portal.dir })).toEqual([])
  expect(await disagreement(portal.payload, ledger)).toEqual({ lost: [], doubled: [] })
})

describe('a row that is missing is named', () => {
  it.each([
    ['an event', 'matter_events', 'DELETE FROM matter_events WHERE matter_id = $id AND seq = 2', /event 3 stands at place 2/],
    ['the last event', 'matter_events', 'DELETE FROM matter_events WHERE matter_id = $id AND seq = 4', /3 events, revision 4/],
    ['a text', 'matter_texts', 'DELETE FROM matter_texts WHERE matter_id = $id', /text .* is gone/],
    ['a clock', 'clocks', "DELETE FROM clocks WHERE matter_id = $id AND clock = 'resolve'", /clocks .* instead of .*resolve/],
    ['an assignment', 'assignments', 'DELETE FROM assignments WHERE matter_id = $id', /owner .*, lead/],
    ['a message', 'outbox', 'DELETE FROM outbox WHERE matter_id = $id AND seq = 2', /0 outbox rows for event 2 accept/],
    ['an entry of the audit', 'audit_log', "DELETE FROM audit_log WHERE target = $id AND action = 'matter.accept'", /0 audit rows for event 2 accept/],
    ['a contact', 'contacts', 'DELETE FROM contacts WHERE matter_id = $id', /0 contacts, one expected/],
    ['the matter', 'matters', 'DELETE FROM matters WHERE id = $id', /rows of a matter .* that is none/],
  ])('%s', async (_, table, tampering, fault) => {
    expect((await faultsAfter(table, tampering)).join('\n')).toMatch(fault)
  })

  it('the file of a photo, or what it holds', async () => {
    const row = await findRow({ payload: portal.payload }, SLUG.attachments, { where: { matter: { equals: id } } })
    const file = path.join(portal.dir, 'attachments', String(row?.file))
    await writeFile(file, 'other')
    expect(await wholeFaults({ payload: portal.payload, dir: portal.dir })).toEqual([`photo ${row?.id} is not what was taken in`])
    await rm(file)
    expect(await wholeFaults({ payload: portal.payload, dir: portal.dir })).toEqual([`photo ${row?.id} has no file: ENOENT`])
    await writeFile(file, 'bytes')
  })
})

describe('a row that is there twice is named', () => {
  it.each([
    ['a lead', 'assignments', 'matter_id = $id', /two leads/],
    ['a text', 'matter_texts', 'matter_id = $id', /text .*-2 of no event/],
  ])('%s', async (_, table, where, fault) => {
    expect((await faultsAfter(table, await doubling(table, where))).join('\n')).toMatch(fault)
  })
})

it.each([
  ['a clock', 'clocks', "matter_id = $id AND clock = 'accept'"],
  ['an event', 'matter_events', 'matter_id = $id AND seq = 2'],
  ['a message', 'outbox', 'matter_id = $id AND seq = 2'],
])('%s cannot be there twice: the database refuses it', async (_, table, where) => {
  await expect(faultsAfter(table, await doubling(table, where))).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' })
})

describe('a row that does not fit is named', () => {
  it.each([
    ['the step', 'matters', "UPDATE matters SET step = 'intake', phase = 'intake' WHERE id = $id", /stands in intake intake, its last event led to/],
    ['the revision', 'matters', 'UPDATE matters SET revision = 5 WHERE id = $id', /4 events, revision 5/],
    ['a clock', 'clocks', "UPDATE clocks SET due_at = '2020-01-01T00:00:00.000Z' WHERE matter_id = $id AND clock = 'resolve'", /clock resolve is 2020/],
    ['an event', 'matter_events', "UPDATE matter_events SET actor_name = 'x' WHERE matter_id = $id AND seq = 2", /event 2 was changed/],
    ['an entry of the audit', 'audit_log', "UPDATE audit_log SET actor_name = 'x' WHERE target = $id AND action = 'matter.accept'", /audit \d+ was changed/],
    ['a counter', 'counters', 'UPDATE counters SET value = value + 1', /counter SQ\d+ stands at 3, 2 numbers are used/],
  ])('%s', async (_, table, tampering, fault) => {
    expect((await faultsAfter(table, tampering)).join('\n')).toMatch(fault)
  })
})

describe('what clients were told', () => {
  const told = (table: string, tampering: string) => after(table, tampering, () => disagreement(portal.payload, ledger))

  it.each([
    ['a report', 'matters', 'DELETE FROM matters WHERE id = $id', /is not there/],
    ['its photo', 'attachments', 'DELETE FROM attachments WHERE matter_id = $id', /has lost a photo/],
    ['a write', 'matter_events', 'DELETE FROM matter_events WHERE matter_id = $id AND seq = 2', /accept by t-intake as revision 2/],
  ])('is missed when it is lost: %s', async (_, table, tampering, line) => {
    expect((await told(table, tampering)).lost.join('\n')).toMatch(line)
  })

  it('is missed when it is there twice, or was sent by nobody', async () => {
    const unique = ['number', 'receipt_code', 'idempotency_key', 'id']
    const columns = await columnsBut('matters', ...unique)
    const again = `INSERT INTO matters (${unique.join(', ')}, ${columns}) SELECT number || '0', receipt_code || '2', idempotency_key || '2', id || '-2', ${columns} FROM matters WHERE id = $id`
    expect((await told('matters', again)).doubled).toEqual([expect.stringContaining('is there 2 times')])
    expect((await told('matters', "UPDATE matters SET text = 'nobody' WHERE id = $id")).doubled).toEqual(['report "nobody" was sent by nobody'])
  })
})

it('names the matter it is about', async () => {
  expect(await faultsAfter('matters', 'UPDATE matters SET revision = 5 WHERE id = $id')).toEqual([`${number}: 4 events, revision 5`])
})
