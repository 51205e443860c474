import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { dumpTo, loadFrom } from '@/db/mongoDump'
import { beginMove, emptyCollections, endMove, filledCollections, isHalfMoved, isServed } from '@/db/mongoMove'
import { BackupFault } from '../fault'
import { FILE_FOLDERS, isThere, moveTo } from '../files'
import type { Restored } from '../restore'
import { withScratch } from '../scratch'
import type { Key } from '../seal'
import { DUMP, unpack } from '../unpack'

type Restoring = { folder: string; key: Key; dataDir: string; payload: Payload; /** Whether a portal that stands there is put aside. */ replace: boolean; at: Date }

const standing = async ({ payload, dataDir }: Restoring): Promise<string[]> => {
  const found = (await filledCollections(payload)).length > 0 ? ['database'] : []
  for (const name of FILE_FOLDERS) if (await isThere(path.join(dataDir, name))) found.push(name)
  return found
}

const free = async (restoring: Restoring): Promise<string[]> => {
  const { payload, dataDir, replace, at } = restoring
  if (await isServed(payload, at)) throw new BackupFault('a portal runs on this database, or ran within the last two minutes: stop it first, and wait')
  const found = await standing(restoring)
  if (found.length > 0 && !replace && !(await isHalfMoved(payload))) throw new BackupFault(`there is a portal in this database or in ${dataDir} already: name empty ones, or say --replace; what stands there is put aside, not removed`)
  return found
}

const putAside = async (found: readonly string[], { dataDir, payload, at }: Restoring): Promise<string | undefined> => {
  if (found.length === 0) return undefined
  const aside = path.join(dataDir, `before-restore-${at.toISOString().replace(/[-:]|\.\d+/g, '')}`)
  await mkdir(aside, { mode: 0o700 })
  if (found.includes('database')) await dumpTo(payload, path.join(aside, DUMP))
  for (const name of FILE_FOLDERS) if (found.includes(name)) await moveTo(path.join(dataDir, name), path.join(aside, name))
  return aside
}

/**
 * Puts a backup of a portal on MongoDB into the place of its database and files, after all of it was opened and found right: until then nothing is touched. Until
 * it is whole no portal starts on that database, and the same command does it again. Keys stay as they are. Errors: `BackupFault`.
 */
export const restoreMongo = (restoring: Restoring): Promise<Restored> =>
  withScratch(restoring.dataDir, async (scratch) => {
    const { folder, key, dataDir, payload } = restoring
    await free(restoring)
    const manifest = await unpack({ folder, key, scratch, keep: true })
    if (!manifest.files.some(({ name }) => name === DUMP)) throw new BackupFault('this backup is of a portal on SQLite: restore it there, and move it with npm run move')
    const aside = await putAside(await free(restoring), restoring)
    if (!(await isHalfMoved(payload))) await beginMove(payload)
    await emptyCollections(payload)
    await loadFrom(payload, path.join(scratch, DUMP))
    for (const name of FILE_FOLDERS) if (await isThere(path.join(scratch, name))) await moveTo(path.join(scratch, name), path.join(dataDir, name))
    await endMove(payload)
    return { manifest, ...(aside ? { aside } : {}) }
  })
