import path from 'node:path'
import { parseArgs } from 'node:util'
import { getPayload } from 'payload'
import { secondAdapter } from '../src/db/adapter'
import { env, resetEnv } from '../src/lib/env'
import { copyDatabase, isInUse } from '../src/services/backup/database'
import { isFile } from '../src/services/backup/files'
import { withScratch } from '../src/services/backup/scratch'
import { sqliteFile } from '../src/services/backup/settings'
import { elapsed, Fault, runMain, say } from './lib/say.mjs'
import { loadSettings } from './lib/settings.mjs'

const HELP = `npm run move -- --to mongodb://…   moves the portal from SQLite into an empty MongoDB, while it does not run
  MOVE_TO in the environment instead of --to keeps a password out of the list of processes; see docs/operations.md`

const targetOf = (): string => {
  try {
    const to = parseArgs({ options: { to: { type: 'string' } } }).values.to ?? process.env.MOVE_TO
    if (!to || !/^mongodb(?:\+srv)?:\/\//.test(to)) throw new Fault(`Where to?\n  ${HELP}`)
    return to
  } catch (error) {
    throw error instanceof Fault ? error : new Fault(`${error instanceof Error ? error.message : String(error)}\n  ${HELP}`)
  }
}

const move = async (file: string, to: string, scratch: string): Promise<void> => {
  // A copy is read, so that nothing can happen to what stands; an older portal's tables are brought up to date in the copy.
  const copied = path.join(scratch, 'portal.db')
  await copyDatabase(file, copied)
  Object.assign(process.env, { DATABASE_URI: `file:${copied}`, NODE_ENV: 'production', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' })
  resetEnv()
  const config = await (await import('../src/payload.config')).default
  const from = await getPayload({ config, disableOnInit: true })
  const { MONGO_STANDALONE_OK, MONGO_COMPAT } = env()
  const db = secondAdapter({ uri: to, allowStandalone: MONGO_STANDALONE_OK, ...(MONGO_COMPAT ? { compat: MONGO_COMPAT } : {}) })
  const target = await getPayload({ config: { ...config, db }, key: 'move', disableOnInit: true })
  const { moveRows } = await import('../src/services/move/move')
  const { rows, versions, chains, collections } = await moveRows({ from, to: target, tell: (line) => say(`  ${line}`) })
  say(`✓ ${rows} rows and ${versions} versions of ${collections} collections are there, the same by count and digest; ${chains} chains of the audit log hold`)
  await from.destroy()
  await target.destroy()
}

await runMain(async () => {
  const begun = performance.now()
  loadSettings()
  const to = targetOf()
  const file = sqliteFile()
  if (!(await isFile(file))) throw new Fault(`There is no database at ${file}: is DATA_DIR the portal's?`)
  if (await isInUse(file)) throw new Fault('The portal runs on this database: stop it first')
  await withScratch(env().DATA_DIR, (scratch) => move(file, to, scratch))
  say(`  Set DATABASE_URI to the new address and start; photos and keys stay in DATA_DIR. ${file} was not touched: keep it until you are sure (${elapsed(performance.now() - begun)})`)
  process.exit(0)
})
