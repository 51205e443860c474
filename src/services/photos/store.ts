import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { DomainError } from '@/domain/errors'
import { env } from '@/lib/env'

const root = (): string => path.join(env().DATA_DIR, 'attachments')

const fileOf = (id: string): string => {
  if (!/^[0-9A-HJKMNP-TV-Z]{26}$/.test(id)) throw new DomainError('notFound')
  return path.join(root(), id.slice(-2), `${id}.jpg`)
}

const isFull = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')

/** Writes the bytes durably (file and name) before anything refers to them. Errors: `storageFull`. */
export const storeBytes = async (id: string, bytes: Buffer): Promise<{ file: string; sha256: string }> => {
  const target = fileOf(id)
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
  } catch (error) {
    await rm(part, { force: true })
    throw isFull(error) ? new DomainError('storageFull') : error
  }
  return { file: path.relative(root(), target), sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** The bytes of a stored photo. Errors: `notFound` when they are gone. */
export const readBytes = async (id: string): Promise<Buffer> => {
  try {
    return await readFile(fileOf(id))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new DomainError('notFound')
    throw error
  }
}

export const removeBytes = (id: string): Promise<void> => rm(fileOf(id), { force: true })
