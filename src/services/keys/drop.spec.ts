import { describe, expect, it } from 'vitest'
import { dropRefusal, FRESH_MS } from './drop'

const NOW = 10 ** 12
const sound = { at: NOW - 1000, ring: ['k1', 'k2'], uses: { k1: 0, k2: 40 }, unknown: 0 }

describe('dropRefusal', () => {
  it.each([
    ['all is sealed with the newest', {}, undefined],
    ['a row still needs the old one', { uses: { k1: 1, k2: 40 } }, 'inUse'],
    ['a row names a key that nobody has', { unknown: 1 }, 'unknownKeys'],
    ['the portal has not read the new ring', { ring: ['k1'] }, 'otherRing'],
    ['the portal spoke long ago', { at: NOW - FRESH_MS - 1 }, 'notRunning'],
  ] as const)('%s', (_name, change, expected) => {
    expect(dropRefusal({ ring: ['k1', 'k2'], state: { ...sound, ...change, ring: [...('ring' in change ? change.ring : sound.ring)], uses: { ...('uses' in change ? change.uses : sound.uses) } }, now: NOW })).toBe(expected)
  })

  it('never drops what it has no word of, nor the only key', () => {
    expect(dropRefusal({ ring: ['k1', 'k2'], state: undefined, now: NOW })).toBe('notRunning')
    expect(dropRefusal({ ring: ['k1'], state: sound, now: NOW })).toBe('nothing')
  })
})
