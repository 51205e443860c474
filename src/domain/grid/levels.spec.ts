import { describe, expect, it } from 'vitest'
import { levels } from './grid.fixture'
import { lintLevels } from './levels'
import type { Level, StaffingRule } from './types'

const found = (rows: Level[]) => lintLevels(rows).map(({ code, level }) => (level ? `${code} ${level}` : code))
const withRule = (rule: StaffingRule) => levels.map((level, i) => (i === 0 ? { ...level, staffing: [rule] } : level))
const six = [...levels, ...['five', 'six'].map((code, i) => ({ id: code, code, name: { zh: code }, order: i + 5 }))]

describe('lintLevels', () => {
  it.each<[string, Level[], string[]]>([
    ['four', levels, []],
    ['three, in any order', [...levels.slice(0, 3)].reverse(), []],
    ['six', six, []],
    ['seven', [...six, { id: 'x', code: 'x', name: { zh: 'x' }, order: 7 }], ['levelCount']],
    ['two', levels.slice(0, 2), ['levelCount']],
    ['a gap', levels.map((l) => (l.order === 4 ? { ...l, order: 5 } : l)), ['orderGap four']],
    ['an order twice', levels.map((l) => (l.order === 4 ? { ...l, order: 3 } : l)), ['orderGap four']],
    ['a code twice', levels.map((l) => (l.order === 4 ? { ...l, code: 'one' } : l)), ['levelCodeTwice one']],
    ['no name', levels.map((l) => (l.order === 4 ? { ...l, name: { zh: ' ' } } : l)), ['nameMissing four']],
    ['a rule without bounds', withRule({ kind: 'size' }), ['ruleRange one']],
    ['bounds the wrong way round', withRule({ kind: 'size', min: 7, max: 5 }), ['ruleRange one']],
    ['a negative bound', withRule({ kind: 'unitsPerPerson', min: -1 }), ['ruleRange one']],
    ['sound rules', withRule({ kind: 'size', min: 5, max: 7 }), []],
    ['exactly five', withRule({ kind: 'size', min: 5, max: 5 }), []],
    ['none at all', withRule({ kind: 'size', max: 0 }), []],
    ['a lead', withRule({ kind: 'leadRequired' }), []],
  ])('%s', (_, rows, expected) => {
    expect(found(rows)).toEqual(expected)
  })

  it('says which order it expected', () => {
    const rows = levels.map((level) => (level.order === 4 ? { ...level, order: 6 } : level))
    expect(lintLevels(rows)).toEqual([{ code: 'orderGap', level: 'four', params: { order: 6, expected: 4 } }])
  })
})
