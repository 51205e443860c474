import { copyFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@/db/ids'
import { lookOver } from '@/services/backup/database'
import { makeBackup, type Made } from '@/services/backup/make'
import { restoreBackup } from '@/services/backup/restore'
import { withScratch } from '@/services/backup/scratch'
import { backupKey, type Key } from '@/services/backup/seal'
import { unpack } from '@/services/backup/unpack'
import { storeBytes } from '@/services/photos/store'
import { driver } from '../helpers/matters'
import { openPortal, type TestPortal } from '../helpers/portal'

let portal: TestPortal
let work: string
const on = driver(() => portal.payload)
const KEY = backupKey(randomBytes(32))
const photos = new Map<string, Buffer>()

const database = (): string => path.join(portal.dir, 'portal.db')
const clock = { at: Date.parse('2026-03-02T01:00:00Z') }

/** A backup of the running portal; each a second after the one before. */
const backup = async ({ key, into = path.join(work, 'backups'), keep }: { key?: Key; into?: string; keep?: number } = {}): Promise<Made> => {
  clock.at += 1000
  return makeBackup({ dataDir: portal.dir, database: database(), into, key, at: new Date(clock.at), keep })
}
const verify = (folder: string, key?: Key) => withScratch(portal.dir, (scratch) => unpack({ folder, key, scratch, keep: false }))
const faultsOf = async (work: Promise<unknown>): Promise<string> => String(await work.then(() => 'nothing wrong', (error: unknown) => (error as Error).message))

beforeAll(async () => {
  portal = await openPortal()
  work = await mkdtemp(path.join(tmpdir(), 'portal-backup-'))
  for (let index = 0; index < 3; index += 1) {
    const [id, bytes] = [newId(), randomBytes(200_000 + index)]
    photos.set(`attachments/${(await storeBytes(id, bytes)).file}`, bytes)
    await on.create()
  }
  await mkdir(path.join(portal.dir, 'media'), { recursive: true })
  await writeFile(path.join(portal.dir, 'media', '长名字 的图.webp'), 'a picture')
  await writeFile(path.join(portal.dir, 'media', 'half.webp.part'), 'not yet whole')
})
afterEach(async () => expect((await readdir(portal.dir)).filter((name) => name.startsWith('.backup-'))).toEqual([]))
afterAll(async () => {
  await portal.close()
  await rm(work, { recursive: true, force: true })
})

describe.each([['open', undefined], ['sealed', KEY]] as const)('a backup, %s', (_how, key) => {
  it('is made while reports come in, holds what was acknowledged before it began, and is found right', async () => {
    const before = (await lookOver(database())).tables.matters ?? 0
    const coming = Array.from({ length: 8 }, () => on.create())
    const { folder, manifest } = await backup({ key })
    await Promise.all(coming)
    expect(manifest.tables.matters).toBeGreaterThanOrEqual(before)
    expect(manifest.files.map(({ name }) => name)).toEqual(['portal.db', ...[...photos.keys()].sort(), 'media/长名字 的图.webp'])
    expect(await verify(folder, key)).toEqual(manifest)
  })

  it('tells which file was changed, cut, exchanged or taken away', async () => {
    const { folder } = await backup({ key })
    const [one = '', other = ''] = [...photos.keys()].map((name) => path.join(folder, key ? `${name}.sealed` : name))
    const kept = await readFile(one)
    const name = [...photos.keys()][0] ?? ''
    for (const at of [0, 7, 20, kept.length - 1]) {
      const changed = Buffer.from(kept)
      changed[at] = (changed[at] ?? 0) ^ 1
      await writeFile(one, changed)
      expect(await faultsOf(verify(folder, key)), `byte ${at}`).toContain(name)
    }
    for (const bytes of [kept.subarray(0, kept.length - 1), kept.subarray(0, 10), Buffer.alloc(0)]) {
      await writeFile(one, bytes)
      expect(await faultsOf(verify(folder, key)), `${bytes.length} bytes`).toContain(name)
    }
    await copyFile(other, one)
    expect(await faultsOf(verify(folder, key))).toContain(name)
    await rm(one)
    expect(await faultsOf(verify(folder, key))).toBe(`${name} is missing`)
    await writeFile(one, kept)
    expect(await faultsOf(verify(folder, key))).toBe('nothing wrong')
  })

  it('is put back into an empty folder, to the byte', async () => {
    const { folder, manifest } = await backup({ key })
    const dataDir = path.join(work, `restored-${String(Boolean(key))}`)
    const restored = await restoreBackup({ folder, key, dataDir, database: path.join(dataDir, 'portal.db'), replace: false, at: new Date() })
    expect(restored).toEqual({ manifest })
    for (const [name, bytes] of photos) expect((await readFile(path.join(dataDir, name))).equals(bytes)).toBe(true)
    expect(await readFile(path.join(dataDir, 'media', '长名字 的图.webp'), 'utf8')).toBe('a picture')
    expect(await lookOver(path.join(dataDir, 'portal.db'))).toMatchObject({ tables: manifest.tables, chains: manifest.chains })
  })
})

describe('a sealed backup', () => {
  it('shows nothing of what it holds, and opens with its own key alone', async () => {
    const { folder } = await backup({ key: KEY })
    const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)
    expect(names.every((name) => name.endsWith('.sealed'))).toBe(true)
    expect((await readFile(path.join(folder, 'portal.db.sealed'))).includes('SQLite format')).toBe(false)
    expect((await readFile(path.join(folder, 'manifest.json.sealed'))).includes('matters')).toBe(false)
    expect(await faultsOf(verify(folder))).toContain('set BACKUP_KEY')
    expect(await faultsOf(verify(folder, backupKey(randomBytes(32))))).toContain('manifest.json cannot be opened with this BACKUP_KEY')
  })

  it('is never the same twice', async () => {
    const [one, other] = [await backup({ key: KEY }), await backup({ key: KEY })]
    const name = `${[...photos.keys()][0]}.sealed`
    expect((await readFile(path.join(one.folder, name))).equals(await readFile(path.join(other.folder, name)))).toBe(false)
  })
})

describe('a backup', () => {
  const tampered = async (sql: string): Promise<string> => {
    const dir = await mkdtemp(path.join(work, 'tampered-'))
    await makeBackup({ dataDir: portal.dir, database: database(), into: dir, key: undefined, at: new Date(clock.at += 1000) })
    const copy = path.join(dir, (await readdir(dir))[0] ?? '', 'portal.db')
    const { $client } = drizzle({ connection: { url: `file:${copy}` } })
    await $client.execute('PRAGMA foreign_keys = OFF')
    await $client.execute(sql)
    $client.close()
    return faultsOf(makeBackup({ dataDir: path.join(work, 'elsewhere'), database: copy, into: path.join(dir, 'again'), key: undefined, at: new Date() }))
  }

  it.each([
    ['an entry of the audit log that was changed', `UPDATE audit_log SET action = 'x' WHERE seq = 3`, 'chain does not hold at entry 3'],
    ['one that was taken out', 'DELETE FROM audit_log WHERE seq = 2', 'chain does not hold at entry 2'],
    ['the last ones cut off', 'DELETE FROM audit_log WHERE seq > (SELECT max(seq) - 2 FROM audit_log)', 'chain does not hold at entry'],
    ['rows that point nowhere', 'DELETE FROM matter_types', 'point to rows that are not there'],
  ])('is not made of a database with %s, and says so', async (_what, sql, says) => expect(await tampered(sql)).toContain(says))

  it('leaves nothing behind when it cannot be made, and older ones stay', async () => {
    const into = path.join(work, 'few')
    const { folder } = await backup({ into })
    const broken = path.join(work, 'broken.db')
    await writeFile(broken, Buffer.concat([(await readFile(path.join(folder, 'portal.db'))).subarray(0, 60_000), randomBytes(60_000)]))
    await expect(makeBackup({ dataDir: portal.dir, database: broken, into, key: undefined, at: new Date(clock.at += 1000) })).rejects.toThrow()
    expect(await readdir(into)).toEqual([path.basename(folder)])
  })

  it('is not made where there is no database, and leaves none there', async () => {
    const dataDir = path.join(work, 'mistyped')
    expect(await faultsOf(makeBackup({ dataDir, database: path.join(dataDir, 'portal.db'), into: path.join(work, 'none'), key: undefined, at: new Date() }))).toContain('there is no database at')
    expect((await readdir(work)).filter((name) => name === 'mistyped' || name === 'none')).toEqual([])
  })

  it('removes older ones beyond the number that is kept, and nothing else', async () => {
    const into = path.join(work, 'rolling')
    await mkdir(path.join(into, 'portal-of-somebody'), { recursive: true })
    const made: string[] = []
    for (let index = 0; index < 4; index += 1) made.push(path.basename((await backup({ into, keep: 2 })).folder))
    expect((await readdir(into)).sort()).toEqual([...made.slice(2), 'portal-of-somebody'].sort())
  })

  it('without a manifest is none: it was cut off', async () => {
    const { folder } = await backup()
    await rm(path.join(folder, 'manifest.json'))
    expect(await faultsOf(verify(folder))).toContain('has no manifest')
  })

  it.each([
    ['a way out of the folder', (text: string): string => text.replace('"media/', '"media/../../'), 'manifest cannot be read'],
    ['another database than it says', (text: string): string => text.replace(/"matters": \d+/, '"matters": 0'), 'does not hold what the manifest says'],
    ['half a manifest', (text: string): string => text.slice(0, text.length / 2), 'manifest cannot be read'],
  ] as const)('with %s is refused', async (_what, change, says) => {
    const { folder } = await backup()
    const file = path.join(folder, 'manifest.json')
    await writeFile(file, change(await readFile(file, 'utf8')))
    expect(await faultsOf(verify(folder))).toContain(says)
  })
})

describe('putting back', () => {
  const put = async (dataDir: string, { replace = false, folder }: { replace?: boolean; folder?: string } = {}) =>
    restoreBackup({ folder: folder ?? (await backup()).folder, key: undefined, dataDir, database: path.join(dataDir, 'portal.db'), replace, at: new Date() })

  it('touches no portal that stands there unless it is told to, and none that runs', async () => {
    const files = (await readdir(portal.dir)).sort()
    expect(await faultsOf(put(portal.dir))).toContain('there is a portal')
    expect(await faultsOf(put(portal.dir, { replace: true }))).toContain('stop it first')
    expect((await readdir(portal.dir)).sort()).toEqual(files)
    expect((await on.create()).matter.id).not.toBe('')
  })

  it('puts aside what stood there, keys excepted, and removes nothing', async () => {
    const dataDir = path.join(work, 'standing')
    await cp((await backup()).folder, dataDir, { recursive: true })
    await mkdir(path.join(dataDir, 'keys'))
    await writeFile(path.join(dataDir, 'attachments', 'old.jpg'), 'old')
    const { aside = '' } = await put(dataDir, { replace: true })
    expect((await readdir(aside)).sort()).toEqual(['attachments', 'media', 'portal.db'])
    expect((await stat(path.join(aside, 'attachments', 'old.jpg'))).isFile()).toBe(true)
    expect((await readdir(dataDir)).filter((name) => !name.startsWith('before-restore') && !name.startsWith('manifest')).sort()).toEqual(['attachments', 'keys', 'media', 'portal.db'])
  })

  it('of a backup with a fault leaves everything as it was', async () => {
    const { folder } = await backup()
    await rm(path.join(folder, [...photos.keys()][1] ?? ''))
    const dataDir = path.join(work, 'untouched')
    expect(await faultsOf(put(dataDir, { folder }))).toContain('is missing')
    expect(await readdir(dataDir)).toEqual([])
  })
})
