import { describe, expect, it } from 'vitest'
import { randomOf } from './random'
import { percentile, table } from './table'

describe('a percentile', () => {
  it.each([
    [[], 50, 0],
    [[7], 95, 7],
    [[3, 1, 2], 50, 2],
    [Array.from({ length: 100 }, (_, at) => at + 1), 95, 95],
    [[1, 2], 0, 1],
  ])('of %j at %d is %d', (numbers, percent, expected) => {
    expect(percentile(numbers, percent)).toBe(expected)
  })
})

it('draws its columns as wide as they must be', () => {
  expect(table([['part', 'lost'], ['kill', '0'], ['a longer one', '12']])).toBe('  part           lost\n  ───────────────────\n  kill           0\n  a longer one   12')
})

it('draws the same numbers from the same seed', () => {
  const [one, other, third] = [randomOf(7), randomOf(7), randomOf(8)]
  const drawn = Array.from({ length: 1000 }, one)
  expect(Array.from({ length: 1000 }, other)).toEqual(drawn)
  expect(third()).not.toBe(drawn[0])
  expect(drawn.every((number) => number >= 0 && number < 1)).toBe(true)
  expect(drawn.reduce((sum, number) => sum + number, 0) / 1000).toBeCloseTo(0.5, 1)
})
