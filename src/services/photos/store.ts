import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { toDomainError } from '@/db/faults'
import { DomainError } from '@/domain/errors'
import { env } from '@/lib/env'

const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/

/** Files that are shown, and apart from them the originals of those that were covered since. */
const root = (folder: 'attachments' | 'originals' = 'attachments'): string => path.join(env().DATA_DIR, folder)

const folderOf = (id: string, within?: 'originals'): string => {
  if (!ID.test(id)) throw new DomainError('notFound')
  return path.join(root(within), id.slice(-2))
}

const fileOf = (id: string, revision = 0): string => path.join(folderOf(id), revision > 0 ? `${id}.${revision}.jpg` : `${id}.jpg`)

const originalOf = (id: string): string => path.join(folderOf(id, 'originals'), `${id}.jpg`)

// a name is kept by its folder; Windows does that by itself
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const writeWhole = async (target: string, bytes: Buffer): Promise<void> => {
  const part = `${target}.part`
  try {
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    const handle = await open(part, 'w', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, target)
    await syncFolder(path.dirname(target))
  } catch (error) {
    await rm(part, { force: true })
    throw toDomainError(error)
  }
}

/** Writes the bytes durably (file and name) before anything refers to them; each covering of a photo has a file of its own. Errors: `storageFull`, `unwritable`. */
export const storeBytes = async (id: string, bytes: Buffer, revision = 0): Promise<{ file: string; sha256: string }> => {
  const target = fileOf(id, revision)
  await writeWhole(target, bytes)
  return { file: path.relative(root(), target), sha256: createHash('sha256').update(bytes).digest('hex') }
}

const bytesAt = async (file: string): Promise<Buffer> => {
  try {
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new DomainError('notFound')
    throw error
  }
}

/** The bytes of a stored photo as they may be shown: covered where it was covered. Errors: `notFound` when they are gone. */
export const readBytes = (id: string, revision?: number | null): Promise<Buffer> => bytesAt(fileOf(id, revision ?? 0))

/** Puts the bytes of a photo that is covered for the first time apart, durably. */
export const keepOriginal = (id: string, bytes: Buffer): Promise<void> => writeWhole(originalOf(id), bytes)

/** A photo as it came in, where it was covered since. For those alone who may see originals. Errors: `notFound`. */
export const readOriginal = (id: string): Promise<Buffer> => bytesAt(originalOf(id))

/** Removes one covering's file, when another took its place. */
export const removeRevision = (id: string, revision: number): Promise<void> => rm(fileOf(id, revision), { force: true })

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** Removes every file of a photo: what is shown, what was, and the original. */
export const removeBytes = async (id: string): Promise<void> => {
  const folder = folderOf(id)
  for (const name of await namesIn(folder)) if (name.startsWith(`${id}.`)) await rm(path.join(folder, name), { force: true })
  await rm(originalOf(id), { force: true })
}
