import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { POST } from '@/app/(site)/s/[lang]/[mode]/do/report/[step]/route'
import { countRows } from '@/db/rows'
import { setClock } from '@/lib/clock'
import { secret } from '@/lib/keys'
import { makeBackup } from '@/services/backup/make'
import { restoreBackup } from '@/services/backup/restore'
import { opening } from '@/services/boot/opening'
import { errorResponse } from '@/services/http'
import { storage } from '@/services/health/checks/database'
import { readiness } from '@/services/health/ready'
import { draftName } from '@/services/site/report/draft'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { engineOf } from '../helpers/dbSqlite'
import { smallDisk, type SmallDisk } from '../helpers/disk'
import { digests } from '../helpers/faulty'
import { driver } from '../helpers/matters'
import { makePeople, type People } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'
import { samplePhoto, TEXT, upToCheck, visitor, type Visitor } from '../helpers/siteReport'
import { wholeFaults } from '../helpers/wholeness'

const MEGABYTES = 96

let disk: SmallDisk | undefined
let portal: TestPortal
let people: People
let door: typeof POST
let browser: Visitor
let waiting: string
let at = Date.now()
const on = driver(() => portal.payload)

const sql = (statement: string) => engineOf(portal.payload).connections().writer.execute(statement)

/** Without a disk of its own the database alone is made full; photos and backups are then not tried. */
const fill = async (): Promise<void> => {
  // What the journal has room for already would still be taken.
  await sql('PRAGMA wal_checkpoint(TRUNCATE)')
  const pages = Object.values((await sql('PRAGMA page_count')).rows[0] ?? {})[0]
  if (disk) disk.fill()
  else await sql(`PRAGMA max_page_count = ${Number(pages)}`)
}
const free = async (): Promise<void> => {
  disk?.free()
  await sql('PRAGMA max_page_count = 4294967294')
}

const ready = () => {
  at += 10_000
  return readiness(portal.payload)
}

const tried = async (work: Promise<unknown>): Promise<unknown> => work.then(() => 'nothing refused', (error: unknown) => error)

/** What a browser without JavaScript is answered when it posts a page of its report. */
const posted = async (step: string, fields: Record<string, string>, photo?: Buffer): Promise<{ status: number; to: string | null; text: string }> => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ draft: draftName(await browser.draft()), ...fields })) form.set(name, value)
  if (photo) form.append('photos', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'a.jpg')
  const request = new Request(`http://portal.test/do/report/${step}`, { method: 'POST', body: form, headers: { host: 'portal.test', origin: 'http://portal.test', accept: 'text/html', cookie: `portal-draft=${browser.token()}` } })
  const response = await door(request, { params: Promise.resolve({ lang: 'zh', mode: 'plain', step }) })
  return { status: response.status, to: response.headers.get('location'), text: await response.text() }
}

beforeAll(async () => {
  disk = smallDisk(MEGABYTES)
  if (disk) vi.stubEnv('TMPDIR', disk.dir)
  else process.stdout.write('      no disk may be mounted here: a full one is played by the database\n')
  portal = await openPortal()
  // Only now: it opens the database that the environment names when it is read.
  door = (await import('@/app/(site)/s/[lang]/[mode]/do/report/[step]/route')).POST
  people = await makePeople(portal.payload)
  setClock(() => at)
  await on.create()
  waiting = (await on.create()).matter.id
  browser = visitor(portal.payload)
  await upToCheck(browser)
})
afterAll(async () => {
  setClock()
  await portal.close()
  vi.unstubAllEnvs()
  disk?.close()
})

const FULL = { code: 'storageFull', status: 503 }

describe.each([
  ['a full disk', fill, free, FULL, '存储空间满了', 'full'],
  ['a database file that may only be read', () => sql('PRAGMA query_only = ON'), () => sql('PRAGMA query_only = OFF'), { code: 'unwritable', status: 503 }, '暂时存不了', 'unwritable'],
] as const)('%s', (_, begin, end, refusal, words, state) => {
  it('refuses in plain words, keeps what was typed, leaves nothing half written, and goes on when it is over', async () => {
    expect(await ready()).toMatchObject({ checks: { storage: 'ok' } })
    const typed = await browser.draft()
    const before = await digests(portal.payload)
    await begin()
    try {
      const sent = await posted('check', { do: 'send' })
      expect([sent.status, sent.text]).toEqual([503, expect.stringContaining(words)])
      const moved = await tried(on.move(waiting, 'accept', { by: people.as('intake').acting, revision: 1 }))
      expect(moved).toMatchObject(refusal)
      expect(errorResponse(null, moved).status).toBe(503)
      expect(await tried(on.create())).toMatchObject(refusal)
      expect(await ready()).toMatchObject({ status: 'degraded', checks: { database: 'ok', storage: state } })
      expect(await storage({ payload: portal.payload, model: await needModel(portal.payload), now: at })).toMatchObject([{ gravity: 'now', code: state === 'full' ? 'storageFull' : 'unwritable' }])
      expect(await browser.draft()).toEqual(typed)
      expect((await on.fresh(waiting)).step).toBe('intake')
      expect(await digests(portal.payload)).toEqual(before)
    } finally {
      await end()
    }
    expect(await ready()).toMatchObject({ checks: { storage: 'ok' } })
    expect((await on.create()).repeated).toBe(false)
    expect(await wholeFaults({ payload: portal.payload, dir: portal.dir, now: at })).toEqual([])
  })
})

describe('a full disk', () => {
  const files = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name) : [])

  it('refuses a photo, and leaves no piece of it', async ({ skip }) => {
    if (!disk) return skip('no disk of its own here')
    disk.fill()
    const refused = await posted('photos', { do: 'upload' }, samplePhoto('p1'))
    expect([refused.status, refused.text]).toEqual([503, expect.stringContaining('存储空间满了')])
    expect(files(path.join(portal.dir, 'attachments'))).toEqual([])
    disk.free()
    expect(await posted('photos', { do: 'upload' }, samplePhoto('p1'))).toMatchObject({ status: 303, to: '/report/photos' })
    expect(files(path.join(portal.dir, 'attachments'))).toHaveLength(1)
  })

  it('makes no half key: it is made when there is room', ({ skip }) => {
    if (!disk) return skip('no disk of its own here')
    disk.fill()
    expect(() => secret('anchor')).toThrow('ENOSPC')
    expect(files(path.join(portal.dir, 'keys')).filter((name) => name.startsWith('anchor'))).toEqual([])
    disk.free()
    expect(secret('anchor')).toHaveLength(32)
  })

  it.for(['the data', 'the backups'])('of %s makes no backup: told in a line, nothing left behind, older ones kept', async (which, { skip }) => {
    if (!disk) return skip('no disk of its own here')
    const into = which === 'the data' ? path.join(disk.dir, 'backups') : path.join(disk.dir, 'elsewhere')
    const making = { dataDir: portal.dir, database: path.join(portal.dir, 'portal.db'), into, key: undefined }
    const { folder } = await makeBackup({ ...making, at: new Date(at) })
    disk.fill()
    const refused = await tried(makeBackup({ ...making, at: new Date(at + 2000), keep: 1 }))
    expect(refused).toMatchObject({ name: 'BackupFault', faults: [expect.stringContaining('no room left')] })
    disk.free()
    expect(readdirSync(into)).toEqual([path.basename(folder)])
    expect(readdirSync(portal.dir).filter((name) => name.startsWith('.'))).toEqual([])
    expect((await makeBackup({ ...making, at: new Date(at + 4000) })).manifest.files.length).toBeGreaterThan(0)
  })

  it('takes no backup back: told in a line, and no portal stands there', async ({ skip }) => {
    const small = disk && smallDisk(2)
    if (!disk || !small) return skip('no disk of its own here')
    const { folder } = await makeBackup({ dataDir: portal.dir, database: path.join(portal.dir, 'portal.db'), into: path.join(disk.dir, 'third'), key: undefined, at: new Date(at) })
    const refused = await tried(restoreBackup({ folder, key: undefined, dataDir: small.dir, database: path.join(small.dir, 'portal.db'), replace: false, at: new Date(at) }))
    const left = readdirSync(small.dir)
    small.close()
    expect([refused, left]).toEqual([expect.objectContaining({ faults: [expect.stringContaining('no room left')] }), []])
  })

  it('lets the report that waited be sent in the end, once', async () => {
    expect(await posted('check', { do: 'send' })).toMatchObject({ status: 303, to: '/receipt' })
    expect(await countRows({ payload: portal.payload }, SLUG.matters, { text: { equals: TEXT } })).toBe(1)
    expect(await wholeFaults({ payload: portal.payload, dir: portal.dir, now: at })).toEqual([])
  })
})

describe('data that may not be written', () => {
  it.each([
    ['SQLITE_CANTOPEN', 'cannot be written'],
    ['EACCES', 'cannot be written'],
    ['SQLITE_FULL', 'no room left'],
  ])('is told at the start in a line that names its folder: %s', async (code, words) => {
    const thrown = new Error('wrapped', { cause: Object.assign(new Error('of the driver'), { code }) })
    await expect(opening(() => Promise.reject(thrown))).rejects.toMatchObject({ faults: [expect.stringContaining(words)], message: expect.stringContaining(portal.dir) })
  })

  it('leaves every other fault as it is', async () => {
    const thrown = new Error('of ours')
    await expect(opening(() => Promise.reject(thrown))).rejects.toBe(thrown)
  })
})
