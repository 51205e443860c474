import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'
import { Fault } from './say.mjs'

/** Reads .env, if there is one. What the console or the service manager says wins over the file. */
export const loadSettings = () => {
  const file = join(ROOT, '.env')
  if (!existsSync(file)) return
  try {
    process.loadEnvFile(file)
  } catch (error) {
    throw new Fault(`The file .env cannot be read: ${error.message}`)
  }
}
