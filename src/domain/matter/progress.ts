import { DomainError } from '../errors'
import { PHASES, type Phase, type StepDef, type WorkflowDef } from '../workflow/types'

/**
 * A matter entered a step (its creation included). `at` is epoch milliseconds. `anew`: with this entry a new round began. `phase`: of a step that
 * the workflow the matter was carried to does not have.
 */
export type StepEntry = { at: number; step: string; anew?: boolean; phase?: Phase }

export type PhaseProgress = {
  phase: Phase
  state: 'done' | 'current' | 'skipped' | 'pending'
  /** When the matter last came into this phase; only for `done` and `current`. */
  from?: number
  /** When it left it again; only for `done`, and not for an archive it still is in. */
  until?: number
  /** How often the matter came into this phase: more than once after a return or a reopening. */
  visits: number
}

type Visit = { phase: Phase; from: number; until?: number }

/** Runs of entries within one phase, in order. A change of step inside a phase goes on with the same visit. */
const visitsOf = (entries: readonly StepEntry[], steps: ReadonlyMap<string, StepDef>): Visit[] => {
  const visits: Visit[] = []
  for (const { at, step, phase: told } of entries) {
    const phase = told ?? steps.get(step)?.phase
    if (!phase) throw new DomainError('internal', { step })
    const last = visits.at(-1)
    if (last?.phase === phase) continue
    if (last) last.until = at
    visits.push({ phase, from: at })
  }
  return visits
}

/** Whether a visit belongs to the present round, or to what came before the phase in which it began. */
const presentRound = (entries: readonly StepEntry[], steps: ReadonlyMap<string, StepDef>): ((visit: Visit) => boolean) => {
  const first = entries.findLast(({ anew }) => anew)
  const phase = first && (first.phase ?? steps.get(first.step)?.phase)
  if (!first || !phase) return () => true
  return (visit) => visit.from >= first.at || PHASES.indexOf(visit.phase) < PHASES.indexOf(phase)
}

type Standing = { current: Visit | undefined; closed: boolean; offered: ReadonlySet<Phase> }

const stateOf = (phase: Phase, last: Visit | undefined, { current, closed, offered }: Standing): PhaseProgress['state'] => {
  if (!current) return offered.has(phase) ? 'pending' : 'skipped'
  if (phase === current.phase) return closed ? 'done' : 'current'
  if (PHASES.indexOf(phase) > PHASES.indexOf(current.phase)) return offered.has(phase) ? 'pending' : 'skipped'
  return last ? 'done' : 'skipped'
}

/**
 * The six-phase bar of a matter: what was, is, was passed over, and is to come, from its events and its pinned workflow. Of
 * earlier rounds only the phases before the one in which the present round began are told.
 * A phase the matter went back behind is pending again. Throws `internal` on a step the workflow does not know, when no phase is given with it.
 */
export const progressOf = (entries: readonly StepEntry[], workflow: Pick<WorkflowDef, 'steps'>): PhaseProgress[] => {
  const steps = new Map(workflow.steps.map((step) => [step.code, step]))
  const visits = visitsOf(entries, steps)
  const standing: Standing = {
    current: visits.at(-1),
    closed: steps.get(entries.at(-1)?.step ?? '')?.kind === 'final',
    offered: new Set(workflow.steps.map(({ phase }) => phase)),
  }
  const inRound = presentRound(entries, steps)
  return PHASES.map((phase) => {
    const own = visits.filter((visit) => visit.phase === phase)
    const last = own.filter(inRound).at(-1)
    const state = stateOf(phase, last, standing)
    const dates = state === 'done' || state === 'current' ? { from: last?.from, until: last?.until } : {}
    return { phase, state, ...dates, visits: own.length }
  })
}
