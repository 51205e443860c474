import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { BackupFault } from './fault'

/** The key of sealed backups; undefined: files are copied as they are. */
export type Key = Buffer | undefined

/** What a file holds when it is not sealed. */
export type Measured = { bytes: number; sha256: string }

const CIPHER = 'aes-256-gcm'
const MAGIC = Buffer.from('SOPB1\n')
const NONCE = 12
const TAG = 16

/** A key of 32 bytes out of a secret of at least as many. */
export const backupKey = (secret: Buffer): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'portal-backup-1', 32))

type Chunks = AsyncIterable<Buffer>

/** A file's bytes, opened only when the first are asked for. */
const bytesOf = async function* (file: string, range: { start?: number; end?: number } = {}): Chunks {
  yield* createReadStream(file, range) as Chunks
}

/** Writes chunks to a new file, durably: it has its name only when it is whole. */
const writeWhole = async (file: string, chunks: Chunks): Promise<void> => {
  const part = `${file}.part`
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(part, 'w', 0o600)
  try {
    try {
      for await (const chunk of chunks) await handle.write(chunk)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

const measuring = () => {
  const hash = createHash('sha256')
  let bytes = 0
  return {
    async *through(chunks: Chunks): Chunks {
      for await (const chunk of chunks) {
        hash.update(chunk)
        bytes += chunk.length
        yield chunk
      }
    },
    result: (): Measured => ({ bytes, sha256: hash.digest('hex') }),
  }
}

const sealed = async function* (chunks: Chunks, { name, key }: { name: string; key: Buffer }): Chunks {
  const nonce = randomBytes(NONCE)
  // The name is bound in: a sealed file cannot stand in another's place.
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name))
  yield Buffer.concat([MAGIC, nonce])
  for await (const chunk of chunks) yield cipher.update(chunk)
  yield cipher.final()
  yield cipher.getAuthTag()
}

type Copy = { from: string; to: string; /** The file's name within the backup. */ name: string; key: Key }

/** Copies a file into a backup, sealed with AES-256-GCM where there is a key. Returns what it held. */
export const sealFile = async ({ from, to, name, key }: Copy): Promise<Measured> => {
  const { through, result } = measuring()
  const plain = through(bytesOf(from))
  await writeWhole(to, key ? sealed(plain, { name, key }) : plain)
  return result()
}

const broken = (name: string): BackupFault => new BackupFault(`${name} cannot be opened with this BACKUP_KEY: another key sealed it, or it was changed since`)

const headOf = async (file: string, name: string): Promise<{ nonce: Buffer; tag: Buffer; end: number }> => {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    if (size < MAGIC.length + NONCE + TAG) throw broken(name)
    const [head, tag] = [Buffer.alloc(MAGIC.length + NONCE), Buffer.alloc(TAG)]
    await handle.read(head, 0, head.length, 0)
    await handle.read(tag, 0, TAG, size - TAG)
    if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw broken(name)
    return { nonce: head.subarray(MAGIC.length), tag, end: size - TAG - 1 }
  } finally {
    await handle.close()
  }
}

const opened = async function* (file: string, { name, key }: { name: string; key: Buffer }): Chunks {
  const { nonce, tag, end } = await headOf(file, name)
  const decipher = createDecipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name)).setAuthTag(tag)
  const start = MAGIC.length + NONCE
  if (end >= start) for await (const chunk of bytesOf(file, { start, end })) yield decipher.update(chunk)
  try {
    yield decipher.final()
  } catch {
    // The only thing that can go wrong here is that the tag does not fit.
    throw broken(name)
  }
}

const plainOf = (file: string, { name, key }: { name: string; key: Key }): Chunks => (key ? opened(file, { name, key }) : bytesOf(file))

/** Copies a file out of a backup; nothing of it has a name before its seal was found whole. Returns what it holds. Errors: `BackupFault`. */
export const unsealFile = async ({ from, to, name, key }: Copy): Promise<Measured> => {
  const { through, result } = measuring()
  await writeWhole(to, through(plainOf(from, { name, key })))
  return result()
}

/** Reads a file of a backup without keeping it. Errors: `BackupFault`. */
export const measureFile = async ({ from, name, key }: Omit<Copy, 'to'>): Promise<Measured> => {
  const { through, result } = measuring()
  const chunks = through(plainOf(from, { name, key }))[Symbol.asyncIterator]()
  while (!(await chunks.next()).done);
  return result()
}
