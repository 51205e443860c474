import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FEW, publicShare } from './few'

describe('publicShare', () => {
  it.each([
    [0, 0, undefined],
    [4, 4, undefined],
    [5, 5, { done: 5, total: 5 }],
    [0, 5, { done: 0, total: 5 }],
    [3, 5, { done: 1, total: 5, sign: 'atLeast' }],
    [86, 93, { done: 86, total: 93 }],
    [92, 93, { done: 89, total: 93, sign: 'atLeast' }],
    [89, 93, { done: 89, total: 93, sign: 'atLeast' }],
    [88, 93, { done: 88, total: 93 }],
    [1, 93, { done: 5, total: 93, sign: 'under' }],
    [4, 93, { done: 5, total: 93, sign: 'under' }],
  ])('%d of %d', (done, total, expected) => expect(publicShare({ done, total })).toEqual(expected))

  const share = fc.nat(200).chain((total) => fc.record({ total: fc.constant(total), done: fc.nat(total) }))

  it('never shows a count under five, of those done or of those not', () => {
    fc.assert(
      fc.property(share, ({ done, total }) => {
        const shown = publicShare({ done, total })
        if (!shown || shown.sign) return true
        return [shown.done, shown.total - shown.done].every((count) => count === 0 || count >= FEW)
      }),
    )
  })

  it('never says what is not so', () => {
    fc.assert(
      fc.property(share, ({ done, total }) => {
        const shown = publicShare({ done, total })
        if (shown?.sign === 'atLeast') return done >= shown.done && done < total
        if (shown?.sign === 'under') return done < shown.done && done > 0
        return !shown || shown.done === done
      }),
    )
  })
})
