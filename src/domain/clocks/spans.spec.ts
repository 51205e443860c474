import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spansIn, spansText } from './spans'

describe('hours as people write them', () => {
  it.each([
    ['09:00-12:00', [[540, 720]]],
    ['9:00-12:00 13:30-17:30', [[540, 720], [810, 1050]]],
    ['13:30–17:30、９：００～１２：００', [[540, 720], [810, 1050]]],
    ['9点30分至12点00分', [[570, 720]]],
    ['9:00 - 12:00, 13:00 - 14:00', [[540, 720], [780, 840]]],
    ['00:00-24:00', [[0, 1440]]],
  ])('%s', (text, spans) => expect(spansIn(text)).toEqual(spans.map(([from, to]) => ({ from, to }))))

  it.each(['', '上午', '9-12', '12:00-09:00', '09:00-09:00', '09:60-12:00', '09:00-24:01', '09:00-12:00 11:00-13:00', '09:00-12:00 下午', '1:00-2:00 3:00-4:00 5:00-6:00 7:00-8:00 9:00-10:00 11:00-12:00 13:00-14:00'])('refuses %s', (text) => expect(spansIn(text)).toBeUndefined())

  it('reads what it writes', () => {
    const edges = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 12 }).map((all) => [...all].sort((one, other) => one - other))
    fc.assert(fc.property(edges, (all) => {
      const spans = Array.from({ length: Math.floor(all.length / 2) }, (_, at) => ({ from: all[at * 2]!, to: all[at * 2 + 1]! }))
      expect(spansIn(spansText(spans))).toEqual(spans)
    }))
  })
})
