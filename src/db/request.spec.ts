import { isolateObjectProperty, killTransaction, type PayloadRequest } from 'payload'
import { describe, expect, it, vi } from 'vitest'

import { transactionRequest } from './request'

const ended = { code: 'internal', detail: { fault: 'transactionEnded' } }

describe("a transaction's request", () => {
  it('carries the transaction and leaves the request it was made from alone', () => {
    const base: Partial<PayloadRequest> = { context: { a: 1 } }
    const { req } = transactionRequest(base, 't')
    expect(req.transactionID).toBe('t')
    expect('transactionID' in req).toBe(true)
    expect(base.transactionID).toBeUndefined()
    req.context.b = 2
    expect(base.context).toEqual({ a: 1, b: 2 })
  })

  it('keeps a data loader of its own, which would otherwise read outside the transaction', () => {
    const base = { payloadDataLoader: 'of the base' } as unknown as Partial<PayloadRequest>
    const { req } = transactionRequest(base, 't')
    expect(req.payloadDataLoader).toBeUndefined()
    req.payloadDataLoader = 'its own' as never
    expect(base.payloadDataLoader).toBe('of the base')
  })

  it.each([
    ['by its owner', ({ end }: ReturnType<typeof transactionRequest>) => Promise.resolve(end())],
    ['by Payload, after a nested operation failed', ({ req }: ReturnType<typeof transactionRequest>) => killTransaction(req)],
  ])('refuses every use once it has ended: %s', async (_, finish) => {
    const rollbackTransaction = vi.fn()
    const made = transactionRequest({ payload: { db: { rollbackTransaction } } } as never, 't')
    expect(made.isOpen()).toBe(true)
    await finish(made)
    expect(made.isOpen()).toBe(false)
    await expect(made.req.transactionID).rejects.toMatchObject(ended)
    await expect(isolateObjectProperty(made.req, 'transactionID').transactionID).rejects.toMatchObject(ended)
    made.req.transactionID = 'another'
    await expect(made.req.transactionID).rejects.toMatchObject(ended)
  })
})
