import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { faultError, toDomainError } from './faults'
import { portalOf } from './portal'
import { transactionRequest } from './request'

export type TransactionOptions = {
  /** The request to work for. When it is in a transaction already, the work joins that one. */
  req?: PayloadRequest
  /** How often the whole work is tried when the database undoes it for another's sake (MongoDB). Default 8. */
  attempts?: number
}

type Work<T> = (req: PayloadRequest) => Promise<T>

const DEFAULT_ATTEMPTS = 8
const MAX_PAUSE_MS = 400

const randomPause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(MAX_PAUSE_MS, 10 * 2 ** attempt)))

const inNewTransaction = async <T>(payload: Payload, work: Work<T>, base: Partial<PayloadRequest>): Promise<T> => {
  const id = await payload.db.beginTransaction()
  if (id === null) throw new Error('The database gave no transaction')
  const transaction = String(id)
  const { req, isOpen, end } = transactionRequest(base, transaction)
  try {
    const result = await portalOf(payload).inside(transaction, async () => work(await createLocalReq({ req }, payload)))
    if (!isOpen()) throw faultError('internal', 'transactionEnded')
    end()
    await payload.db.commitTransaction(transaction)
    return result
  } catch (error) {
    end()
    await payload.db.rollbackTransaction(transaction)
    throw error
  }
}

/** True when this request is in a transaction. Throws DomainError `internal` when that transaction has ended. */
export const isInTransaction = async (req: Partial<PayloadRequest>): Promise<boolean> => (await req.transactionID) != null

/**
 * Runs the work in one transaction: all of it is kept, or nothing. Everything inside must use the `req` it is given; a
 * request that is in a transaction already is joined, and its owner commits. Work may run several times (MongoDB), so
 * whatever leaves the system belongs into `afterCommit`.
 * Errors: the work's own; DomainError `busy` (no turn in time, or a write without the `req`), `storageFull`, and `internal`
 * when the transaction had ended before its work did.
 */
export const withTransaction = async <T>(payload: Payload, work: Work<T>, options: TransactionOptions = {}): Promise<T> => {
  const { req, attempts = DEFAULT_ATTEMPTS } = options
  if (req !== undefined && (await isInTransaction(req))) return work(req)
  const { isTransient } = portalOf(payload)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inNewTransaction(payload, work, req ?? {})
    } catch (error) {
      if (!isTransient(error)) throw toDomainError(error)
      if (attempt >= attempts) throw faultError('busy', 'databaseBusy', error)
      await randomPause(attempt)
    }
  }
}

/**
 * Runs the task once the transaction of this request is committed, never when it is rolled back; at once when there is none.
 * The task must not use this request. Its errors are logged, not thrown: what is committed stays committed.
 */
export const afterCommit = async (req: PayloadRequest, task: () => void | Promise<void>): Promise<void> => {
  const transaction = await req.transactionID
  if (transaction == null) return task()
  portalOf(req.payload).afterCommit.add(String(transaction), task)
}
