import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Payload } from 'payload'
import { dumpTo } from '../src/db/mongoDump'
import { env } from '../src/lib/env'
import { makeBackup, type Made } from '../src/services/backup/make'
import type { Manifest } from '../src/services/backup/manifest'
import { restoreMongo } from '../src/services/backup/mongo/restore'
import { restoreBackup, type Restored } from '../src/services/backup/restore'
import { withScratch } from '../src/services/backup/scratch'
import { isOnMongo, keyOf, sqliteFile } from '../src/services/backup/settings'
import { unpack } from '../src/services/backup/unpack'
import { elapsed, Fault, runMain, say } from './lib/say.mjs'
import { loadSettings } from './lib/settings.mjs'

const HELP = `npm run backup -- [--into FOLDER] [--keep NUMBER]   copies the portal, while it runs, into a new folder below FOLDER (../portal-backups)
  npm run backup:verify -- FOLDER                     opens a backup and looks everything in it over
  npm run restore -- FOLDER [--replace]               puts a backup into DATA_DIR; --replace puts aside what stands there
  BACKUP_KEY seals backups; see docs/operations.md`

const OPTIONS = { into: { type: 'string' }, keep: { type: 'string' }, replace: { type: 'boolean', default: false } } as const

type Given = { into?: string; keep?: string; replace: boolean; folder?: string }

const readGiven = (): { verb: string; given: Given } => {
  try {
    const { values, positionals: [verb = '', folder] } = parseArgs({ allowPositionals: true, options: OPTIONS })
    return { verb, given: { ...values, ...(folder === undefined ? {} : { folder: path.resolve(folder) }) } }
  } catch (error) {
    throw new Fault(`${error instanceof Error ? error.message : String(error)}\n  ${HELP}`)
  }
}

const holds = ({ files, tables, chains }: Manifest): string =>
  [`${tables.matters ?? 0} matters`, `${files.length - 1} photos and pictures`, `${chains.reduce((sum, { seq }) => sum + seq, 0)} entries of the audit log, their chain whole`].join(', ')

const keepOf = ({ keep }: Given): number | undefined => {
  if (keep === undefined) return undefined
  if (!/^[1-9]\d{0,3}$/.test(keep)) throw new Fault(`--keep must be a whole number from 1, but is "${keep}"`)
  return Number(keep)
}

const folderOf = ({ folder }: Given): string => {
  if (folder === undefined) throw new Fault(`Which backup?\n  ${HELP}`)
  return folder
}

const here = () => ({ dataDir: env().DATA_DIR, key: keyOf(), at: new Date() })

/** Payload is read only where it is needed: it takes a while, and a portal on SQLite may be running. */
const withMongo = async <T>(work: (payload: Payload) => Promise<T>): Promise<T> => {
  const [{ getPayload }, { default: config }] = [await import('payload'), await import('../src/payload.config')]
  const payload = await getPayload({ config, disableOnInit: true })
  try {
    return await work(payload)
  } finally {
    await payload.destroy()
  }
}

const made = (given: Given): Promise<Made> => {
  const asked = { ...here(), into: path.resolve(given.into ?? path.join('..', 'portal-backups')), keep: keepOf(given) }
  if (!isOnMongo()) return makeBackup({ ...asked, database: sqliteFile() })
  return withMongo((payload) => makeBackup({ ...asked, database: { dumpTo: (file) => dumpTo(payload, file) } }))
}

const restored = (given: Given): Promise<Restored> => {
  const asked = { ...here(), folder: folderOf(given), replace: given.replace }
  return isOnMongo() ? withMongo((payload) => restoreMongo({ ...asked, payload })) : restoreBackup({ ...asked, database: sqliteFile() })
}

const make = async (given: Given): Promise<void> => {
  const { folder, manifest, removed } = await made(given)
  say(`✓ ${folder}: ${keyOf() ? 'sealed' : 'NOT sealed; set BACKUP_KEY where others can read it'}`)
  say(`  ${holds(manifest)}; read back and found right`)
  if (removed.length > 0) say(`  older ones removed: ${removed.join(', ')}`)
}

const verify = async (given: Given): Promise<void> => {
  const folder = folderOf(given)
  const manifest = await withScratch(env().DATA_DIR, (scratch) => unpack({ folder, key: keyOf(), scratch, keep: false }))
  say(`✓ ${folder}, made ${manifest.at}: ${holds(manifest)}`)
}

const restore = async (given: Given): Promise<void> => {
  const { manifest, aside } = await restored(given)
  say(`✓ ${env().DATA_DIR} stands as of ${manifest.at}: ${holds(manifest)}`)
  if (aside) say(`  what stood there lies in ${aside}`)
  say('  Keys are in no backup: put those of that time into keys/ before the portal starts')
}

const VERBS = new Map([['make', make], ['verify', verify], ['restore', restore]])

await runMain(async () => {
  const begun = performance.now()
  loadSettings()
  const { verb, given } = readGiven()
  const work = VERBS.get(verb)
  if (!work) throw new Fault(HELP)
  await work(given)
  say(`  ${elapsed(performance.now() - begun)}`)
})
