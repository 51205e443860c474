import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import path from 'node:path'
import { findRow, findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { verifyAudit } from '@/services/health/verifyAudit'
import { appendAudit } from '@/services/audit/append'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { auditFaults } from '../helpers/books'
import { addPerson } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let office: string
let hand: ReturnType<typeof drizzle>['$client']

/** Somebody with the file in their hands. */
const tamper = async (sql: string, args: (string | number | null)[] = []): Promise<number> => (await hand.execute({ sql, args })).rowsAffected

const faulty = async () => ({ books: (await auditFaults(portal.payload, office)).length > 0, verifier: (await verifyAudit(portal.payload)) > 0 })

const MARKED = 3

beforeAll(async () => {
  portal = await openPortal()
  const { payload } = portal
  office = (await needModel(payload)).office.id
  const person = await addPerson(payload, { username: 'audit-one', roles: [{ role: 'handler' }] })
  await addPerson(payload, { username: 'audit-two', roles: [{ role: 'handler' }] })
  await withTransaction(payload, async (req) => {
    for (const actor of [{ kind: 'staff', id: person.id, name: '甲' }, { kind: 'rule', id: 'r1', name: '规则一' }, { kind: 'system', id: 'job' }, { kind: 'reporter' }] as const) {
      await appendAudit(req, { office, action: 'test.act', actor, targetKind: SLUG.matters, target: 'm1', detail: { number: 'X-1', seq: 4 }, address: '192.0.2.7' })
    }
    await appendAudit(req, { office, action: 'test.one', actor: { kind: 'reporter' } }, { office, action: 'test.two', actor: { kind: 'system' } })
  })
  hand = drizzle({ connection: { url: `file:${path.join(portal.dir, 'portal.db')}` } }).$client
  await hand.execute('PRAGMA foreign_keys = OFF')
  await hand.execute('CREATE TABLE kept_log AS SELECT * FROM audit_log')
  await hand.execute('CREATE TABLE kept_heads AS SELECT * FROM audit_heads')
})
afterEach(async () => {
  await hand.executeMultiple('BEGIN; DELETE FROM audit_log; INSERT INTO audit_log SELECT * FROM kept_log; DELETE FROM audit_heads; INSERT INTO audit_heads SELECT * FROM kept_heads; COMMIT;')
})
afterAll(async () => {
  hand.close()
  await portal.close()
})

/** A value that could stand in the column, and does not. */
const otherThan = (column: string, value: unknown): string | number => {
  if (column === 'seq') return Number(value) + 1000
  if (column === 'detail') return '{"number":"X-1","seq":5}'
  return column.endsWith('at') ? '2020-01-01T00:00:00.000Z' : `${String(value ?? '')}x`
}

const columns = async (): Promise<string[]> => (await hand.execute('PRAGMA table_info(audit_log)')).rows.map(({ name }) => String(name))

describe('the audit chain', () => {
  it('is whole as it was written, for staff, rules, jobs and reporters', async () => {
    expect(await findRows({ payload: portal.payload }, SLUG.audit, { where: { action: { equals: 'test.act' } } })).toHaveLength(4)
    expect(await faulty()).toEqual({ books: false, verifier: false })
  })

  it('notices a change of any column, of any kind of actor, also when it is emptied', async () => {
    const names = await columns()
    expect(names.length).toBeGreaterThan(14)
    const rows = await findRows({ payload: portal.payload }, SLUG.audit, { where: { action: { equals: 'test.act' } }, sort: 'seq' })
    for (const column of names) {
      for (const { id } of rows) {
        const value = (await hand.execute({ sql: `SELECT ${column} AS value FROM audit_log WHERE id = ?`, args: [id] })).rows[0]?.value
        const other = otherThan(column, value)
        expect(await tamper(`UPDATE audit_log SET ${column} = ? WHERE id = ?`, [other, id]), column).toBe(1)
        expect(await faulty(), `${column} changed`).toEqual({ books: true, verifier: true })
        await tamper(`UPDATE audit_log SET ${column} = ? WHERE id = ?`, [value as string | number | null, column === 'id' ? other : id])
      }
    }
    for (const column of ['office_id', 'actor_id', 'actor_name', 'target_kind', 'target', 'detail', 'address', 'previous', 'hash']) {
      expect(await tamper(`UPDATE audit_log SET ${column} = NULL WHERE id = ?`, [rows[0]?.id ?? '']), column).toBe(1)
      expect(await faulty(), `${column} emptied`).toEqual({ books: true, verifier: true })
      await tamper('DELETE FROM audit_log')
      await tamper('INSERT INTO audit_log SELECT * FROM kept_log')
    }
    expect(await faulty()).toEqual({ books: false, verifier: false })
  })

  it.each([
    ['an entry left out', `DELETE FROM audit_log WHERE seq = ${MARKED}`],
    ['the first left out', 'DELETE FROM audit_log WHERE seq = 1'],
    ['the last left out', 'DELETE FROM audit_log WHERE seq = (SELECT max(seq) FROM audit_log)'],
    ['two changed about', `UPDATE audit_log SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE seq IN (2, 3)`],
    ['a head that was moved back', 'UPDATE audit_heads SET seq = seq - 1'],
    ['a head with another digest', `UPDATE audit_heads SET hash = '${'0'.repeat(64)}'`],
  ])('notices %s', async (_what, sql) => {
    expect(await tamper(sql)).toBeGreaterThan(0)
    await tamper('UPDATE audit_log SET seq = -seq WHERE seq < 0')
    expect((await faulty()).books).toBe(true)
    expect(await verifyAudit(portal.payload)).toBe(1)
    const head = await findRow({ payload: portal.payload }, SLUG.auditHeads, { where: { office: { equals: office } } })
    expect(head?.faultSeq).toBeGreaterThan(0)
  })

  it('moves with its act, or not at all', async () => {
    const count = async () => (await hand.execute('SELECT count(*) AS n FROM audit_log')).rows[0]?.n
    const before = await count()
    await expect(withTransaction(portal.payload, async (req) => {
      await appendAudit(req, { office, action: 'test.lost', actor: { kind: 'system', id: 'job' } })
      throw new Error('the act failed')
    })).rejects.toThrow('the act failed')
    expect(await count()).toBe(before)
    expect(await faulty()).toEqual({ books: false, verifier: false })
  })
})
