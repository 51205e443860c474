import { DomainError, type FieldError } from '../errors'
import type { ClockSignal } from '../clocks/types'
import type { Words } from '../words'
import { assignmentChanges, leadOf, type AssignmentChanges } from './assignments'
import { blockedBy, mayTake, type ActingContext } from './available'
import { isMachine } from './guards'
import { changeOf, fallbackUnit } from './effects'
import { validateInputs } from './inputs'
import { moveChange } from './moves'
import { whoKey } from './partyInputs'
import { patched, type Change, type MatterPatch } from './patch'
import { byRole, type RoleValues } from './roles'
import { silenceAllows } from './silence'
import { mayBeUnowned, stepOf, targetOf, transitionOf } from './steps'
import { textsOf, withResponsible, type EventText } from './texts'
import type { Actor, MatterState, Party, Phase, StepDef, TransitionDef } from './types'

/** The fact that is recorded. Erasable texts stand apart, in `texts` of the result. */
export type TransitionEvent = {
  transition: string
  fromStep: string
  toStep: string
  fromPhase: Phase
  toPhase: Phase
  actor: Actor
  at: number
  /** Revision and round after the transition. */
  revision: number
  round: number
  outcome?: string
  rating?: number
  lead?: Party
  parties?: Party[]
  target?: string
  verifier?: string
  photos?: string[]
  extendMinutes?: number
  cites?: string
}

export type ApplyResult = {
  transition: TransitionDef
  patch: MatterPatch
  /** The state as it is once the patch is written. */
  state: MatterState
  event: TransitionEvent
  texts: EventText[]
  signals: ClockSignal[]
  /** Minutes to add to the running resolve clock. */
  extendMinutes?: number
  assignments: AssignmentChanges
  outcome?: string
  /** What the reporter is told in so many words, and the line of the reporter's timeline. */
  reply?: string
  residentLine?: Words
}

export type ApplyArgs = ActingContext & { transitionCode: string; input: Record<string, unknown>; expectedRevision: number }

const admit = (args: ApplyArgs): TransitionDef => {
  const transition = transitionOf(args.workflow, args.transitionCode)
  if (transition === undefined) throw new DomainError('invalid', {}, [{ field: 'transition', code: 'notOffered' }])
  if (!mayTake(transition, args)) throw new DomainError('notAllowed', { transition: transition.code })
  const { revision, step } = args.state
  if (args.expectedRevision !== revision) throw new DomainError('conflict', { expected: args.expectedRevision, revision, step })
  if (!transition.from.includes(step)) throw new DomainError('illegalStep', { step, transition: transition.code })
  const guard = blockedBy(transition, args)
  if (guard === 'notHandler') throw new DomainError('verifierHandled', { guard, transition: transition.code })
  if (guard !== undefined) throw new DomainError('guardFailed', { guard, transition: transition.code })
  if (isMachine(args.actor) && !silenceAllows(transition, args)) throw new DomainError('guardFailed', { guard: 'silence', transition: transition.code })
  return transition
}

const noneTwice = (transition: TransitionDef, roles: RoleValues, state: MatterState): FieldError[] => {
  const lead = roles.lead ?? leadOf(state)
  const at = lead === undefined ? -1 : (roles.parties ?? []).findIndex((party) => whoKey(party) === whoKey(lead))
  const key = transition.inputs.find((def) => def.role === 'parties')?.key ?? 'parties'
  return at < 0 ? [] : [{ field: `${key}.${at}`, code: 'duplicate' }]
}

/** A part without a deadline of its own is due with the matter. */
const withDeadlines = (roles: RoleValues, { dueAt }: MatterState): RoleValues =>
  roles.parties === undefined || dueAt === undefined ? roles : { ...roles, parties: roles.parties.map((party) => ({ dueAt, ...party })) }

const readRoles = (transition: TransitionDef, args: ApplyArgs): RoleValues => {
  const { values, fieldErrors } = validateInputs({ defs: transition.inputs, raw: args.input, now: args.now })
  const roles = withDeadlines(byRole(transition, values), args.state)
  const errors = [...fieldErrors, ...noneTwice(transition, roles, args.state)]
  if (errors.length > 0) throw new DomainError('invalid', { transition: transition.code }, errors)
  return roles
}

/** Past routing somebody must be responsible; an archived matter of no known place is the one exception. */
const ownerChange = (state: MatterState, target: StepDef, args: ApplyArgs): Change => {
  if (state.ownerUnit !== undefined || mayBeUnowned(target.phase)) return {}
  const unit = fallbackUnit(state, args.actor)
  if (unit !== undefined) return { ownerUnit: unit }
  if (target.kind === 'final') return {}
  throw new DomainError('invalid', { transition: args.transitionCode }, [{ field: 'lead.unit', code: 'required' }])
}

const reckon = (transition: TransitionDef, roles: RoleValues, args: ApplyArgs): { patch: MatterPatch; from: StepDef; target: StepDef } => {
  const from = stepOf(args.workflow, args.state.step)
  const target = targetOf(args.workflow, transition, args.state)
  let change: Change = {}
  const add = (part: Change): void => {
    change = { ...change, ...part }
  }
  const current = (): MatterState => patched(args.state, change)
  for (const effect of transition.effects) add(changeOf(effect, { state: current(), roles, transition, actor: args.actor }))
  add(moveChange({ state: current(), transition, from, target, now: args.now }))
  if (from.code !== target.code) add(ownerChange(current(), target, args))
  return { patch: { ...change, step: target.code, phase: target.phase, revision: args.state.revision + 1 }, from, target }
}

const withoutNote = ({ note: _note, ...party }: Party): Party => party

const eventOf = (args: ApplyArgs & { transition: TransitionDef; roles: RoleValues; from: StepDef; target: StepDef; after: MatterState }): TransitionEvent => {
  const { transition, roles, from, target, after } = args
  const data: Partial<TransitionEvent> = {
    outcome: transition.effects.includes('setOutcome') ? after.outcome : undefined,
    rating: roles.rating,
    lead: roles.lead,
    parties: roles.parties?.map(withoutNote),
    target: roles.target,
    verifier: roles.verifier,
    photos: roles.photos,
    extendMinutes: roles.extension,
    cites: transition.cites,
  }
  return {
    transition: transition.code, fromStep: from.code, toStep: target.code, fromPhase: from.phase, toPhase: target.phase,
    actor: args.actor, at: args.now, revision: after.revision, round: after.round,
    ...Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)),
  }
}

/**
 * The one door that changes a step (domain.md §3 rule 1), as a pure reckoning: nothing is written here. `input` is what was sent,
 * `now` epoch milliseconds. Throws DomainError: `notAllowed`, `conflict` (the matter is not as the actor saw it), `illegalStep`,
 * `verifierHandled`, `guardFailed` (`detail.guard`), `invalid` (`fields`).
 */
export const applyTransition = (args: ApplyArgs): ApplyResult => {
  const transition = admit(args)
  const roles = readRoles(transition, args)
  const { patch, from, target } = reckon(transition, roles, args)
  const state = patched(args.state, patch)
  const line = withResponsible(transition.residentLine, roles.responsible)
  return {
    transition,
    patch,
    state,
    event: eventOf({ ...args, transition, roles, from, target, after: state }),
    texts: textsOf(roles),
    signals: [...transition.signals],
    ...(transition.effects.includes('extend') && roles.extension !== undefined ? { extendMinutes: roles.extension } : {}),
    assignments: assignmentChanges(args.state, state),
    ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
    ...(roles.reply === undefined ? {} : { reply: roles.reply }),
    ...(line === undefined ? {} : { residentLine: line }),
  }
}
