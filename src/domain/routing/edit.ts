import { canonical } from '../canonical'
import type { Words } from '../words'
import type { RoutingRule, RoutingSet, RuleCondition } from './types'

/** What is done to a set of rules in its editor. Nothing here checks: `lintRouting` does. */

const freeCode = (rules: readonly RoutingRule[]): string => {
  const taken = new Set(rules.map(({ code }) => code))
  let number = rules.length + 1
  while (taken.has(`rule-${number}`)) number += 1
  return `rule-${number}`
}

/** A set with one more rule at its end, which asks for nothing and leads nowhere yet. A new rule only proposes: trust is given later. */
export const addRule = (set: RoutingSet, name: Words): { set: RoutingSet; code: string } => {
  const code = freeCode(set.rules)
  const rule: RoutingRule = { code, name, on: true, match: 'all', conditions: [], result: { kind: 'team', team: '' }, mode: 'proposed' }
  return { set: { ...set, rules: [...set.rules, rule] }, code }
}

export const changeRule = (set: RoutingSet, code: string, change: Partial<Omit<RoutingRule, 'code'>>): RoutingSet =>
  ({ ...set, rules: set.rules.map((rule) => (rule.code === code ? { ...rule, ...change } : rule)) })

export const removeRule = (set: RoutingSet, code: string): RoutingSet => ({ ...set, rules: set.rules.filter((rule) => rule.code !== code) })

/** The rule at `from` stands at `to`; places outside the list change nothing. */
export const moveRule = (set: RoutingSet, from: number, to: number): RoutingSet => {
  const rule = set.rules[from]
  if (rule === undefined || to < 0 || to >= set.rules.length) return set
  const rest = set.rules.filter((_, at) => at !== from)
  return { ...set, rules: [...rest.slice(0, to), rule, ...rest.slice(to)] }
}

/** A condition on a field before anything is chosen for it. */
export const blankCondition = (field: RuleCondition['field']): RuleCondition => {
  switch (field) {
    case 'category': case 'unit': return { field, op: 'within', codes: [] }
    case 'matterType': case 'source': return { field, op: 'isOneOf', codes: [] }
    case 'severity': return { field, op: 'atLeast', value: 3 }
    case 'text': return { field, op: 'containsAny', words: [] }
    case 'timeOfDay': return { field, op: 'between', from: '20:00', to: '07:00' }
    case 'workingTime': return { field, op: 'is', value: false }
    case 'answer': return { field, question: '', op: 'is', value: '' }
  }
}

export type RuleChange = { kind: 'added' | 'removed' | 'changed' | 'moved'; code: string; name: Words; /** Place in the later set, from 1; of a removed rule, in the earlier. */ number: number }

/** Rules that keep their order: the longest common run of codes, so that one rule moved is one change. */
const steady = (before: readonly string[], after: readonly string[]): Set<string> => {
  const places = after.flatMap((code) => (before.includes(code) ? [{ code, at: before.indexOf(code) }] : []))
  const runs: { code: string; at: number }[][] = []
  for (const place of places) {
    const best = runs.filter((run) => (run.at(-1)?.at ?? -1) < place.at).reduce<{ code: string; at: number }[]>((longest, run) => (run.length > longest.length ? run : longest), [])
    runs.push([...best, place])
  }
  return new Set(runs.reduce((longest, run) => (run.length > longest.length ? run : longest), []).map(({ code }) => code))
}

/** What one set of rules changes of another, in the order of the later one, then what it leaves out. */
export const changedRules = (before: readonly RoutingRule[], after: readonly RoutingRule[]): RuleChange[] => {
  const old = new Map(before.map((rule) => [rule.code, rule]))
  const still = steady(before.map(({ code }) => code), after.map(({ code }) => code))
  const kindOf = (rule: RoutingRule): RuleChange['kind'] | undefined => {
    const was = old.get(rule.code)
    if (was === undefined) return 'added'
    if (canonical(was) !== canonical(rule)) return 'changed'
    return still.has(rule.code) ? undefined : 'moved'
  }
  const later = after.flatMap((rule, at): RuleChange[] => {
    const kind = kindOf(rule)
    return kind ? [{ kind, code: rule.code, name: rule.name, number: at + 1 }] : []
  })
  const gone = before.flatMap((rule, at): RuleChange[] => (after.some(({ code }) => code === rule.code) ? [] : [{ kind: 'removed', code: rule.code, name: rule.name, number: at + 1 }]))
  return [...later, ...gone]
}
