import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { findRow, findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { setClock } from '@/lib/clock'
import { resetEnv } from '@/lib/env'
import { anchorLines, anchorToday, exportAnchors } from '@/services/audit/anchors'
import { appendAudit } from '@/services/audit/append'
import { linkHash, type Link } from '@/services/audit/chain'
import { cutExpired } from '@/services/audit/cut'
import { portalKeys } from '@/services/audit/keptKeys'
import { anchorKeyText, anchorLine, keyId, readAnchor } from '@/services/audit/statement'
import { databaseSource } from '@/services/audit/sources'
import { exportLine, readKept, verifyExport, verifyFile } from '@/services/audit/verifyFile'
import { verifyOffice } from '@/services/health/verifyAudit'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let office: string
let code: string
let hand: ReturnType<typeof drizzle>['$client']
let outside: string[]

const DAY = 86_400_000
const START = Date.parse('2026-03-02T02:00:00Z')
let at = START

const act = (n: number) => withTransaction(portal.payload, async (req) => {
  for (let index = 0; index < n; index += 1) await appendAudit(req, { office, action: 'test.act', actor: { kind: 'system', id: 'job' }, target: `m${index}`, detail: { n: index } })
})

const database = (): string => path.join(portal.dir, 'portal.db')

/** What the command says of the file, and what the portal says of itself. */
const verdicts = async (anchors: string[] = []) => {
  const [told] = await verifyFile({ database: database(), kept: readKept({ anchors: [anchors.join('\n')], keys: [] }) })
  const own = await verifyOffice(portal.payload, office)
  return { file: told?.verdict.fault?.kind, at: told?.verdict.fault?.seq, portal: own?.fault?.kind }
}

const sql = async (text: string, args: (string | number | null)[] = []): Promise<number> => (await hand.execute({ sql: text, args })).rowsAffected

const KEPT = ['audit_log', 'audit_heads', 'audit_anchors', 'audit_segments']

/** Somebody who can write to the file reckons the whole chain anew from an entry on, head and all. */
const reckonAnew = async (from: number): Promise<void> => {
  const source = await databaseSource({ payload: portal.payload }, office)
  let previous = String((await hand.execute({ sql: 'SELECT previous FROM audit_log WHERE seq = ?', args: [from] })).rows[0]?.previous)
  for (let seq = from - 1; ; ) {
    const rows = await source.after(seq)
    if (rows.length === 0) break
    for (const row of rows as (Link & { id: string })[]) {
      const hash = linkHash(previous, row)
      await sql('UPDATE audit_log SET previous = ?, hash = ? WHERE id = ?', [previous, hash, row.id])
      previous = hash
      seq = row.seq
    }
  }
  await sql('UPDATE audit_heads SET hash = ?', [previous])
}

beforeAll(async () => {
  setClock(() => at)
  portal = await openPortal()
  const model = await needModel(portal.payload)
  office = model.office.id
  code = model.office.code
  hand = drizzle({ connection: { url: `file:${database()}` } }).$client
  await act(4)
  await anchorToday(portal.payload, office)
  at += DAY
  await act(6)
  await anchorToday(portal.payload, office)
  await act(2)
  outside = await anchorLines({ payload: portal.payload }, office)
  await hand.execute('PRAGMA foreign_keys = OFF')
  for (const table of KEPT) await hand.execute(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`)
})
afterEach(async () => {
  at = START + DAY
  await hand.executeMultiple(`BEGIN; ${KEPT.map((table) => `DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept_${table};`).join(' ')} COMMIT;`)
})
afterAll(async () => {
  setClock()
  hand.close()
  await portal.close()
})

const SWAP = 'UPDATE audit_log SET seq = CASE seq WHEN 5 THEN -6 WHEN 6 THEN -5 ELSE seq END'

describe('the audit log, and who has its file in their hands', () => {
  it('holds, for the command and for the portal, and its anchors agree', async () => {
    const [told] = await verifyFile({ database: database(), kept: readKept({ anchors: [outside.join('\n')], keys: [] }) })
    expect(told).toMatchObject({ name: code, verdict: { from: 1, anchors: { agreeing: 4, unsigned: 0 } } })
    expect(told?.verdict.fault).toBeUndefined()
    expect((await verifyOffice(portal.payload, office))?.fault).toBeUndefined()
  })

  it.each([
    ['an edited field', [`UPDATE audit_log SET action = 'x' WHERE seq = 5`], 'edit', 5],
    ['an entry in the middle that is gone', ['DELETE FROM audit_log WHERE seq = 5'], 'gap', 5],
    ['a tail that is gone', ['DELETE FROM audit_log WHERE seq > (SELECT max(seq) - 2 FROM audit_log)'], 'truncated', undefined],
    ['two that changed places', [SWAP, 'UPDATE audit_log SET seq = -seq WHERE seq < 0'], 'edit', 5],
    ['an entry put in between', ['UPDATE audit_log SET seq = -(seq + 1) WHERE seq >= 5', 'UPDATE audit_log SET seq = -seq WHERE seq < 0', `INSERT INTO audit_log SELECT 'Z' || substr(id, 2), office_id, 5, at, action, actor_kind, actor_id, actor_name, target_kind, target, detail, address, previous, hash, updated_at, created_at, outcome, before, after FROM audit_log WHERE seq = 4`], 'edit', 5],
    ['a head with another digest', [`UPDATE audit_heads SET hash = '${'0'.repeat(64)}'`], 'head', undefined],
    ['a head moved back, with entries behind it', ['UPDATE audit_heads SET seq = seq - 1, hash = (SELECT hash FROM audit_log WHERE seq = (SELECT max(seq) - 1 FROM audit_log))'], 'extra', undefined],
    ['a head that is gone', ['DELETE FROM audit_heads'], 'truncated', 1],
    ['a removal that no anchor proves', [`INSERT INTO audit_segments (id, office_id, from_seq, to_seq, first_hash, last_hash, anchor_line, anchored_at, cut_at, cut_by, days, updated_at, created_at) SELECT 'x', office_id, 1, 3, hash, hash, 'no', at, at, 'me', 400, at, at FROM audit_log WHERE seq = 3`, 'DELETE FROM audit_log WHERE seq <= 3'], 'cut', 1],
  ])('tells of %s', async (_what, statements, kind, seq) => {
    for (const statement of statements) expect(await sql(statement)).toBeGreaterThan(0)
    expect(await verdicts()).toEqual({ file: kind, at: seq ?? (expect.any(Number) as number), portal: kind })
  })

  it('tells of a chain reckoned anew only by its anchors, and by those outside when its own are gone too', async () => {
    await sql(`UPDATE audit_log SET actor_name = 'somebody else' WHERE seq = 2`)
    await reckonAnew(2)
    const anchored = readAnchor(outside[0] ?? '')?.seq
    expect(await verdicts()).toEqual({ file: 'rewritten', at: anchored, portal: 'rewritten' })
    await sql('DELETE FROM audit_anchors')
    expect(await verdicts()).toEqual({ file: undefined, at: undefined, portal: undefined })
    expect(await verdicts(outside)).toEqual({ file: 'rewritten', at: anchored, portal: undefined })
  })

  it('tells of a tail cut off together with its head, by an anchor that saw more', async () => {
    await sql('DELETE FROM audit_log WHERE seq > 6')
    await sql('DELETE FROM audit_anchors WHERE seq > 6')
    await sql('UPDATE audit_heads SET seq = 6, hash = (SELECT hash FROM audit_log WHERE seq = 6)')
    expect((await verdicts()).file).toBeUndefined()
    expect(await verdicts(outside)).toMatchObject({ file: 'truncated', at: 7 })
  })

  it('tells of an anchor that its key did not sign, and of one whose key is a stranger’s', async () => {
    const forged = (outside[1] ?? '').replace(/seq=\d+/, 'seq=3')
    expect(await verdicts([forged])).toMatchObject({ file: 'forged' })
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const { signed = '' } = readAnchor(outside[1] ?? '') ?? {}
    const words = signed.replace(/key=\w+/, `key=${keyId(publicKey)}`)
    const foreign = `${words} sig=${sign(null, Buffer.from(words), privateKey).toString('base64url')}`
    const [told] = await verifyFile({ database: database(), kept: readKept({ anchors: [foreign], keys: [] }) })
    expect(told?.verdict).toMatchObject({ anchors: { agreeing: 3, unsigned: 1 } })
  })

  it('verifies an export, and finds in it what was changed', async () => {
    const source = await databaseSource({ payload: portal.payload }, office)
    const lines = (await source.after(3)).map((row) => exportLine(row))
    const kept = readKept({ anchors: [outside.join('\n')], keys: [anchorKeyText()] })
    expect((await verifyExport({ texts: [lines.join('\n')], kept }))[0]?.verdict.fault).toBeUndefined()
    const edited = lines.map((line, index) => (index === 3 ? line.replace('test.act', 'test.not') : line))
    expect((await verifyExport({ texts: [edited.join('\n')], kept }))[0]?.verdict.fault).toMatchObject({ kind: 'edit' })
    expect((await verifyExport({ texts: [lines.filter((_line, index) => index !== 2).join('\n')], kept }))[0]?.verdict.fault).toMatchObject({ kind: 'gap' })
  })
})

describe('anchors', () => {
  it('are one a day, can be checked with the public key alone, and are only added to a folder outside', async () => {
    expect(await anchorToday(portal.payload, office)).toBe(false)
    const dir = await mkdtemp(path.join(tmpdir(), 'anchors-'))
    process.env.ANCHOR_DIR = dir
    resetEnv()
    try {
      expect(await exportAnchors(portal.payload, { id: office, code })).toBe(2)
      expect(await exportAnchors(portal.payload, { id: office, code })).toBe(0)
      at += DAY
      await anchorToday(portal.payload, office)
      expect(await exportAnchors(portal.payload, { id: office, code })).toBe(1)
      const text = await readFile(path.join(dir, `${code}.anchors`), 'utf8')
      expect(text.trim().split('\n')).toEqual(await anchorLines({ payload: portal.payload }, office))
      expect(await readFile(path.join(dir, 'anchor-key.pem'), 'utf8')).toBe(anchorKeyText())
    } finally {
      delete process.env.ANCHOR_DIR
      resetEnv()
      await rm(dir, { recursive: true })
    }
  })
})

describe('retention', () => {
  it('removes nothing before its time', async () => {
    at = START + 399 * DAY
    expect(await cutExpired(portal.payload, office)).toBe(0)
  })

  it('removes what is over, as far as it was anchored; the chain holds on from there, and the removal is part of it', async () => {
    at = START + 400 * DAY
    const first = readAnchor(outside[0]!)!
    expect(await cutExpired(portal.payload, office)).toBe(first.seq)
    expect(await findRow({ payload: portal.payload }, SLUG.audit, { sort: 'seq' })).toMatchObject({ seq: first.seq + 1 })
    expect(await findRows({ payload: portal.payload }, SLUG.auditSegments)).toMatchObject([{ fromSeq: 1, toSeq: first.seq, lastHash: first.hash, days: 400, cutBy: 'retention' }])
    expect(await verdicts(outside)).toEqual({ file: undefined, at: undefined, portal: undefined })
    at += DAY
    const second = readAnchor(outside[1]!)!
    expect(await cutExpired(portal.payload, office)).toBe(second.seq - first.seq)
    expect(await verdicts(outside)).toEqual({ file: undefined, at: undefined, portal: undefined })
    // The same, but said to have been done before the days were over.
    const { cutAt } = (await findRow({ payload: portal.payload }, SLUG.auditSegments, { sort: 'toSeq' }))!
    await sql('UPDATE audit_segments SET cut_at = ? WHERE to_seq = ?', ['2026-12-01T00:00:00.000Z', first.seq])
    expect(await verdicts()).toMatchObject({ file: 'cut', at: 1, portal: 'cut' })
    await sql('UPDATE audit_segments SET cut_at = ? WHERE to_seq = ?', [cutAt, first.seq])
    // Without the entry that tells of it, a removal is somebody's own.
    await sql('DELETE FROM audit_log WHERE action = ?', ['audit.cut'])
    expect((await verdicts()).file).toBe('truncated')
  })

  /** What somebody with the file in their hands does to make a removal look like one of retention: row, entry of the chain, and head. */
  const hashAt = async (seq: number) => String((await hand.execute({ sql: 'SELECT hash FROM audit_log WHERE seq = ?', args: [seq] })).rows[0]?.hash)
  const cutByHand = async ({ to, line, days, cutAt }: { to: number; line: string; days: number; cutAt: string }): Promise<void> => {
    const last = await hashAt(to)
    await withTransaction(portal.payload, (req) => appendAudit(req, { office, action: 'audit.cut', actor: { kind: 'system', id: 'retention' }, targetKind: SLUG.auditSegments, detail: { from: 1, to, last, days } }))
    await sql(
      `INSERT INTO audit_segments (id, office_id, from_seq, to_seq, first_hash, last_hash, anchor_line, anchored_at, cut_at, cut_by, days, updated_at, created_at) VALUES ('x', ?, 1, ?, 'x', ?, ?, ?, ?, 'retention', ?, ?, ?)`,
      [office, to, last, line, cutAt, cutAt, days, cutAt, cutAt],
    )
    await sql('DELETE FROM audit_log WHERE seq <= ?', [to])
  }
  const iso = (ms: number) => new Date(ms).toISOString()
  it.each([
    ['the row says it had to be kept for no days', () => ({ days: 0, cutAt: iso(at) })],
    ['the row says it had to be kept for a year less a day', () => ({ days: 364, cutAt: iso(at) })],
    ['the row says that it was removed at a time which is yet to come', () => ({ days: 400, cutAt: iso(START + 402 * DAY) })],
  ])('does not believe a removal, told of in the chain, at an anchor that is real: %s', async (_what, words) => {
    at = START + 364.5 * DAY
    const { seq } = readAnchor(outside[0]!)!
    await cutByHand({ to: seq, line: outside[0]!, ...words() })
    expect(await verdicts(outside)).toEqual({ file: 'cut', at: 1, portal: 'cut' })
  })

  const strangersLine = (seq: number, hash: string, when: number): string => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const signed = `audit-anchor-1 office=${office} seq=${seq} hash=${hash} at=${iso(when)} key=${keyId(publicKey)}`
    return `${signed} sig=${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`
  }

  it('does not believe a removal at an anchor that a stranger’s key signed, with the anchors outside or without', async () => {
    at = START + 401 * DAY
    await cutByHand({ to: 8, line: strangersLine(8, await hashAt(8), START), days: 400, cutAt: iso(at) })
    expect(await verdicts()).toEqual({ file: 'unknownKey', at: 1, portal: 'unknownKey' })
    expect(await verdicts(outside)).toEqual({ file: 'unknownKey', at: 1, portal: 'unknownKey' })
  })

  it('holds a removal against every other anchor, also those of which no entry is left', async () => {
    at = START + 402 * DAY
    await cutExpired(portal.payload, office)
    const [first, second] = [readAnchor(outside[0]!)!, readAnchor(outside[1]!)!]
    expect(await verdicts(outside)).toEqual({ file: undefined, at: undefined, portal: undefined })
    const line = (seq: number, hash: string, when: string) => anchorLine({ office, seq, hash, at: when })
    expect(await verdicts([line(second.seq, '0'.repeat(64), second.at)])).toMatchObject({ file: 'rewritten', at: second.seq })
    expect(await verdicts([line(first.seq, '0'.repeat(64), first.at)])).toMatchObject({ file: 'rewritten', at: first.seq })
    // The office was at its fourth entry, say these, long after the removed stretch had ended behind it.
    expect(await verdicts([line(4, '0'.repeat(64), iso(START + 300 * DAY))])).toMatchObject({ file: 'rewritten', at: second.seq })
  })

  it('goes on to verify what was signed before the key was changed, and only while the old key is kept', async () => {
    at = START + 402 * DAY
    await cutExpired(portal.payload, office)
    const old = anchorKeyText()
    const file = path.join(portal.dir, 'keys', 'anchor-keys.pem')
    process.env.SECRET_ANCHOR = Buffer.alloc(32, 7).toString('base64')
    resetEnv()
    try {
      expect(anchorKeyText()).not.toBe(old)
      expect(await verdicts(outside)).toEqual({ file: undefined, at: undefined, portal: undefined })
      await anchorToday(portal.payload, office)
      const both = await readFile(file, 'utf8')
      expect(portalKeys().size).toBe(2)
      await rename(file, `${file}.away`)
      expect(await verdicts()).toEqual({ file: 'unknownKey', at: 1, portal: 'unknownKey' })
      for (const keys of [[old], [both]]) {
        const [told] = await verifyFile({ database: database(), kept: readKept({ anchors: [outside.join('\n')], keys }) })
        expect(told?.verdict.fault).toBeUndefined()
      }
    } finally {
      await rename(`${file}.away`, file)
      delete process.env.SECRET_ANCHOR
      resetEnv()
    }
  })

  it('leaves everything where the chain does not hold', async () => {
    at = START + 500 * DAY
    await sql(`UPDATE audit_log SET action = 'x' WHERE seq = 5`)
    expect(await cutExpired(portal.payload, office)).toBe(0)
    expect(await findRow({ payload: portal.payload }, SLUG.audit, { where: { seq: { equals: 1 } } })).toBeDefined()
  })

  it('does not take for its own what was cut by hand at an anchor before its time', async () => {
    const first = readAnchor(outside[0]!)!
    await sql(
      `INSERT INTO audit_segments (id, office_id, from_seq, to_seq, first_hash, last_hash, anchor_line, anchored_at, cut_at, cut_by, days, updated_at, created_at) VALUES ('x', ?, 1, ?, 'x', ?, ?, ?, ?, 'retention', 400, ?, ?)`,
      [office, first.seq, first.hash, outside[0]!, first.at, '2028-01-01T00:00:00.000Z', first.at, first.at],
    )
    await sql('DELETE FROM audit_log WHERE seq <= ?', [first.seq])
    expect(await verdicts()).toMatchObject({ file: 'cut', at: 1, portal: 'cut' })
  })
})
