import type { Words } from '../words'

/** Typed fields and closed operators. Never code, never a query string (domain.md §5). */
export type RuleCondition =
  | { field: 'category'; op: 'within' | 'notWithin'; codes: string[] }
  | { field: 'unit'; op: 'within' | 'notWithin'; codes: string[] }
  | { field: 'matterType'; op: 'isOneOf' | 'isNoneOf'; codes: string[] }
  | { field: 'source'; op: 'isOneOf' | 'isNoneOf'; codes: string[] }
  | { field: 'severity'; op: 'atLeast' | 'atMost'; value: number }
  | { field: 'text'; op: 'containsAny' | 'containsAll' | 'containsNone'; words: string[] }
  | { field: 'timeOfDay'; op: 'between'; from: string; to: string }
  | { field: 'workingTime'; op: 'is'; value: boolean }
  /** `atLeast` and `atMost` compare numbers; their value is one, as written. */
  | { field: 'answer'; question: string; op: 'is' | 'isNot' | 'atLeast' | 'atMost'; value: string }

/** Where a rule sends a matter. `unitPost`: the matter's own unit's officer of that post, else its unit's lead. Codes, not ids. */
export type RuleResult =
  | { kind: 'team'; team: string }
  | { kind: 'unit'; unit: string }
  | { kind: 'unitPost'; post: string }

export type RoutingRule = {
  code: string
  name: Words
  on: boolean
  match: 'all' | 'any'
  conditions: RuleCondition[]
  result: RuleResult
  /** `trusted` assigns by itself; `proposed` waits for a dispatcher. */
  mode: 'trusted' | 'proposed'
}

export type RoutingSet = { code: string; name: Words; rules: RoutingRule[] }

/** What is known of a matter when rules run. Code lists run from the root to the node itself. */
export type RoutingFacts = {
  categoryCodes: string[]
  unitCodes: string[]
  matterType: string
  source: string
  severity: number
  text: string
  answers: Record<string, unknown>
  /** Minutes after local midnight, and whether the calendar calls it working time. */
  minuteOfDay: number
  workingTime: boolean
}

/** What rules may point at, as it stands now; `objected`: has just said that this matter is not theirs. Injected, so that the engine stays pure. */
export type Directory = {
  team(code: string): { id: string; name: Words; members: number; active: boolean; objected?: boolean } | undefined
  unit(code: string): { id: string; name: Words; active: boolean; lead?: string; objected?: boolean } | undefined
  /** The officer of a post covering the matter's unit, nearest first; undefined when nobody holds it. */
  officer(unitCodes: string[], post: string): { id: string; name: string; unit: string } | undefined
  /** Whether a person still works here. Without it every lead counts as present. */
  person?(id: string): { active: boolean } | undefined
  /** Names that reasons read aloud; a code stands for itself where there is none. */
  nameOf?(kind: NamedKind, code: string): Words | undefined
  /** What an answer is called that was chosen from a list. */
  answerOf?(question: string, value: string): Words | undefined
}

/** What reasons name besides teams and units. */
export type NamedKind = 'category' | 'matterType' | 'source' | 'post' | 'question'

export type RuleTrace = {
  rule: string
  name: Words
  outcome: 'matched' | 'notMatched' | 'off' | 'skipped'
  /** Which conditions failed, or why a matching rule was skipped visibly. */
  why: Words
}

export type RoutingDecision = {
  mode: 'trusted' | 'proposed' | 'fallback' | 'none'
  ruleCode?: string
  ruleIndex?: number
  /** Ids. */
  team?: string
  unit?: string
  person?: string
  /** Words a clerk can read back to a resident: "规则 3：类别在「…」、夜间 → 某队". */
  reason: Words
  trace: RuleTrace[]
}
