import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { getPayload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resetEnv } from '@/lib/env'
import { bookFaults } from '../helpers/books'
import { startPortal, type Portal } from '../helpers/server'
import { fillReport, receiptShown, type Filled } from './lib/sending'
import { signIn, staffOffice, type Staff } from './lib/staff'
import { leadsTo, visit, type Visitor } from './lib/visitor'

const REPORTS = 50
/** Every fifth report is sent twice at the same time. */
const TWICE = 5
const MOVED = 20
/** Limits as an office would size them for this rush; looking up codes is kept at five. */
const RATE_LIMITS = 'report=400/1h,lookup=1000/10m,signIn=40/15m,track=5/10m'

const CLERKS = ['clerk-a', 'clerk-b', 'clerk-c', 'clerk-d']
const DISPATCHERS = ['dispatcher-a', 'dispatcher-b']

const PHOTOS = ['p1.jpg', 'p2.jpg'].map((name) => new Blob([readFileSync(path.resolve(import.meta.dirname, '../fixtures/photos', name))], { type: 'image/jpeg' }))

type Open = { id: string; revision: number }
type Answer = { status: number; body: { revision?: number; error?: { code: string; detail?: { happened?: { action?: string; actor?: string }[] } } } }

let dataDir = ''
let portal: Portal
let people: Map<string, Staff>
let team = ''
const desks = new Map<string, Visitor>()
const receipts: string[] = []

const matters = async (): Promise<Open[]> => {
  const answer = await desks.get('dispatcher-a')?.get('/api/matters?limit=0&depth=0&sort=id')
  return ((await answer?.json()) as { docs: Open[] }).docs
}

const move = async (username: string, { id, revision }: Open, action: string, input: Record<string, unknown> = {}): Promise<Answer> => {
  const response = await desks.get(username)?.postJson(`/api/matters/${id}/transition`, { action, input, expectedRevision: revision })
  return { status: response?.status ?? 0, body: (await response?.json()) as Answer['body'] }
}

const turnOf = (names: string[], index: number): string => names[index % names.length] ?? ''

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'portal-rush-'))
  portal = await startPortal({ dataDir, env: { RATE_LIMITS } })
  const staff = await staffOffice(portal, [
    ...CLERKS.map((username) => ({ username, role: 'intake' })),
    ...DISPATCHERS.map((username) => ({ username, role: 'dispatcher' })),
  ])
  people = staff.people
  for (const username of [...CLERKS, ...DISPATCHERS]) desks.set(username, await signIn(portal, username))
  const teams = (await (await staff.owner.get('/api/teams?limit=1&depth=0&where[code][equals]=professional')).json()) as { docs: { id: string }[] }
  team = teams.docs[0]?.id ?? ''
})
afterAll(async () => {
  await portal?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

describe('a rush', () => {
  it(`takes ${REPORTS} reports with photos at once, some of them sent twice`, async () => {
    const fill = (index: number) => fillReport({ baseURL: portal.url, text: `第${index + 1}处路灯不亮，晚上看不清路。`, category: 'security-dark', unit: 'jw-01-01-01', photos: PHOTOS })
    const send = async ({ visitor, send: once }: Filled, index: number): Promise<string> => {
      const sendings = index % TWICE === 0 ? [once(), once()] : [once()]
      expect(await Promise.all(sendings)).toEqual(sendings.map(() => '/receipt'))
      return (await receiptShown(visitor)).code
    }
    receipts.push(...(await Promise.all(Array.from({ length: REPORTS }, async (_, index) => send(await fill(index), index)))))
    expect(new Set(receipts).size).toBe(REPORTS)
    expect(await matters()).toHaveLength(REPORTS)
  })

  it('keeps its limits all the while', async () => {
    const stranger = visit(portal.url)
    const tries: string[] = []
    for (let turn = 0; turn < 6; turn += 1) tries.push(await leadsTo(stranger.post('/do/track', { code: receipts[0] ?? '', word: 'AAAA-AAAA' })))
    expect(tries.slice(0, 5).every((to) => !to.includes('tooMany'))).toBe(true)
    expect(tries[5]).toContain('tooMany')
  })

  it(`moves ${MOVED} matters at once, twice`, async () => {
    const accepted = await Promise.all((await matters()).slice(0, MOVED).map((matter, index) => move(turnOf(CLERKS, index), matter, 'accept')))
    expect(accepted.map(({ status }) => status)).toEqual(Array.from({ length: MOVED }, () => 200))
    const assigned = await Promise.all((await matters()).slice(1, MOVED).map((matter, index) => move(turnOf(DISPATCHERS, index), matter, 'assign', { lead: { team } })))
    expect(assigned.map(({ status, body }) => ({ status, error: body.error }))).toEqual(Array.from({ length: MOVED - 1 }, () => ({ status: 200, error: undefined })))
  })

  it('lets one of two dispatchers act on a matter, and tells the other what happened', async () => {
    const [matter] = await matters()
    if (!matter) throw new Error('no matter')
    const both = (username: string) => move(username, matter, 'assign', { lead: { team } })
    const answers = await Promise.all(DISPATCHERS.map(both))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = DISPATCHERS[answers.findIndex(({ status }) => status === 200)] ?? ''
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status)
    expect(won?.body.revision).toBe(matter.revision + 1)
    expect(lost?.body.error).toMatchObject({ code: 'conflict', detail: { happened: [{ action: 'assign', actor: people.get(winner)?.name }] } })
  })
})

type Row = Record<string, string | number | null>

/** Rows of the database file itself, apart from everything the portal would say of them. */
const rowsOf = async (...queries: string[]): Promise<Row[][]> => {
  const client = createClient({ url: `file:${path.join(dataDir, 'portal.db')}` })
  await client.execute('PRAGMA query_only = ON')
  const answers: Row[][] = []
  for (const query of queries) answers.push((await client.execute(query)).rows.map((row) => ({ ...row }) as Row))
  client.close()
  return answers
}

/** The clocks of the office's limits. */
const CLOCKS = ['accept', 'firstReply', 'resolve', 'verify']

const startsAtOnce = (limit: unknown): boolean => (JSON.parse(String(limit)) as { start: string[] }).start.includes('created')

const by = (rows: Row[], key: string): Map<unknown, Row[]> => {
  const groups = new Map<unknown, Row[]>()
  for (const row of rows) groups.set(row[key], [...(groups.get(row[key]) ?? []), row])
  return groups
}

const readBooks = async () => {
  const [matters = [], events = [], clocks = [], shares = [], outbox = [], audit = []] = await rowsOf(
    'SELECT * FROM matters ORDER BY id', 'SELECT * FROM matter_events ORDER BY matter_id, seq', 'SELECT * FROM clocks', 'SELECT * FROM assignments',
    'SELECT * FROM outbox ORDER BY matter_id, seq', "SELECT target, action FROM audit_log WHERE action LIKE 'matter.%' ORDER BY seq",
  )
  return { matters, events: by(events, 'matter_id'), clocks: by(clocks, 'matter_id'), shares: by(shares, 'matter_id'), outbox: by(outbox, 'matter_id'), audit: by(audit, 'target') }
}

type Books = Awaited<ReturnType<typeof readBooks>>

/** Events without a gap, each tied to the one before it, each with one row to send and one in the audit. */
const expectChain = ({ id, revision, event_count: count, last_digest: last }: Row, books: Books): void => {
  const events = books.events.get(id) ?? []
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  expect(events.map(({ previous }) => previous)).toEqual(['', ...events.slice(0, -1).map(({ digest }) => digest)])
  expect([revision, count, last]).toEqual([events.length, events.length, events.at(-1)?.digest])
  expect(books.outbox.get(id)?.map(({ kind, seq }) => `${seq} ${kind}`)).toEqual(events.map(({ seq, action }) => `${seq} matter.${action}`))
  expect(books.audit.get(id)?.map(({ action }) => action)).toEqual(events.map(({ action }) => `matter.${action}`))
}

/** One clock for each limit, started when its limit says, the first one stopped by the acceptance. */
const expectClocks = ({ id, received_at: received }: Row, books: Books): void => {
  const clocks = new Map((books.clocks.get(id) ?? []).map((clock) => [clock.clock, clock]))
  expect([...clocks.keys()].sort()).toEqual(CLOCKS)
  for (const { limit, started_at: started } of clocks.values()) expect(started).toBe(startsAtOnce(limit) ? received : null)
  const accepted = books.events.get(id)?.find(({ action }) => action === 'accept')?.at
  expect(clocks.get('accept')).toMatchObject({ stopped_at: accepted ?? null })
}

/** The owner is the lead of the one assignment, and there is none before. */
const expectOwner = ({ id, owner_team_id: owner }: Row, books: Books): void => {
  const leads = (books.shares.get(id) ?? []).filter(({ role, active }) => role === 'lead' && active === 1)
  const assigned = books.events.get(id)?.some(({ action }) => action === 'assign')
  expect([owner, leads.map(({ team_id: lead }) => lead)]).toEqual(assigned ? [team, [team]] : [null, []])
}

describe('after the rush', () => {
  beforeAll(async () => {
    expect(await portal.stop()).toBe(0)
    expect(portal.output()).not.toMatch(/"level":(50|60)/)
  })

  it('has books that reconcile row by row in the database file', async () => {
    const books = await readBooks()
    expect(books.matters).toHaveLength(REPORTS)
    expect(new Set(books.matters.map(({ number }) => number)).size).toBe(REPORTS)
    expect(books.matters.map(({ receipt_code: code }) => code).sort()).toEqual(receipts.map((code) => code.replace('-', '')).sort())
    for (const matter of books.matters) {
      expectChain(matter, books)
      expectClocks(matter, books)
      expectOwner(matter, books)
    }
    for (const group of [books.events, books.clocks, books.outbox, books.audit]) expect(group.size).toBe(REPORTS)
    expect([...books.events.values()].flat().filter(({ action }) => action === 'assign')).toHaveLength(MOVED)
  })

  it('has every photo in its file', async () => {
    const [photos = []] = await rowsOf('SELECT matter_id, file, sha256, bytes FROM attachments')
    expect(photos).toHaveLength(REPORTS * PHOTOS.length)
    for (const { matter_id: matter, file, sha256, bytes } of photos) {
      const content = await readFile(path.join(dataDir, 'attachments', String(file)))
      expect(matter).not.toBeNull()
      expect([createHash('sha256').update(content).digest('hex'), content.length]).toEqual([sha256, bytes])
    }
  })

  it('has an unbroken audit and clocks that follow from the events', async () => {
    process.env.DATA_DIR = dataDir
    delete process.env.DATABASE_URI
    resetEnv()
    const { default: config } = await import('@/payload.config')
    const payload = await getPayload({ config })
    expect(await bookFaults(payload)).toEqual([])
    await payload.destroy()
  })
})
