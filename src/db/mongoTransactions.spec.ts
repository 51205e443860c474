import { describe, expect, it, vi } from 'vitest'

import { isTransient, type MongoBase, pretendedTransactions, realTransactions } from './mongoTransactions'

const wrapped = (cause: unknown) => new Error('outside', { cause: new Error('between', { cause }) })

describe('isTransient', () => {
  it.each([
    ['the label', { errorLabels: ['TransientTransactionError'] }, true],
    ['the label among others', { errorLabels: ['RetryableWriteError', 'TransientTransactionError'] }, true],
    ['a write conflict', { code: 112 }, true],
    ['an unknown result of the commit, which may have been kept', { errorLabels: ['UnknownTransactionCommitResult'] }, false],
    ['a twin', { code: 11000 }, false],
    ['labels that are none', { errorLabels: 'TransientTransactionError' }, false],
    ['a word', 'TransientTransactionError', false],
    ['nothing', undefined, false],
  ])('%s', (_, error, expected) => {
    expect(isTransient(error)).toBe(expected)
    expect(isTransient(wrapped(error))).toBe(expected)
  })
})

describe('real transactions', () => {
  const setUp = (session: Partial<MongoBase['sessions'][string]> = {}) => {
    const it = { inTransaction: () => true, commitTransaction: vi.fn(() => Promise.resolve()), endSession: vi.fn(() => Promise.resolve()), ...session }
    const base: MongoBase = { sessions: { t: it }, beginTransaction: vi.fn(() => Promise.resolve('t')), rollbackTransaction: vi.fn() }
    return { session: it, base, transactions: realTransactions(base) }
  }

  it('commit once, and end the session', async () => {
    const { session, base, transactions } = setUp()
    expect(await transactions.begin()).toBe('t')
    await transactions.commit('t')
    expect(session.commitTransaction).toHaveBeenCalledOnce()
    expect(session.endSession).toHaveBeenCalledOnce()
    expect(base.sessions).toEqual({})
    await expect(transactions.commit('t')).rejects.toMatchObject({ code: 'internal', detail: { fault: 'transactionEnded' } })
  })

  it('pass a refused commit on, and end the session all the same', async () => {
    const { session, transactions } = setUp({ commitTransaction: () => Promise.reject(new Error('refused')) })
    await expect(transactions.commit('t')).rejects.toThrow('refused')
    expect(session.endSession).toHaveBeenCalledOnce()
  })

  it('do not call a transaction saved that the driver has ended', async () => {
    const { session, transactions } = setUp({ inTransaction: () => false })
    await expect(transactions.commit('t')).rejects.toMatchObject({ code: 'internal' })
    expect(session.commitTransaction).not.toHaveBeenCalled()
  })

  it('do not begin where the database gives none', async () => {
    const { base } = setUp()
    await expect(realTransactions({ ...base, beginTransaction: () => Promise.resolve(null) }).begin()).rejects.toThrow('no transaction')
  })
})

describe('pretended transactions', () => {
  it('are open until they end, once', async () => {
    const { begin, commit, rollback } = pretendedTransactions()
    const [kept, undone] = [String(await begin()), String(await begin())]
    expect(kept).not.toBe(undone)
    await commit(kept)
    await expect(commit(kept)).rejects.toMatchObject({ code: 'internal' })
    await rollback(Promise.resolve(undone))
    await expect(commit(undone)).rejects.toMatchObject({ code: 'internal' })
    await expect(rollback(undone)).resolves.toBeUndefined()
  })
})
