import type { Actor, Effect, Guard, MatterState, TransitionDef, WorkflowDef } from './types'

const DAY = 86_400_000

/** What guards look at. `actorUnits` and `actorTeams` are ids the actor belongs to now; instants are epoch milliseconds. */
export type GuardFacts = {
  state: MatterState
  actor: Actor
  workflow: WorkflowDef
  now: number
  actorUnits: readonly string[]
  actorTeams: readonly string[]
}

/** Jobs and rules: they decide only what a person can overrule (decisions.md 14). */
export const isMachine = (actor: Actor): boolean => actor.kind === 'system' || actor.kind === 'rule'

/** Persons who must not supervise this round: those who handled it, its lead and its co-handlers (domain.md §3 rule 4). */
export const workersOf = (state: MatterState): Set<string> =>
  new Set([...state.handlers, state.ownerPerson, ...state.parties.map((party) => party.person)].filter((id) => id !== undefined))

const holds = (ids: readonly string[], id: string | undefined): boolean => id !== undefined && ids.includes(id)

const hasOwner = (state: MatterState): boolean => Boolean(state.ownerUnit ?? state.ownerTeam ?? state.ownerPerson)

const isOwner = ({ state, actor, actorUnits, actorTeams }: GuardFacts): boolean =>
  actor.kind === 'staff' && (actor.id === state.ownerPerson || holds(actorTeams, state.ownerTeam) || holds(actorUnits, state.ownerUnit))

const evaluators: Record<Guard, (facts: GuardFacts) => boolean> = {
  notHandler: ({ actor, state }) => actor.kind !== 'staff' || !workersOf(state).has(actor.id),
  notReviewer: ({ actor, state }) => actor.kind !== 'staff' || !(state.reviewers ?? []).includes(actor.id),
  isOwner,
  hasParties: ({ state }) => hasOwner(state) && state.parties.length > 0,
  partsClosed: ({ state }) => state.openParts === 0,
  verified: ({ state }) => state.verifiedBy !== undefined,
  withinReopenDays: ({ state, workflow, now }) => state.archivedAt !== undefined && now - state.archivedAt <= workflow.reopenDays * DAY,
  canEscalate: ({ state }) => state.ownerUnit !== undefined && state.ownerUnitParent !== undefined,
  notMerged: ({ state }) => state.mergedInto === undefined && state.outcome !== 'merged',
  notAsker: ({ actor, state }) => actor.kind !== 'staff' || !workersOf(state).has(actor.id),
  sharesEnded: ({ state }) => state.parties.length === 0,
  canAsk: ({ state }) => state.askable !== false,
  cannotAsk: ({ state }) => state.askable === false,
  merged: ({ state }) => state.mergedInto !== undefined,
}

/** Whether one guard lets the actor pass now. */
export const guardHolds = (guard: Guard, facts: GuardFacts): boolean => evaluators[guard](facts)

/** Effects by which somebody stands for the work of others. */
const JUDGING: readonly Effect[] = ['markVerified', 'markReviewed']

/**
 * Guards of a transition, with those that hold in every workflow whatever its author wrote:
 * a verification or a review, and closing out of supervision, never by a worker of the round or twice by one person; a machine never closes what no person verified (decisions.md 14).
 */
export const guardsOf = (transition: TransitionDef, facts: GuardFacts): Guard[] => {
  const guards = new Set(transition.guards)
  if (JUDGING.some((effect) => transition.effects.includes(effect))) guards.add('notHandler').add('notReviewer')
  const target = facts.workflow.steps.find((step) => step.code === transition.to)
  if (isMachine(facts.actor) && target?.kind === 'final') guards.add('verified')
  const present = facts.workflow.steps.find((step) => step.code === facts.state.step)
  if (present?.phase === 'supervision' && target?.kind === 'final') guards.add('notHandler')
  if (transition.effects.includes('escalate')) guards.add('canEscalate')
  return [...guards]
}

/** The first guard that stands in the way, or undefined when none does. */
export const firstFailing = (transition: TransitionDef, facts: GuardFacts): Guard | undefined =>
  guardsOf(transition, facts).find((guard) => !guardHolds(guard, facts))
