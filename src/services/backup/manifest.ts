import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { BackupFault } from './fault'
import { isFile } from './files'
import { sealFile, unsealFile, type Key } from './seal'

const FORMAT = 'street-office-portal-backup'
const VERSION = 1

const measured = { bytes: z.number().int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }

/** A name below the backup's folder: no way out of it. */
const fileName = z.string().regex(/^(?:portal\.(?:db|bson)|(?:attachments|media)\/[^\0\\]+)$/).refine((name) => !name.split('/').some((part) => part === '' || part === '.' || part === '..'))

const manifest = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  at: z.iso.datetime(),
  files: z.array(z.strictObject({ name: fileName, ...measured })),
  tables: z.record(z.string(), z.number().int().min(0)),
  migrations: z.array(z.string()),
  chains: z.array(z.strictObject({ office: z.string(), seq: z.number().int().min(0) })),
})

/** What a backup says of itself: when, every file with size and digest, and what the database held. */
export type Manifest = z.output<typeof manifest>

const PLAIN = 'manifest.json'
const SEALED = 'manifest.json.sealed'

/** Where a file of a backup stands in its folder. */
export const placeOf = (folder: string, name: string, key: Key): string => path.join(folder, key ? `${name}.sealed` : name)

/** Writes the manifest, as the last file of a backup. `scratch`: a folder for what must not lie about. */
export const writeManifest = async (folder: string, { key, scratch, ...content }: { key: Key; scratch: string } & Omit<Manifest, 'format' | 'version'>): Promise<void> => {
  const from = path.join(scratch, PLAIN)
  await writeFile(from, `${JSON.stringify({ format: FORMAT, version: VERSION, ...content }, null, 2)}\n`, { mode: 0o600 })
  await sealFile({ from, to: placeOf(folder, PLAIN, key), name: PLAIN, key })
  await rm(from)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Reads what a backup says of itself. Errors: `BackupFault` when the folder is none, sealed without a key at hand, or of another version. */
export const readManifest = async (folder: string, { key, scratch }: { key: Key; scratch: string }): Promise<{ manifest: Manifest; key: Key }> => {
  const sealed = await isFile(path.join(folder, SEALED))
  if (!sealed && !(await isFile(path.join(folder, PLAIN)))) throw new BackupFault(`${folder} is no backup: it has no manifest. A backup that was cut off while it was made has none either`)
  if (sealed && !key) throw new BackupFault(`${folder} is sealed: set BACKUP_KEY to the key it was made with`)
  const own = sealed ? key : undefined
  const to = path.join(scratch, PLAIN)
  await unsealFile({ from: placeOf(folder, PLAIN, own), to, name: PLAIN, key: own })
  const read = manifest.safeParse(parsed(await readFile(to, 'utf8')))
  await rm(to)
  if (!read.success) throw new BackupFault(`${folder}: its manifest cannot be read, or a newer portal made it`)
  return { manifest: read.data, key: own }
}
