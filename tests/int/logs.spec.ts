import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findRow } from '@/db/rows'
import { requests } from '@/lib/requestId'
import { errorResponse } from '@/services/http'
import { matterOfReceipt, openReceipt, signSession } from '@/services/site/track/session'
import { SLUG } from '@/slugs'
import { engineOf } from '../helpers/dbSqlite'
import { driver } from '../helpers/matters'
import { openPortal, type TestPortal } from '../helpers/portal'
import { samplePhoto, upload, upToCheck, visitor } from '../helpers/siteReport'

const TEXT = '鹦鹉和柠檬在楼道里打转'
const PASSWORD = 'Not-This-Password-77'

let portal: TestPortal
// Before anything is loaded: the logger reads its settings once.
const folder = await vi.hoisted(async () => {
  const { mkdtempSync } = await import('node:fs')
  process.env.LOG_LEVEL = 'trace'
  process.env.LOG_DIR = mkdtempSync('/tmp/portal-logs-')
  return process.env.LOG_DIR
})
const written = (): string => readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8')).join('')

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => {
  await portal.close()
  delete process.env.LOG_LEVEL
  delete process.env.LOG_DIR
  rmSync(folder, { recursive: true })
})

/** The database refuses what a resident wrote, with all its values in the fault. */
const jammed = async <T>(table: string, work: () => Promise<T>): Promise<T> => {
  const { writer } = engineOf(portal.payload).connections()
  await writer.execute(`CREATE TRIGGER jam BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'no'); END`)
  try {
    return await work()
  } finally {
    await writer.execute('DROP TRIGGER jam')
  }
}

const failed = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'nothing failed', (error: unknown) => error)

describe('the log at its loudest', () => {
  it('has nothing of what residents and staff typed, and nothing that opens a door, also where the database failed', async () => {
    const { payload } = portal
    const browser = visitor(payload)
    await upToCheck(browser, TEXT)
    await browser.post('photos', {}, [upload('鹦鹉.jpg', samplePhoto('p1'))])
    const broken = await jammed('matter_texts', () => failed(driver(() => payload).create({ text: TEXT, contact: { phone: '13800138000' } })))
    expect(broken).toBeInstanceOf(Error)
    const answer = await requests().run({ id: 'AB23CD45EF' }, async () => errorResponse(null, broken).json() as Promise<{ error: { reference: string } }>)
    const raw = await jammed('matter_texts', () => failed(payload.db.create({ collection: SLUG.texts, data: { id: 'x', text: TEXT, kind: 'description' }, req: { payload } as never })))
    errorResponse(null, raw)
    await driver(() => payload).create({ text: TEXT, contact: { phone: '13800138000' } })
    const matter = await findRow({ payload }, SLUG.matters, { where: { text: { equals: TEXT } } })
    const code = matter?.receiptCode ?? ''
    const word = 'wrong-word-9'
    await failed(openReceipt({ payload, code, word, address: '192.0.2.77' }))
    const session = signSession({ receiptCode: code, word } as never)
    await failed(matterOfReceipt(payload, code))
    await failed(payload.login({ collection: SLUG.users, data: { username: 'owner', password: PASSWORD } as never, overrideAccess: true } as never))
    await failed(payload.find({ collection: SLUG.matters, where: { 'no.such.field': { equals: TEXT } }, overrideAccess: true }))
    const said = written()
    expect(said).toMatch(/"level":[45]0/)
    expect(code.length).toBeGreaterThan(6)
    for (const mark of [TEXT, '鹦鹉', '13800138000', '138 0013 8000', '往南第二盏', code, word, PASSWORD, matter?.wordHash ?? 'none', browser.token() ?? 'none', String(session), '192.0.2.77']) {
      expect(said.includes(mark), `${mark} in ${said.split('\n').find((line) => line.includes(mark)) ?? ''}`).toBe(false)
    }
    for (const line of said.split('\n').filter(Boolean)) expect(JSON.parse(line)).toHaveProperty('level')
    expect(answer.error.reference).toBe('AB23CD45EF')
    expect(said).toMatch(/"requestId":"AB23CD45EF"/)
  })
})
