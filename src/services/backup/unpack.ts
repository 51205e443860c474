import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { lookOver, type Holding } from './database'
import { BackupFault } from './fault'
import { unlessGone } from './files'
import { placeOf, readManifest, type Manifest } from './manifest'
import { lookOverDump } from './mongo/lookOver'
import { measureFile, unsealFile, type Key, type Measured } from './seal'

/** The database's name in a backup of a portal on SQLite, and of one on MongoDB. */
export const DATABASE = 'portal.db'
export const DUMP = 'portal.bson'

const isDatabase = (name: string): boolean => name === DATABASE || name === DUMP

/** Looks over what a backup has of the database. Errors: `BackupFault`. */
export const lookOverCopy = (file: string): Promise<Holding> => (path.basename(file) === DUMP ? lookOverDump(file) : lookOver(file))

type Asked = { folder: string; key: Key; /** A folder for what is taken out of the backup. */ scratch: string; /** Whether the files are wanted, or only looked at. */ keep: boolean }

const MOST = 20

const faultOf = ({ name, bytes, sha256 }: Manifest['files'][number], found: Measured | undefined): string | undefined => {
  if (!found) return `${name} is missing`
  return found.bytes === bytes && found.sha256 === sha256 ? undefined : `${name} is not what was put into the backup`
}

const refuse = (faults: readonly string[]): void => {
  if (faults.length > 0) throw new BackupFault(...faults.slice(0, MOST), ...(faults.length > MOST ? [`and ${faults.length - MOST} more`] : []))
}

/**
 * Opens a backup and holds everything in it against its manifest: every file's seal and digest, the database's soundness, its references, rows by table,
 * migrations and audit chains. Leaves the database in `scratch`, and the other files too where they are wanted. Errors: `BackupFault`, a line for each fault.
 */
export const unpack = async ({ folder, key: given, scratch, keep }: Asked): Promise<Manifest> => {
  const { manifest, key } = await readManifest(folder, { key: given, scratch })
  const faults: string[] = []
  for (const file of manifest.files) {
    const copy = { from: placeOf(folder, file.name, key), to: path.join(scratch, file.name), name: file.name, key }
    const wanted = keep || isDatabase(file.name)
    const fault = await unlessGone(wanted ? unsealFile(copy) : measureFile(copy)).then((found) => faultOf(file, found), (error: unknown) => {
      if (error instanceof BackupFault) return error.message
      throw error
    })
    if (fault) faults.push(fault)
  }
  const database = manifest.files.find(({ name }) => isDatabase(name))?.name
  if (!database) faults.push(`${DATABASE} is missing`)
  refuse(faults)
  const { tables, migrations, chains } = await lookOverCopy(path.join(scratch, database ?? DATABASE))
  if (!isDeepStrictEqual({ tables, migrations, chains }, { tables: manifest.tables, migrations: manifest.migrations, chains: manifest.chains })) {
    throw new BackupFault('the database does not hold what the manifest says of it')
  }
  return manifest
}
