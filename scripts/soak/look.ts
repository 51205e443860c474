import path from 'node:path'
import { getPayload } from 'payload'
import { resetEnv } from '../../src/lib/env'
import { lookOver } from '../../src/services/backup/database'
import { disagreement, type Ledger } from '../../tests/helpers/ledger'
import { wholeFaults } from '../../tests/helpers/wholeness'

export type Looked = { lost: string[]; doubled: string[]; faults: string[] }

/** Opens the data of a portal that was stopped, and holds it against the clients' ledger and its own rules. Once per process. */
export const lookAt = async (dataDir: string, ledger: Ledger): Promise<Looked> => {
  process.env.DATA_DIR = dataDir
  delete process.env.DATABASE_URI
  resetEnv()
  const unsound = await lookOver(path.join(dataDir, 'portal.db')).then(() => [], (error: unknown) => [error instanceof Error ? error.message : String(error)])
  const { default: config } = await import('../../src/payload.config')
  const payload = await getPayload({ config })
  try {
    return { ...(await disagreement(payload, ledger)), faults: [...unsound, ...(await wholeFaults({ payload, dir: dataDir }))] }
  } finally {
    await payload.destroy()
  }
}
