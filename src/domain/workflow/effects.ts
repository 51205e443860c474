import { workersOf } from './guards'
import { whoKey } from './partyInputs'
import type { Change } from './patch'
import type { RoleValues } from './roles'
import type { Actor, Effect, MatterState, Party, TransitionDef } from './types'

/** What effects work from. `state` already carries the effects before it. */
export type EffectFacts = { state: MatterState; roles: RoleValues; transition: TransitionDef; actor: Actor }

const actorUnit = (actor: Actor): string | undefined => (actor.kind === 'staff' ? actor.unit : undefined)

/** Who is responsible where nobody was named: the owner so far, the matter's own unit, the first-asked unit, the actor's. */
export const fallbackUnit = (state: MatterState, actor: Actor): string | undefined =>
  state.ownerUnit ?? state.unit ?? state.firstUnit ?? actorUnit(actor)

// Whoever becomes the lead is no co-handler any more.
const newLead = (state: MatterState, lead: Party): Change => ({
  ownerUnit: lead.unit ?? null,
  ownerTeam: lead.team ?? null,
  ownerPerson: lead.person ?? null,
  parties: state.parties.filter((party) => whoKey(party) !== whoKey(lead)),
})

const assignLead = ({ state, roles, actor }: EffectFacts): Change =>
  roles.lead === undefined ? {} : newLead(state, { ...roles.lead, unit: roles.lead.unit ?? fallbackUnit(state, actor) })

const markHandled = ({ state, actor }: EffectFacts): Change => {
  const workers = workersOf(state)
  if (actor.kind === 'staff') workers.add(actor.id)
  return { handlers: [...workers] }
}

const markReviewed = ({ state, actor }: EffectFacts): Change =>
  actor.kind === 'staff' ? { reviewers: [...new Set([...(state.reviewers ?? []), actor.id])] } : {}

const firstAsked = ({ state, actor }: EffectFacts): Change => {
  const unit = state.firstUnit ?? actorUnit(actor) ?? state.unit
  return unit === undefined ? {} : { firstUnit: unit }
}

const setOutcome = ({ roles, transition }: EffectFacts): Change => {
  const outcome = roles.outcome ?? transition.outcome
  return outcome === undefined ? {} : { outcome }
}

const restored = ({ state }: EffectFacts): Change => {
  const { lead, parties = [] } = state.closedFrom ?? {}
  return { ownerUnit: lead?.unit ?? null, ownerTeam: lead?.team ?? null, ownerPerson: lead?.person ?? null, parties, outcome: null, rating: null, mergedInto: null }
}

const evaluators: Record<Effect, (facts: EffectFacts) => Change> = {
  assignLead,
  assignParties: ({ roles }) => (roles.parties === undefined ? {} : { parties: roles.parties }),
  clearOwner: () => ({ ownerUnit: null, ownerTeam: null, ownerPerson: null, parties: [] }),
  escalate: ({ state }) => newLead(state, { unit: state.ownerUnitParent }),
  acceptByActorUnit: firstAsked,
  countReturn: ({ state }) => ({ returns: state.returns + 1, verifiedBy: null, outcome: null, reviewers: [] }),
  markHandled,
  markReviewed,
  markVerified: ({ actor }) => (actor.kind === 'staff' ? { verifiedBy: actor.id } : {}),
  // The minutes go to the running clock, not to the matter.
  extend: () => ({}),
  setOutcome,
  mergeInto: ({ roles }) => (roles.target === undefined ? {} : { mergedInto: roles.target }),
  newRound: ({ state }) => ({ round: state.round + 1, handlers: [], reviewers: [], verifiedBy: null, outcome: null, rating: null, mergedInto: null }),
  setRating: ({ roles }) => (roles.rating === undefined ? {} : { rating: roles.rating }),
  restore: restored,
}

/** The change one effect makes. */
export const changeOf = (effect: Effect, facts: EffectFacts): Change => evaluators[effect](facts)
