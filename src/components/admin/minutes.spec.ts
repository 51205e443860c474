import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockTime, minutesOf } from './minutes'

describe('times of day', () => {
  it.each([
    [0, '00:00'],
    [540, '09:00'],
    [1050, '17:30'],
    [1439, '23:59'],
    [1440, '23:59'],
  ])('%i minutes after midnight read %s', (minutes, time) => expect(clockTime(minutes)).toBe(time))

  it('read back as they were', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => minutesOf(clockTime(minutes)) === minutes))
  })

  it.each(['', ':', 'ab:cd'])('take "%s" as midnight', (time) => expect(minutesOf(time)).toBe(0))
})
