import { cp, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Folders below DATA_DIR whose files belong to what the database says. Keys are no part of a backup: they are kept apart from it. */
export const FILE_FOLDERS = ['attachments', 'originals', 'media', 'files'] as const

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Every file below the folders, by its name with slashes, in order. What is still being written is left out. */
export const filesIn = async (dataDir: string): Promise<string[]> => {
  const found: string[] = []
  for (const folder of FILE_FOLDERS) {
    try {
      const entries = await readdir(path.join(dataDir, folder), { recursive: true, withFileTypes: true })
      for (const entry of entries) if (entry.isFile() && !entry.name.endsWith('.part')) found.push(path.relative(dataDir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    } catch (error) {
      if (!isGone(error)) throw error
    }
  }
  return found.sort()
}

/** The result of work on a file; undefined when it was erased in this moment. */
export const unlessGone = async <T>(work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}

/** Whether something stands there. */
export const isThere = async (place: string): Promise<boolean> => (await unlessGone(stat(place))) !== undefined

/** Whether a file stands there. */
export const isFile = async (place: string): Promise<boolean> => (await unlessGone(stat(place)))?.isFile() === true

/** Moves a file or a folder, to another disk if need be: it has its name there only when it is whole. */
export const moveTo = async (from: string, to: string): Promise<void> => {
  try {
    await rename(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    await cp(from, `${to}.part`, { recursive: true })
    await rename(`${to}.part`, to)
    await rm(from, { recursive: true })
  }
}
