import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { isInUse } from './database'
import { BackupFault, storageFault } from './fault'
import { FILE_FOLDERS, isThere, moveTo } from './files'
import type { Manifest } from './manifest'
import { withScratch } from './scratch'
import type { Key } from './seal'
import { DATABASE, unpack } from './unpack'

type Restoring = { folder: string; key: Key; dataDir: string; database: string; /** Whether a portal that stands there is put aside. */ replace: boolean; at: Date }

/** What was put back, and where that which stood there lies now. */
export type Restored = { manifest: Manifest; aside?: string }

const standing = async ({ dataDir, database }: Restoring): Promise<string[]> => {
  const places = [database, `${database}-wal`, `${database}-shm`, ...FILE_FOLDERS.map((name) => path.join(dataDir, name))]
  const found: string[] = []
  for (const place of places) if (await isThere(place)) found.push(place)
  return found
}

const free = async (restoring: Restoring): Promise<string[]> => {
  const found = await standing(restoring)
  if (!found.includes(restoring.database)) return found
  if (!restoring.replace) throw new BackupFault(`there is a portal in ${restoring.dataDir} already: name an empty DATA_DIR, or say --replace; what stands there is put aside, not removed`)
  if (await isInUse(restoring.database)) throw new BackupFault('the portal runs on this database: stop it first')
  return found
}

const putAside = async (found: readonly string[], { dataDir, at }: Restoring): Promise<string | undefined> => {
  if (found.length === 0) return undefined
  const aside = path.join(dataDir, `before-restore-${at.toISOString().replace(/[-:]|\.\d+/g, '')}`)
  await mkdir(aside, { mode: 0o700 })
  for (const place of found) await moveTo(place, path.join(aside, path.basename(place)))
  return aside
}

/**
 * Puts a backup into the place of a portal's data, after all of it was opened and found right: until then nothing is touched. Keys are not in a
 * backup and stay as they are. Errors: `BackupFault`.
 */
export const restoreBackup = (restoring: Restoring): Promise<Restored> =>
  withScratch(restoring.dataDir, async (scratch) => {
    const { folder, key, dataDir, database } = restoring
    await free(restoring)
    const manifest = await unpack({ folder, key, scratch, keep: true }).catch((error: unknown) => { throw storageFault(error, dataDir) })
    if (!manifest.files.some(({ name }) => name === DATABASE)) throw new BackupFault('this backup is of a portal on MongoDB: set DATABASE_URI to one')
    const aside = await putAside(await free(restoring), restoring)
    for (const name of FILE_FOLDERS) if (await isThere(path.join(scratch, name))) await moveTo(path.join(scratch, name), path.join(dataDir, name))
    await mkdir(path.dirname(database), { recursive: true })
    // The database last: a portal without it is plainly not put back yet, and the same command does it again.
    await moveTo(path.join(scratch, DATABASE), database)
    return { manifest, ...(aside ? { aside } : {}) }
  })
