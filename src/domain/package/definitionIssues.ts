import { lintLimits } from '../clocks/lintLimits'
import type { LimitSet } from '../clocks/types'
import { lintRouting, type RoutingLintContext } from '../routing/lint'
import type { RoutingSet } from '../routing/types'
import { lintOffice, type FlowOffice } from '../workflow/lintOffice'
import type { WorkflowDef } from '../workflow/types'
import { definitionProblems, definitionShape } from './definitionProblems'
import type { DefinitionKind } from './definitions'
import type { DefinitionIssue } from './issue'
import { definitionReferences, type CodeKind } from './references'

/** What the office holds now, so that codes can be looked up and rules tested against it. */
export type OfficeContext = { knows: (kind: CodeKind, code: string) => boolean; routing: RoutingLintContext; /** Needed to judge workflows only. */ flow?: FlowOffice }

// Routing rules are looked up by their own lint, which also knows who would be found there.
const dangling = (kind: DefinitionKind, value: unknown, { knows }: OfficeContext): DefinitionIssue[] =>
  kind === 'routing' ? [] : definitionReferences(kind, value)
    .filter((reference) => !knows(reference.kind, reference.code))
    .map(({ path, kind: of, code }) => ({ severity: 'error', path, code: 'unknownCode', params: { kind: of, value: code } }))

const limitWarnings = (value: unknown): DefinitionIssue[] => {
  const { limits } = value as LimitSet
  return lintLimits({ limits }).filter(({ severity }) => severity === 'warning').map(({ severity, limit, code, params }) => {
    const at = limits.findIndex((row) => row.code === limit)
    return { severity, path: at < 0 ? '/limits' : `/limits/${at}`, code, params }
  })
}

const lints: Record<DefinitionKind, (value: unknown, office: OfficeContext) => DefinitionIssue[]> = {
  form: () => [],
  workflow: (value, { flow }) => (flow ? lintOffice(value as WorkflowDef, flow) : []),
  limits: limitWarnings,
  register: () => [],
  routing: (value, { routing }) => lintRouting(value as RoutingSet, routing),
}

/**
 * Everything to be said about a definition before it is published: its shape; what its engine refuses; codes that lead nowhere in this office;
 * and what is allowed but doubtful. Source: domain.md §5, decisions.md 4.
 */
export const definitionIssues = (kind: DefinitionKind, value: unknown, office: OfficeContext): DefinitionIssue[] => {
  const faults = definitionProblems(kind, value).map((problem): DefinitionIssue => ({ severity: 'error', ...problem }))
  if (definitionShape(kind, value).length > 0) return faults
  return [...faults, ...dangling(kind, value, office), ...lints[kind](value, office)]
}
