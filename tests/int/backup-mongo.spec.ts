import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AUDIT_LOG, dumpTo } from '@/db/mongoDump'
import { emptyCollections, isHalfMoved } from '@/db/mongoMove'
import { portalOf } from '@/db/portal'
import { countRows, findRow, updateRowIf } from '@/db/rows'
import { makeBackup } from '@/services/backup/make'
import { lookOverDump } from '@/services/backup/mongo/lookOver'
import { restoreMongo } from '@/services/backup/mongo/restore'
import { backupKey } from '@/services/backup/seal'
import { forgetOfficeModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { bookFaults } from '../helpers/books'
import { onMongo } from '../helpers/engine'
import { driver } from '../helpers/matters'
import { openPortal, type TestPortal } from '../helpers/portal'

const KEY = backupKey(randomBytes(32))

describe.runIf(onMongo())('a backup of a portal on MongoDB', () => {
  let portal: TestPortal
  let matter: string
  let folder: string
  let minute = 0
  const on = driver(() => portal.payload)
  const at = () => new Date(Date.now() + (minute += 1) * 60_000)
  const back = (key?: Buffer) => makeBackup({ dataDir: portal.dir, database: { dumpTo: (file) => dumpTo(portal.payload, file) }, into: path.join(portal.dir, 'backups'), key, at: at() })
  const restore = (from: string, { key = KEY as Buffer | undefined, replace = true } = {}) => restoreMongo({ folder: from, key, dataDir: portal.dir, payload: portal.payload, replace, at: at() })

  beforeAll(async () => {
    portal = await openPortal()
    matter = (await on.create({ text: '楼门口的井盖松了，走路会绊一下' })).matter.id
    await mkdir(path.join(portal.dir, 'attachments'), { recursive: true })
    await writeFile(path.join(portal.dir, 'attachments', 'a.webp'), 'a photo')
  })
  afterAll(() => portal?.close())

  it('is a folder, sealed, with every row, every photo and the chain of the audit log', async () => {
    const made = await back(KEY)
    folder = made.folder
    expect(made.manifest.tables).toMatchObject({ matters: 1, offices: 1 })
    expect(made.manifest.tables[AUDIT_LOG]).toBe(await countRows(portal, SLUG.audit))
    expect(portal.payload.db.collections[SLUG.audit]?.collection.name).toBe(AUDIT_LOG)
    expect(made.manifest.chains).toHaveLength(1)
    expect(Object.keys(made.manifest.tables).filter((name) => name.startsWith('portal-shared'))).toEqual([])
    expect((await readdir(folder)).sort()).toEqual(['attachments', 'manifest.json.sealed', 'portal.bson.sealed'])
    expect((await readFile(path.join(folder, 'portal.bson.sealed'))).includes('井盖')).toBe(false)
  })

  it('is put back whole: what came later is put aside, and the portal goes on from there', async () => {
    const before = await findRow(portal, SLUG.matters, { where: { id: { equals: matter } } })
    await on.create({ text: '备份之后才来的一件，应当放到一边' })
    await updateRowIf(portal, SLUG.matters, { id: { equals: matter } }, { step: 'elsewhere' })
    await expect(restore(folder, { replace: false })).rejects.toThrow(/--replace/)
    await expect(restore(folder, { key: backupKey(randomBytes(32)) })).rejects.toThrow()
    expect(await countRows(portal, SLUG.matters)).toBe(2)
    const { aside, manifest } = await restore(folder)
    expect(manifest.tables.matters).toBe(1)
    expect((await lookOverDump(path.join(aside ?? '', 'portal.bson'))).tables.matters).toBe(2)
    expect(await findRow(portal, SLUG.matters, { where: { id: { equals: matter } } })).toEqual(before)
    expect(await readFile(path.join(portal.dir, 'attachments', 'a.webp'), 'utf8')).toBe('a photo')
    expect(await isHalfMoved(portal.payload)).toBe(false)
    forgetOfficeModel()
    await on.create({ text: '恢复之后新来的一件，接着办理' })
    expect(await bookFaults(portal.payload)).toEqual([])
  })

  it('is not put back under a portal that runs', async () => {
    const { words } = portalOf(portal.payload).shared
    const now = at().getTime()
    await words.agree({ name: 'key session', text: 'x', at: now, until: now + 600_000 })
    await expect(restore(folder)).rejects.toThrow(/runs on this database/)
    minute += 20
  })

  it('that broke off while it was put back keeps every portal from starting, and is put back again', async () => {
    const { collection } = portal.payload.db.connection.db!
    const own = portal.payload.db.connection.db!
    own.collection = ((name: string, ...rest: []) => {
      const found = collection.call(own, name, ...rest)
      return name === SLUG.matters ? Object.assign(found, { insertMany: () => Promise.reject(new Error('the cable was pulled')) }) : found
    }) as typeof collection
    await expect(restore(folder)).rejects.toThrow('cable')
    own.collection = collection
    expect(await isHalfMoved(portal.payload)).toBe(true)
    await emptyCollections(portal.payload)
    await restore(folder, { replace: false })
    expect([await isHalfMoved(portal.payload), await countRows(portal, SLUG.matters)]).toEqual([false, 1])
  })

  it('is refused where an entry of the audit log was changed, taken out or added, and where the file is cut', async () => {
    const log = portal.payload.db.connection.db!.collection<{ _id: string; seq: number; action: string }>(AUDIT_LOG)
    const entry = (await log.findOne({ seq: 2 }))!
    await log.updateOne({ _id: entry._id }, { $set: { action: 'else' } })
    await expect(back()).rejects.toThrow(/does not hold at entry 2/)
    await log.deleteOne({ _id: entry._id })
    await expect(back()).rejects.toThrow(/does not hold at entry 2/)
    await log.insertOne(entry)
    const { folder: plain } = await back()
    const file = path.join(plain, 'portal.bson')
    await truncate(file, (await readFile(file)).length - 7)
    await expect(lookOverDump(file)).rejects.toThrow(/cannot be read/)
    await expect(restore(plain, { key: undefined })).rejects.toThrow(/portal\.bson/)
  })
})
