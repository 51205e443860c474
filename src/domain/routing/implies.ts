import { inSpan, numberIn, soughtWords } from './conditions'
import type { RuleCondition } from './types'

/** Codes from the root to a node, the node included; undefined when nobody knows the code. */
export type Trees = { category(code: string): readonly string[] | undefined; unit(code: string): readonly string[] | undefined }

type Of<F extends RuleCondition['field']> = Extract<RuleCondition, { field: F }>

const subset = <T>(small: readonly T[], large: readonly T[]): boolean => small.every((each) => large.includes(each))
const disjoint = <T>(one: readonly T[], other: readonly T[]): boolean => !one.some((each) => other.includes(each))

type TreeLine = (code: string) => readonly string[]

/** Whether every node under `code` also lies under one of `nodes`. */
const under = (code: string, nodes: readonly string[], line: TreeLine): boolean => line(code).some((ancestor) => nodes.includes(ancestor))

// An unknown code stands for itself: nothing is claimed of its place.
const lineOf = (trees: Trees, field: 'category' | 'unit'): TreeLine => (code) => trees[field](code) ?? [code]
const known = (trees: Trees, field: 'category' | 'unit', codes: readonly string[]): boolean => codes.every((code) => trees[field](code) !== undefined)

const apart = (a: readonly string[], b: readonly string[], line: TreeLine): boolean => !a.some((code) => under(code, b, line)) && !b.some((code) => under(code, a, line))

const tree = <T extends Of<'category'> | Of<'unit'>>(a: T, b: T, trees: Trees): boolean => {
  const line = lineOf(trees, a.field)
  if (b.op === 'within') return a.op === 'within' && a.codes.every((code) => under(code, b.codes, line))
  if (a.op === 'notWithin') return b.codes.every((code) => under(code, a.codes, line))
  return known(trees, a.field, [...a.codes, ...b.codes]) && apart(a.codes, b.codes, line)
}

const list = <T extends Of<'matterType'> | Of<'source'>>(a: T, b: T): boolean => {
  if (b.op === 'isOneOf') return a.op === 'isOneOf' && subset(a.codes, b.codes)
  return a.op === 'isOneOf' ? disjoint(a.codes, b.codes) : subset(b.codes, a.codes)
}

const severity = (a: Of<'severity'>, b: Of<'severity'>): boolean => a.op === b.op && (a.op === 'atLeast' ? a.value >= b.value : a.value <= b.value)

const part = (whole: readonly string[], piece: string): boolean => whole.some((word) => word.includes(piece))

const text = (a: Of<'text'>, b: Of<'text'>): boolean => {
  const [has, wants] = [soughtWords(a.words), soughtWords(b.words)]
  if (b.op === 'containsNone' || a.op === 'containsNone') return a.op === b.op && wants.every((word) => has.some((absent) => word.includes(absent)))
  // A word that vanishes in comparison is never found, so such a condition never holds and implies anything only trivially: claim nothing.
  if (has.length < a.words.length || wants.length < b.words.length) return false
  if (b.op === 'containsAll') return (a.op === 'containsAll' || has.length === 1) && wants.every((word) => part(has, word))
  return a.op === 'containsAll' ? wants.some((word) => part(has, word)) : has.every((word) => wants.some((wanted) => word.includes(wanted)))
}

const MINUTES = Array.from({ length: 1440 }, (_, minute) => minute)

/** Of two bounds on the same number, whether the first is the stricter. */
const within = (a: Of<'answer'>, b: Of<'answer'>): boolean => {
  const [one, other] = [numberIn(a.value), numberIn(b.value)]
  if (one === undefined || other === undefined || a.op === 'is' || a.op === 'isNot') return false
  return a.op === 'atLeast' ? one >= other : one <= other
}

type Check = (a: RuleCondition, b: RuleCondition, trees: Trees) => boolean

// One per field; each speaks only when both conditions are of its field.
const checks: readonly Check[] = [
  (a, b, trees) => a.field === 'category' && b.field === 'category' && tree(a, b, trees),
  (a, b, trees) => a.field === 'unit' && b.field === 'unit' && tree(a, b, trees),
  (a, b) => a.field === 'matterType' && b.field === 'matterType' && list(a, b),
  (a, b) => a.field === 'source' && b.field === 'source' && list(a, b),
  (a, b) => a.field === 'severity' && b.field === 'severity' && severity(a, b),
  (a, b) => a.field === 'text' && b.field === 'text' && text(a, b),
  (a, b) => a.field === 'timeOfDay' && b.field === 'timeOfDay' && MINUTES.every((minute) => !inSpan(a, minute) || inSpan(b, minute)),
  (a, b) => a.field === 'workingTime' && b.field === 'workingTime' && a.value === b.value,
  (a, b) => a.field === 'answer' && b.field === 'answer' && a.question === b.question && a.op === b.op && (a.value === b.value || within(a, b)),
]

/** Whether every matter that meets `a` meets `b`. Sound, not complete: false means only that nothing could be shown. */
export const implies: Check = (a, b, trees) => checks.some((check) => check(a, b, trees))

const OPPOSITE = { within: 'notWithin', notWithin: 'within', isOneOf: 'isNoneOf', isNoneOf: 'isOneOf' } as const

const exclusions: readonly Check[] = [
  (a, b, trees) => (b.field === 'category' || b.field === 'unit') && implies(a, { ...b, op: OPPOSITE[b.op] }, trees),
  (a, b, trees) => (b.field === 'matterType' || b.field === 'source') && implies(a, { ...b, op: OPPOSITE[b.op] }, trees),
  (a, b) => a.field === 'severity' && b.field === 'severity' && a.op === 'atMost' && b.op === 'atLeast' && a.value < b.value,
  (a, b) => a.field === 'timeOfDay' && b.field === 'timeOfDay' && MINUTES.every((minute) => !(inSpan(a, minute) && inSpan(b, minute))),
  (a, b) => a.field === 'workingTime' && b.field === 'workingTime' && a.value !== b.value,
]

/** Whether no matter can meet both. Sound, not complete, and not the same in both orders: ask both. */
export const excludes: Check = (a, b, trees) => exclusions.some((check) => check(a, b, trees))
