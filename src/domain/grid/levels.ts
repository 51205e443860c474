import type { Level } from './types'

/** Offices have four levels as a rule; 3 to 6 must work (domain.md §2). */
export const LEVELS_MIN = 3
export const LEVELS_MAX = 6

export type LevelIssue = {
  code: 'levelCount' | 'orderGap' | 'levelCodeTwice' | 'nameMissing' | 'ruleRange'
  level?: string
  params: Record<string, string | number>
}

const rangeWrong = (min: number | undefined, max: number | undefined): boolean => {
  const given = [min, max].filter((bound) => bound !== undefined)
  return given.length === 0 || given.some((bound) => !Number.isInteger(bound) || bound < 0) || (min ?? 0) > (max ?? Infinity)
}

const lintLevel = (level: Level): LevelIssue[] => [
  ...(level.name.zh.trim() ? [] : [{ code: 'nameMissing', level: level.code, params: {} } as const]),
  ...(level.staffing ?? []).flatMap((rule): LevelIssue[] =>
    rule.kind !== 'leadRequired' && rangeWrong(rule.min, rule.max)
      ? [{ code: 'ruleRange', level: level.code, params: { rule: rule.kind } }]
      : []),
]

/** What is wrong with an office's levels: their number, orders 1, 2, 3… without gaps, codes, and bounds of staffing rules. */
export const lintLevels = (levels: Level[]): LevelIssue[] => {
  const sorted = [...levels].sort((a, b) => a.order - b.order)
  const counted = levels.length >= LEVELS_MIN && levels.length <= LEVELS_MAX
  const codes = levels.map(({ code }) => code)
  return [
    ...(counted ? [] : [{ code: 'levelCount', params: { count: levels.length, min: LEVELS_MIN, max: LEVELS_MAX } } as const]),
    ...sorted.flatMap((level, i): LevelIssue[] =>
      level.order === i + 1 ? [] : [{ code: 'orderGap', level: level.code, params: { order: level.order, expected: i + 1 } }]),
    ...codes.flatMap((code, i): LevelIssue[] => (codes.indexOf(code) < i ? [{ code: 'levelCodeTwice', level: code, params: {} }] : [])),
    ...levels.flatMap(lintLevel),
  ]
}
