import type { PayloadRequest } from 'payload'

import { faultError } from './faults'

export type TransactionRequest = {
  req: PayloadRequest
  /** True while nobody has ended the transaction behind its owner's back. */
  isOpen: () => boolean
  /** From now on every use of the transaction is refused, so that a straggler cannot write outside it. */
  end: () => void
}

// whoever awaits it is told; a reader that only looks must not bring the process down with an unhandled rejection
const refused = (error: Error): Promise<string> => {
  const refusal = Promise.reject<string>(error)
  void refusal.then(undefined, (reason: unknown) => reason)
  return refusal
}

/**
 * The same request, with a transaction of its own. Payload deletes `transactionID` from a request whose nested operation
 * failed, and what is written with it afterwards would be kept although the rest is rolled back; here the id stays and
 * turns into a rejection instead.
 */
export const transactionRequest = (base: Partial<PayloadRequest>, transaction: string): TransactionRequest => {
  const own: Partial<PayloadRequest> = { transactionID: transaction }
  const isOwn = (key: string | symbol): key is 'transactionID' | 'payloadDataLoader' => key === 'transactionID' || key === 'payloadDataLoader'
  let open = true
  const end = () => {
    if (!open) return
    open = false
    own.transactionID = refused(faultError('internal', 'transactionEnded'))
  }
  const handler: ProxyHandler<Partial<PayloadRequest>> = {
    get: (target, key) => (isOwn(key) ? own[key] : Reflect.get(target, key, target)),
    has: (target, key) => (isOwn(key) ? key in own : Reflect.has(target, key)),
    set: (target, key, value) => {
      if (key === 'transactionID') return true
      return isOwn(key) ? Reflect.set(own, key, value) : Reflect.set(target, key, value, target)
    },
    deleteProperty: (target, key) => {
      if (key === 'transactionID') end()
      return key === 'transactionID' || Reflect.deleteProperty(isOwn(key) ? own : target, key)
    },
  }
  return { req: new Proxy(base, handler) as PayloadRequest, isOpen: () => open, end }
}
