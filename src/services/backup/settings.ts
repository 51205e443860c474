import { fileURLToPath } from 'node:url'
import { env } from '@/lib/env'
import { decodeSecret } from '@/lib/secretText'
import { BackupFault } from './fault'
import { backupKey, type Key } from './seal'

/** The database's file. Errors: `BackupFault` where the portal keeps its data elsewhere. */
export const sqliteFile = (): string => {
  const { DATABASE_URI } = env()
  if (!DATABASE_URI.startsWith('file:')) throw new BackupFault('this command is for SQLite, but DATABASE_URI names a MongoDB')
  const rest = DATABASE_URI.slice('file:'.length).replace(/[?#].*$/, '')
  return rest.startsWith('//') ? fileURLToPath(`file:${rest}`) : decodeURIComponent(rest)
}

/** Whether the portal's rows are in a MongoDB. */
export const isOnMongo = (): boolean => !env().DATABASE_URI.startsWith('file:')

/** The key of sealed backups, if one is set. */
export const keyOf = (): Key => {
  const given = env().BACKUP_KEY
  const bytes = given ? decodeSecret(given) : undefined
  return bytes && backupKey(bytes)
}
