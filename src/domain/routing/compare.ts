import type { Words } from '../words'
import { evaluateRouting } from './evaluate'
import type { Directory, RoutingDecision, RoutingFacts, RoutingSet, RuleResult } from './types'

/** Where a matter lands under a set of rules, and by which of them. `lead`: no rule took it, the unit's own lead does. */
export type Landing = {
  mode: RoutingDecision['mode']
  /** `number` counts from 1. */
  rule?: { code: string; number: number; name: Words }
  goes: RuleResult | { kind: 'lead' } | { kind: 'nobody' }
}

/** Matters that land elsewhere than before, for the same reason. */
export type Shift = { from: Landing; to: Landing; ids: string[] }

export type Comparison = {
  /** The largest first. */
  shifts: Shift[]
  /** How many land where they did. */
  same: number
  /** How many matters each rule of the later set takes, by its code. */
  hits: Record<string, number>
}

const remember = <A extends readonly unknown[], R>(ask: (...asked: A) => R, keyOf: (...asked: A) => string): ((...asked: A) => R) => {
  const known = new Map<string, R>()
  return (...asked) => {
    const key = keyOf(...asked)
    const held = known.get(key)
    if (held !== undefined || known.has(key)) return held as R
    const found = ask(...asked)
    known.set(key, found)
    return found
  }
}

/** A directory that looks everything up once: many matters ask for the same few teams. */
export const rememberingDirectory = (directory: Directory): Directory => ({
  ...directory,
  team: remember((code: string) => directory.team(code), (code) => code),
  unit: remember((code: string) => directory.unit(code), (code) => code),
  officer: remember((units: string[], post: string) => directory.officer(units, post), (units, post) => [post, ...units].join('/')),
})

const landingOf = (decision: RoutingDecision, { rules }: RoutingSet): Landing => {
  const rule = decision.ruleIndex === undefined ? undefined : rules[decision.ruleIndex]
  if (rule === undefined || decision.ruleIndex === undefined) return { mode: decision.mode, goes: { kind: decision.mode === 'none' ? 'nobody' : 'lead' } }
  return { mode: decision.mode, rule: { code: rule.code, number: decision.ruleIndex + 1, name: rule.name }, goes: rule.result }
}

/** Decisions of one path are told together: the same rule, or none. */
const pathOf = ({ mode, ruleIndex }: RoutingDecision): string => `${mode}:${ruleIndex ?? ''}`

const destination = ({ mode, team, unit, person }: RoutingDecision): string => [mode, team, unit, person].map((part) => part ?? '').join('|')

type Asked = { before: RoutingSet; after: RoutingSet; matters: readonly { id: string; facts: RoutingFacts }[]; directory: Directory }

/**
 * What a set of rules would have done to matters that another one has routed: the engine itself, over the same facts, with teams and people as
 * they are now. A matter counts as moved when it goes to somebody else, or is assigned where it was proposed; another rule with the same end
 * changes nothing.
 */
export const compareRouting = ({ before, after, matters, directory }: Asked): Comparison => {
  const known = rememberingDirectory(directory)
  const shifts = new Map<string, Shift>()
  const hits: Record<string, number> = {}
  let same = 0
  for (const { id, facts } of matters) {
    const [old, next] = [before, after].map((set) => evaluateRouting({ set, facts, directory: known }))
    if (old === undefined || next === undefined) continue
    if (next.ruleCode !== undefined) hits[next.ruleCode] = (hits[next.ruleCode] ?? 0) + 1
    if (destination(old) === destination(next)) { same += 1; continue }
    const key = `${pathOf(old)} ${pathOf(next)}`
    const shift = shifts.get(key) ?? { from: landingOf(old, before), to: landingOf(next, after), ids: [] }
    shift.ids.push(id)
    shifts.set(key, shift)
  }
  return { shifts: [...shifts.values()].sort((one, other) => other.ids.length - one.ids.length), same, hits }
}
