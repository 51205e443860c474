import type { Permission } from '../access/types'
import { firstFailing } from './guards'
import type { Actor, Guard, MatterState, TransitionDef, WorkflowDef } from './types'

/** Everything a decision on a matter depends on. `can` answers for the actor on this very matter; only staff are asked. */
export type ActingContext = {
  workflow: WorkflowDef
  state: MatterState
  actor: Actor
  can: (permission: Permission) => boolean
  now: number
  /** Ids of units and teams the staff actor belongs to now. */
  actorUnits?: readonly string[]
  actorTeams?: readonly string[]
}

export type AvailableTransition = { transition: TransitionDef; blockedBy?: Guard }

/** Whether this kind of actor, with these permissions, may ever take the transition. Guards and step are not asked. */
export const mayTake = (transition: TransitionDef, { actor, can }: Pick<ActingContext, 'actor' | 'can'>): boolean =>
  transition.actors.includes(actor.kind) && (actor.kind !== 'staff' || can(transition.permission))

/** The guard that blocks the transition now, if any. */
export const blockedBy = (transition: TransitionDef, context: ActingContext): Guard | undefined => {
  const ownUnit = context.actor.kind === 'staff' && context.actor.unit !== undefined ? [context.actor.unit] : []
  return firstFailing(transition, { ...context, actorUnits: context.actorUnits ?? ownUnit, actorTeams: context.actorTeams ?? [] })
}

/**
 * What the actor may do with the matter now, in the workflow's order. Transitions of other kinds of actor, or without permission, are
 * not listed; those a rule forbids at the moment are listed with the guard's code, so that a page can say why.
 */
export const availableTransitions = (context: ActingContext): AvailableTransition[] =>
  context.workflow.transitions
    .filter((transition) => transition.from.includes(context.state.step) && mayTake(transition, context))
    .map((transition) => {
      const guard = blockedBy(transition, context)
      return guard === undefined ? { transition } : { transition, blockedBy: guard }
    })
