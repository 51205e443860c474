import { canonical } from '../canonical'
import type { Words } from '../words'
import type { StepDef, TransitionDef, WorkflowDef } from './types'

/** One thing in which two versions of a workflow differ. `fields`: which parts of it, where it is in both. */
export type FlowChange = { of: 'step' | 'transition' | 'whole'; code: string; name: Words; what: 'added' | 'removed' | 'changed'; fields: string[] }

const differing = (before: object, after: object): string[] => {
  const [one, other] = [before as Record<string, unknown>, after as Record<string, unknown>]
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => canonical(one[key] ?? null) !== canonical(other[key] ?? null))
}

const compared = <T extends StepDef | TransitionDef>(of: 'step' | 'transition', before: readonly T[], after: readonly T[]): FlowChange[] => [
  ...after.flatMap((now): FlowChange[] => {
    const was = before.find(({ code }) => code === now.code)
    if (!was) return [{ of, code: now.code, name: now.name, what: 'added', fields: [] }]
    const fields = differing(was, now)
    return fields.length > 0 ? [{ of, code: now.code, name: now.name, what: 'changed', fields }] : []
  }),
  ...before.filter(({ code }) => !after.some((now) => now.code === code)).map((was): FlowChange => ({ of, code: was.code, name: was.name, what: 'removed', fields: [] })),
]

const order = (rows: readonly { code: string }[], shared: readonly { code: string }[]): string =>
  rows.filter(({ code }) => shared.some((row) => row.code === code)).map(({ code }) => code).join(' ')

/** What a draft changes of a version, in the order of the draft. Nothing is everything new. */
export const flowChanges = (before: WorkflowDef | undefined, after: WorkflowDef): FlowChange[] => {
  const was: WorkflowDef = before ?? { ...after, steps: [], transitions: [] }
  const whole = (['name', 'reopenDays', 'outcomes'] as const).filter((key) => canonical(was[key] ?? null) !== canonical(after[key] ?? null))
  const moved = (['steps', 'transitions'] as const).filter((key) => order(was[key], after[key]) !== order(after[key], was[key]))
  const fields: string[] = [...whole, ...moved]
  return [
    ...(fields.length > 0 ? [{ of: 'whole' as const, code: after.code, name: after.name, what: 'changed' as const, fields }] : []),
    ...compared('step', was.steps, after.steps),
    ...compared('transition', was.transitions, after.transitions),
  ]
}
