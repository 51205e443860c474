import type { Change } from './patch'
import { isBeforeSupervision } from './steps'
import type { MatterState, StepDef, TransitionDef } from './types'

type Move = { state: MatterState; transition: TransitionDef; from: StepDef; target: StepDef; now: number }

// A wait that follows a wait still goes back to where the first one was entered from.
const previousStep = ({ state, from, target }: Move): Change => {
  if (target.kind === 'waiting' && from.kind === 'final') return { previousStep: state.closedFrom?.previousStep ?? null }
  if (target.kind === 'waiting') return from.kind === 'waiting' ? {} : { previousStep: from.code }
  return state.previousStep === undefined ? {} : { previousStep: null }
}

const archiving = ({ from, target, now }: Move): Change => {
  if (target.kind === 'final') return { archivedAt: now }
  return from.kind === 'final' ? { archivedAt: null } : {}
}

const forgetting = ({ state, transition, target }: Move): Change => {
  if (!isBeforeSupervision(target.phase)) return {}
  return {
    ...(state.verifiedBy === undefined ? {} : { verifiedBy: null }),
    ...(state.outcome === undefined || transition.effects.includes('setOutcome') ? {} : { outcome: null }),
  }
}

/** What entering another step means by itself, whatever the effects of the transition. Staying means nothing. */
export const moveChange = (move: Move): Change =>
  move.from.code === move.target.code ? {} : { stepSince: move.now, ...previousStep(move), ...archiving(move), ...forgetting(move) }
