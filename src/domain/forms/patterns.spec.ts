import { describe, expect, it } from 'vitest'
import enForm from '../../i18n/en/form.json'
import zhForm from '../../i18n/zh/form.json'
import { matchesPattern } from './patterns'
import { SAFE_PATTERNS, type SafePattern } from './types'

describe('matchesPattern', () => {
  it.each<[SafePattern, string[], string[]]>([
    ['digits', ['0', '007'], ['', '1a', '-1', '1.5', '１']],
    ['postcodeCN', ['100020'], ['10002', '1000200', 'A00020']],
    ['time24', ['00:00', '23:59', '09:05'], ['24:00', '9:05', '12:60', '1200', '12:00:00']],
    ['lettersDigits', ['A12', 'z'], ['A-1', '甲1', '']],
    ['houseNumber', ['6号楼2单元301', '甲12号', '12-3-401', '5', 'B座1203室', '东院6号楼'], ['号楼', '柳树里6号', '6 号', '1'.repeat(41), '']],
    ['plateless', ['白色面包车停在门口', ''], ['京A12345停在门口', '沪AD12345']],
  ])('%s', (pattern, good, bad) => {
    expect(good.filter((text) => !matchesPattern(pattern, text))).toEqual([])
    expect(bad.filter((text) => matchesPattern(pattern, text))).toEqual([])
  })

  it('every pattern fits the example its hint gives', () => {
    for (const hints of [zhForm.patternHint, enForm.patternHint]) {
      for (const pattern of SAFE_PATTERNS.filter((name) => name !== 'plateless')) {
        const example = /(?:例如|for example) (\S+)$/.exec(hints[pattern])?.[1]
        expect(matchesPattern(pattern, example ?? ''), `${pattern}: ${example}`).toBe(true)
      }
    }
  })

  it('takes a text a hundred times longer in far less than its square', () => {
    const time = (pattern: SafePattern, length: number) => {
      const text = `${'1甲'.repeat(length)}!`
      const from = performance.now()
      matchesPattern(pattern, text)
      return performance.now() - from
    }
    for (const pattern of SAFE_PATTERNS) expect(time(pattern, 200_000)).toBeLessThan(10_000)
  })
})
