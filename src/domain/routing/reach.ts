import type { RoutingRule, RuleCondition } from './types'

/** What is known of a category before any matter: itself and what lies above it, its kind of matter where it leads to one, how grave it is. */
export type CategoryFacts = { line: readonly string[]; matterType?: string; severity: number }

type Verdict = boolean | undefined

const within = (codes: readonly string[], line: readonly string[]): boolean => codes.some((code) => line.includes(code))

/** Whether a condition holds for every matter of the category; undefined where that hangs on the matter. */
const verdict = (condition: RuleCondition, { line, matterType, severity }: CategoryFacts): Verdict => {
  switch (condition.field) {
    case 'category': return within(condition.codes, line) === (condition.op === 'within')
    case 'matterType': return matterType === undefined ? undefined : condition.codes.includes(matterType) === (condition.op === 'isOneOf')
    case 'severity': return condition.op === 'atLeast' ? severity >= condition.value : severity <= condition.value
    default: return undefined
  }
}

/** Conditions that choose by what a matter is about; words, times and places only chance upon a category. */
const ABOUT: readonly RuleCondition['field'][] = ['category', 'matterType', 'severity']

/**
 * Whether a rule is a way for a category: it is on, its conditions about category, kind and gravity let the category in, and it speaks of one of
 * these or takes everything. A rule that only looks for words is no way that one could count on.
 */
export const reaches = ({ on, match, conditions }: Pick<RoutingRule, 'on' | 'match' | 'conditions'>, facts: CategoryFacts): boolean => {
  if (!on) return false
  if (conditions.length === 0) return true
  const about = conditions.filter(({ field }) => ABOUT.includes(field)).map((condition) => verdict(condition, facts))
  if (about.length === 0) return false
  return match === 'all' ? about.every((holds) => holds !== false) : about.some((holds) => holds !== false)
}
