import type { Words } from '../words'
import { testCondition } from './conditions'
import { leadTarget, targetOf, type Target } from './targets'
import { compose, joined } from './words'
import type { Directory, RoutingDecision, RoutingFacts, RoutingRule, RoutingSet, RuleTrace } from './types'

/** Whether a rule fits a matter and why; a rule without conditions fits every matter. */
export const testRule = (rule: Pick<RoutingRule, 'match' | 'conditions'>, facts: RoutingFacts, directory: Directory): { fits: boolean; why: Words } => {
  const findings = rule.conditions.map((condition) => testCondition(condition, facts, directory))
  if (findings.length === 0) return { fits: true, why: compose('always') }
  const held = findings.filter((finding) => finding.holds)
  const fits = rule.match === 'all' ? held.length === findings.length : held.length > 0
  const telling = fits ? held : findings.filter((finding) => !finding.holds)
  const words = joined(telling.map((finding) => finding.words))
  return { fits, why: fits && rule.match === 'any' && findings.length > 1 ? compose('anyOf', words) : words }
}

type Tested = { rule: RoutingRule; index: number } & ({ outcome: 'off' } | { outcome: 'notMatched' | 'skipped' | 'matched'; why: Words; target?: Target })

const testOne = (rule: RoutingRule, index: number, facts: RoutingFacts, directory: Directory): Tested => {
  if (!rule.on) return { rule, index, outcome: 'off' }
  const { fits, why } = testRule(rule, facts, directory)
  if (!fits) return { rule, index, outcome: 'notMatched', why }
  const target = targetOf(rule.result, facts, directory)
  return { rule, index, outcome: 'gone' in target ? 'skipped' : 'matched', why, target }
}

const whyOf = (tested: Tested, first: number | undefined): Words => {
  if (tested.outcome === 'off') return compose('off')
  if (tested.outcome === 'notMatched' || tested.target === undefined) return compose('notMatched', tested.why)
  if ('gone' in tested.target) return compose('skipped', tested.why, tested.target.gone)
  return tested.index === first ? compose('matched', tested.why, tested.target.name) : compose('later', tested.why)
}

const fallback = (facts: RoutingFacts, directory: Directory): Omit<RoutingDecision, 'trace'> => {
  const upwards = [...facts.unitCodes].reverse()
  for (const [height, code] of upwards.entries()) {
    const lead = leadTarget(code, directory)
    if (lead) return { mode: 'fallback', unit: lead.unit, person: lead.person, reason: compose(height === 0 ? 'fallback' : 'fallbackAbove', lead.name) }
  }
  return { mode: 'none', reason: compose('nobody') }
}

const decisionOf = (tested: Tested): Omit<RoutingDecision, 'trace'> | undefined => {
  if (tested.outcome !== 'matched' || tested.target === undefined || 'gone' in tested.target) return undefined
  const { name, ...ids } = tested.target
  return { mode: tested.rule.mode, ruleCode: tested.rule.code, ruleIndex: tested.index, ...ids, reason: compose('reason', tested.index + 1, tested.why, name) }
}

/**
 * Where a matter should go and why (domain.md §5). Every rule is tested and traced; the first that fits and points at somebody wins; one
 * that points at an empty team, a closed unit or a person who left is skipped visibly. No match falls to the unit's own lead, then upwards.
 */
export const evaluateRouting = ({ set, facts, directory }: { set: RoutingSet; facts: RoutingFacts; directory: Directory }): RoutingDecision => {
  const tested = set.rules.map((rule, index) => testOne(rule, index, facts, directory))
  const winner = tested.find((each) => each.outcome === 'matched')
  const trace = tested.map((each): RuleTrace => ({ rule: each.rule.code, name: each.rule.name, outcome: each.outcome, why: whyOf(each, winner?.index) }))
  return { ...((winner && decisionOf(winner)) ?? fallback(facts, directory)), trace }
}
