import { DomainError } from '../domain/errors'

const FULL_CODES: ReadonlySet<unknown> = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 14031])
// refused by the file or the disk under it: what is read still stands, and it may be mended while the portal runs
const UNWRITABLE = /^(?:SQLITE_(?:READONLY|IOERR|CANTOPEN)\w*|EROFS|EIO|EACCES|EPERM)$/
const BUSY_CODES: ReadonlySet<unknown> = new Set(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_BUSY_TIMEOUT', 'SQLITE_LOCKED', 112])

/** What went wrong with a transaction, as `detail.fault` of the errors thrown by src/db. */
export type DatabaseFault =
  | 'writeOutsideTransaction' // a write without the transaction's `req`, from inside that transaction
  | 'openTransaction' // one transaction was open for the whole wait: most likely a write without `req`
  | 'queueTooLong' // transactions came and went, and the turn did not come in time
  | 'transactionIdle' // nothing was asked of the transaction for too long, so it was rolled back
  | 'commitUnknown' // the answer to the commit got lost again and again: it may have been kept, or not
  | 'transactionEnded' // the transaction this write belongs to has already ended
  | 'databaseBusy' // another process holds the database
  | 'diskFull'
  | 'unwritable' // the database file or its disk takes no writes

/** A DomainError of the database layer; `cause` keeps the original for the log, never for the caller. */
export const faultError = (code: 'busy' | 'storageFull' | 'unwritable' | 'internal', fault: DatabaseFault, cause?: unknown): DomainError => {
  const error = new DomainError(code, { fault })
  if (cause !== undefined) error.cause = cause
  return error
}

/** Every error of the chain of causes, outermost first (drizzle and Payload wrap what the driver threw). */
export const causes = (error: unknown): unknown[] => {
  const chain: unknown[] = []
  for (let at = error; at !== undefined && at !== null && !chain.includes(at); at = at instanceof Error ? at.cause : undefined) chain.push(at)
  return chain
}

const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined)

const faultOf = (error: unknown): DomainError | undefined => {
  if (error instanceof DomainError) return error
  if (FULL_CODES.has(codeOf(error))) return faultError('storageFull', 'diskFull', error)
  if (BUSY_CODES.has(codeOf(error))) return faultError('busy', 'databaseBusy', error)
  if (UNWRITABLE.test(String(codeOf(error)))) return faultError('unwritable', 'unwritable', error)
  return undefined
}

/**
 * The error a door should answer with: the DomainError anywhere in the chain of causes, else one for a full disk or a busy
 * database, else the error itself.
 */
export const toDomainError = (error: unknown): unknown => causes(error).map(faultOf).find((fault) => fault !== undefined) ?? error
