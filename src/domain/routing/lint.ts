import { excludes, implies, type Trees } from './implies'
import { numberIn, soughtWords } from './conditions'
import type { Directory, RoutingRule, RoutingSet, RuleCondition } from './types'

/** An `error` forbids publishing, a `warning` is shown. `path` is a JSON pointer into the set. */
export type RoutingProblem = {
  severity: 'error' | 'warning'
  path: string
  code: RoutingProblemCode
  params: Record<string, string | number>
}

export const ROUTING_PROBLEM_CODES = [
  'duplicateRule', // two rules with the same code
  'unknownCode', // a condition or result names something that does not exist
  'noCodes', // a condition that lists nothing
  'noNumber', // a condition compares with what is no number
  'noWords', // a word that vanishes in comparison, such as white space
  'emptyTeam', // the team has no members or is closed: the rule will be skipped
  'closedUnit', // the unit is closed: the rule will be skipped
  'leadLeft', // the unit's lead does not work here any more: what comes there lies with nobody
  'vacantPost', // nobody holds the post anywhere: the rule falls to the unit's lead
  'answerTwofold', // forms ask different things under the key that a condition looks at
  'contradiction', // its conditions exclude each other: no matter fits
  'neverFires', // earlier rules, named in `by`, take every matter this one would
] as const
export type RoutingProblemCode = (typeof ROUTING_PROBLEM_CODES)[number]

/** What exists in the office now. Lists that are absent are not checked. */
export type RoutingLintContext = {
  trees: Trees
  directory: Directory
  matterTypes?: readonly string[]
  sources?: readonly string[]
  posts?: readonly string[]
  /** Posts that somebody who works here holds now. */
  postsHeld?: readonly string[]
  questions?: readonly string[]
  /** Keys under which forms ask different things. */
  twofold?: readonly string[]
}

const problem = (rule: RoutingRule, rest: Omit<RoutingProblem, 'params'> & { params?: RoutingProblem['params'] }): RoutingProblem => ({
  ...rest,
  params: { rule: rule.code, ...rest.params },
})

const missing = (codes: readonly string[], known: readonly string[] | undefined): string[] => (known ? codes.filter((code) => !known.includes(code)) : [])

const unknownCodes = (condition: RuleCondition, context: RoutingLintContext): string[] => {
  switch (condition.field) {
    case 'category': return condition.codes.filter((code) => context.trees.category(code) === undefined)
    case 'unit': return condition.codes.filter((code) => context.trees.unit(code) === undefined)
    case 'matterType': return missing(condition.codes, context.matterTypes)
    case 'source': return missing(condition.codes, context.sources)
    case 'answer': return missing([condition.question], context.questions)
    default: return []
  }
}

const twofold = (rule: RoutingRule, condition: RuleCondition, { path, context }: { path: string; context: RoutingLintContext }): RoutingProblem[] => {
  if (condition.field !== 'answer' || !context.twofold?.includes(condition.question)) return []
  const value = context.directory.nameOf?.('question', condition.question)?.zh ?? condition.question
  return [problem(rule, { severity: 'warning', path, code: 'answerTwofold', params: { value } })]
}

const unbounded = (rule: RoutingRule, condition: RuleCondition, path: string): RoutingProblem[] =>
  condition.field === 'answer' && (condition.op === 'atLeast' || condition.op === 'atMost') && numberIn(condition.value) === undefined ? [problem(rule, { severity: 'error', path, code: 'noNumber' })] : []

const lintCondition = (rule: RoutingRule, condition: RuleCondition, at: { path: string; context: RoutingLintContext }): RoutingProblem[] => [
  ...unknownCodes(condition, at.context).map((value) => problem(rule, { severity: 'error', path: at.path, code: 'unknownCode', params: { value } })),
  ...('codes' in condition && condition.codes.length === 0 ? [problem(rule, { severity: 'error', path: at.path, code: 'noCodes' })] : []),
  ...(condition.field === 'text' && (condition.words.length === 0 || soughtWords(condition.words).length < condition.words.length)
    ? [problem(rule, { severity: 'error', path: at.path, code: 'noWords' })]
    : []),
  ...twofold(rule, condition, at),
  ...unbounded(rule, condition, at.path),
]

const lintTeam = (rule: RoutingRule, code: string, at: { path: string; context: RoutingLintContext }): RoutingProblem[] => {
  const team = at.context.directory.team(code)
  if (team === undefined) return [problem(rule, { severity: 'error', path: at.path, code: 'unknownCode', params: { value: code } })]
  return team.active && team.members > 0 ? [] : [problem(rule, { severity: 'warning', path: at.path, code: 'emptyTeam', params: { value: team.name.zh } })]
}

const lintUnit = (rule: RoutingRule, code: string, at: { path: string; context: RoutingLintContext }): RoutingProblem[] => {
  const unit = at.context.directory.unit(code)
  if (unit === undefined) return [problem(rule, { severity: 'error', path: at.path, code: 'unknownCode', params: { value: code } })]
  if (!unit.active) return [problem(rule, { severity: 'warning', path: at.path, code: 'closedUnit', params: { value: unit.name.zh } })]
  const left = unit.lead !== undefined && at.context.directory.person?.(unit.lead)?.active === false
  return left ? [problem(rule, { severity: 'warning', path: at.path, code: 'leadLeft', params: { value: unit.name.zh } })] : []
}

const lintPost = (rule: RoutingRule, code: string, { path, context }: { path: string; context: RoutingLintContext }): RoutingProblem[] => {
  if (missing([code], context.posts).length > 0) return [problem(rule, { severity: 'error', path, code: 'unknownCode', params: { value: code } })]
  return missing([code], context.postsHeld).map((value) => problem(rule, { severity: 'warning', path, code: 'vacantPost', params: { value: context.directory.nameOf?.('post', value)?.zh ?? value } }))
}

const lintResult = (rule: RoutingRule, at: { path: string; context: RoutingLintContext }): RoutingProblem[] => {
  if (rule.result.kind === 'team') return lintTeam(rule, rule.result.team, at)
  if (rule.result.kind === 'unit') return lintUnit(rule, rule.result.unit, at)
  return lintPost(rule, rule.result.post, at)
}

/** A rule as alternatives, each of which must hold in full. */
const alternativesOf = ({ match, conditions }: RoutingRule): RuleCondition[][] =>
  match === 'all' || conditions.length === 0 ? [conditions] : conditions.map((condition) => [condition])

const contradicts = (alternative: readonly RuleCondition[], trees: Trees): boolean =>
  alternative.some((a) => alternative.some((b) => excludes(a, b, trees)))

const impliedBy = (narrow: readonly RuleCondition[], wide: readonly RuleCondition[], trees: Trees): boolean =>
  wide.every((condition) => narrow.some((each) => implies(each, condition, trees)))

// Only a target that is there for every matter surely takes it; a post may be vacant in one unit and held in the next.
const surelyTakes = (rule: RoutingRule, { directory }: RoutingLintContext): boolean => {
  if (!rule.on || rule.result.kind === 'unitPost') return false
  if (rule.result.kind === 'unit') return directory.unit(rule.result.unit)?.active === true
  const team = directory.team(rule.result.team)
  return team !== undefined && team.active && team.members > 0
}

const shadowOf = (rule: RoutingRule, earlier: { rule: RoutingRule; index: number }[], { trees }: RoutingLintContext): number[] | undefined => {
  const open = alternativesOf(rule).filter((alternative) => !contradicts(alternative, trees))
  const takers = open.map((alternative) => earlier.find((one) => alternativesOf(one.rule).some((wide) => impliedBy(alternative, wide, trees)))?.index)
  const found = takers.filter((index) => index !== undefined)
  return found.length === takers.length ? [...new Set(found)].sort((a, b) => a - b) : undefined
}

const lintReach = (set: RoutingSet, context: RoutingLintContext): RoutingProblem[] => {
  const earlier: { rule: RoutingRule; index: number }[] = []
  return set.rules.flatMap((rule, index) => {
    const shadow = rule.on ? shadowOf(rule, earlier, context) : undefined
    if (surelyTakes(rule, context)) earlier.push({ rule, index })
    const by = (shadow ?? []).map((at) => at + 1).join(', ')
    if (shadow === undefined) return []
    return [problem(rule, { severity: 'warning', path: `/rules/${index}`, ...(by === '' ? { code: 'contradiction' as const } : { code: 'neverFires' as const, params: { by } }) })]
  })
}

/**
 * What is wrong with a set of rules (domain.md §5): unknown codes, targets that will be skipped, rules that can never fire. The last is
 * sound, not complete: a rule that is named never fires while the office is as it is now; one that is not named may still never fire.
 */
export const lintRouting = (set: RoutingSet, context: RoutingLintContext): RoutingProblem[] => [
  ...set.rules.flatMap((rule, index) => [
    ...(set.rules.findIndex((other) => other.code === rule.code) < index ? [problem(rule, { severity: 'error', path: `/rules/${index}/code`, code: 'duplicateRule' })] : []),
    ...rule.conditions.flatMap((condition, at) => lintCondition(rule, condition, { path: `/rules/${index}/conditions/${at}`, context })),
    ...lintResult(rule, { path: `/rules/${index}/result`, context }),
  ]),
  ...lintReach(set, context),
]
