import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { copyDatabase } from './database'
import { BackupFault, storageFault } from './fault'
import { filesIn, isFile, unlessGone } from './files'
import { placeOf, writeManifest, type Manifest } from './manifest'
import { withScratch } from './scratch'
import { sealFile, type Key } from './seal'
import { DATABASE, DUMP, lookOverCopy, unpack } from './unpack'

const NAME = /^portal-\d{8}T\d{6}Z$/
const PARTIAL = '.partial'

const nameAt = (at: Date): string => `portal-${at.toISOString().replace(/[-:]|\.\d+/g, '')}`

/** Where the rows come from: a file of SQLite, or whatever writes a dump of a MongoDB. */
export type Source = string | { dumpTo: (file: string) => Promise<void> }

type Making = { dataDir: string; database: Source; into: string; key: Key; at: Date; /** How many backups to keep in the folder, this one among them; undefined: all. */ keep?: number }

/** What a backup came to: its folder, and what it holds. */
export type Made = { folder: string; manifest: Manifest; removed: string[] }

const fill = async (folder: string, { dataDir, database, key, at }: Making, scratch: string): Promise<void> => {
  const name = typeof database === 'string' ? DATABASE : DUMP
  const copy = path.join(scratch, name)
  // First the database, then the files: what came later than the copy is a file nobody speaks of, and never a row without its file.
  await (typeof database === 'string' ? copyDatabase(database, copy) : database.dumpTo(copy))
  const holding = await lookOverCopy(copy)
  const files: Manifest['files'] = [{ name, ...(await sealFile({ from: copy, to: placeOf(folder, name, key), name, key })) }]
  await rm(copy)
  for (const file of await filesIn(dataDir)) {
    const measured = await unlessGone(sealFile({ from: path.join(dataDir, file), to: placeOf(folder, file, key), name: file, key }))
    if (measured) files.push({ name: file, ...measured })
  }
  await writeManifest(folder, { key, scratch, at: at.toISOString(), files, ...holding })
}

const older = async (into: string, keep: number): Promise<string[]> => (await readdir(into)).filter((name) => NAME.test(name)).sort().reverse().slice(keep)

const make = async (making: Making): Promise<Made> => {
  const { dataDir, database, into, key, at, keep } = making
  if (typeof database === 'string' && !(await isFile(database))) throw new BackupFault(`there is no database at ${database}: is DATA_DIR the portal's?`)
  const folder = path.join(into, nameAt(at))
  const partial = `${folder}${PARTIAL}`
  await mkdir(into, { recursive: true, mode: 0o700 })
  try {
    await mkdir(partial, { mode: 0o700 })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw new BackupFault(`${partial} is there already: another backup is being made, or was cut off; remove it then`)
    throw error
  }
  try {
    const manifest = await withScratch(dataDir, async (scratch) => {
      await fill(partial, making, scratch)
      return unpack({ folder: partial, key, scratch, keep: false })
    })
    await rename(partial, folder)
    const removed = keep === undefined ? [] : await older(into, keep)
    for (const name of removed) await rm(path.join(into, name), { recursive: true })
    return { folder, manifest, removed }
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}

/**
 * Makes a backup of a portal while it runs: a consistent copy of the database, looked over before and after, with photos and pictures, into
 * a new folder below `into`, which has its name only when everything in it was read back and found right. Older ones beyond `keep` go afterwards.
 * Errors: `BackupFault`; nothing is left behind then, and older backups stay.
 */
export const makeBackup = async (making: Making): Promise<Made> => {
  try {
    return await make(making)
  } catch (error) {
    throw storageFault(error, making.into, making.dataDir)
  }
}
