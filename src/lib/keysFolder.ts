import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { env } from './env'

const OTHERS = 0o077

const isLoose = (file: string): boolean => (statSync(file).mode & OTHERS) !== 0

/**
 * Names of key files, and of their folder, that others on this machine may read or write; none where every key is given in the
 * environment. Windows knows no such modes.
 */
export const looseKeys = (): string[] => {
  const folder = path.join(env().DATA_DIR, 'keys')
  if (process.platform === 'win32' || !existsSync(folder)) return []
  const files = readdirSync(folder).map((name) => path.join(folder, name))
  return [folder, ...files].filter(isLoose).map((file) => path.relative(env().DATA_DIR, file))
}
