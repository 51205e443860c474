import type { ClockSignal } from '../clocks/types'
import { CLOCK_SIGNALS } from '../clocks/types'
import { changeTransition, removeStep, toggled } from './edit'
import { GUARDS, type Guard, type TransitionDef, type WorkflowDef } from './types'

type Issue = { code: string; path: string; params?: Record<string, unknown> }

/** What an issue speaks of: a step or a transition, by its place in a JSON pointer. */
export const subjectOf = (flow: WorkflowDef, path: string): { kind: 'step' | 'transition'; code: string } | undefined => {
  const [, list, at] = path.split('/')
  if (list === 'steps') {
    const code = flow.steps[Number(at)]?.code
    return code === undefined ? undefined : { kind: 'step', code }
  }
  const code = list === 'transitions' ? flow.transitions[Number(at)]?.code : undefined
  return code === undefined ? undefined : { kind: 'transition', code }
}

const guarded = (guard: Guard) => (flow: WorkflowDef, transition: TransitionDef): WorkflowDef =>
  transition.guards.includes(guard) ? flow : changeTransition(flow, transition.code, { guards: toggled(GUARDS, transition.guards, guard) })

const isSignal = (value: unknown): value is ClockSignal => CLOCK_SIGNALS.some((signal) => signal === value)

const told = (flow: WorkflowDef, transition: TransitionDef, { params }: Issue): WorkflowDef => {
  const signal = params?.signal
  return isSignal(signal) && !transition.signals.includes(signal) ? changeTransition(flow, transition.code, { signals: toggled(CLOCK_SIGNALS, transition.signals, signal) }) : flow
}

const OF_TRANSITION: Record<string, (flow: WorkflowDef, transition: TransitionDef, issue: Issue) => WorkflowDef> = {
  signalMissing: told,
  verifyWithoutNotHandler: guarded('notHandler'),
  supervisesOwnWork: guarded('notHandler'),
  escalateWithoutGuard: guarded('canEscalate'),
  reopenWithoutLimit: guarded('withinReopenDays'),
  verifyNotByStaff: (flow, { code }) => changeTransition(flow, code, { actors: ['staff'] }),
  machineDecides: (flow, { code, actors }) => {
    const people = actors.filter((actor) => actor === 'staff' || actor === 'reporter')
    return changeTransition(flow, code, { actors: people.length > 0 ? people : ['staff'] })
  },
}

/** The draft with an issue mended where only one way makes sense; undefined where the author must decide. */
export const repaired = (flow: WorkflowDef, issue: Issue): WorkflowDef | undefined => {
  const subject = subjectOf(flow, issue.path)
  if (!subject) return undefined
  if (subject.kind === 'step') return issue.code === 'unreachable' ? removeStep(flow, subject.code) : undefined
  const transition = flow.transitions.find(({ code }) => code === subject.code)
  const mended = transition && OF_TRANSITION[issue.code]?.(flow, transition, issue)
  return mended === flow ? undefined : mended
}
