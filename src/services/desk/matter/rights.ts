import { pathDepth } from '@/domain/grid/path'
import { availableTransitions } from '@/domain/workflow/available'
import type { TransitionDef } from '@/domain/workflow/types'
import { STAFF_ACTS } from '@/services/matters/acts'
import { mayAct, type Act } from '@/services/matters/acts/types'
import type { Desk } from '../desk'
import { inTreeOrder } from '../queue'
import type { CorrectVM, MatterAct, MatterVM } from '../view'
import type { Loaded } from './load'

/** The transition that hands a matter to another lead and nothing else, from its present step. */
export const assigning = (transitions: readonly TransitionDef[]): TransitionDef | undefined =>
  transitions.find(({ effects }) => effects.includes('assignLead') && !effects.includes('assignParties'))

/** The transition that takes a matter from its lead, back to where somebody is found for it. */
export const takingBack = (transitions: readonly TransitionDef[]): TransitionDef | undefined =>
  transitions.find(({ effects }) => effects.includes('clearOwner') && !effects.includes('newRound'))

const mayDo = ({ context, matter }: Loaded, name: keyof typeof STAFF_ACTS): boolean => {
  const act: Act = STAFF_ACTS[name]
  return mayAct(act, matter, context.can) && (matter.open || Boolean(act.frozen))
}

const mayClaim = (desk: Desk, loaded: Loaded): boolean => {
  const { matter } = loaded
  const ours = (matter.ownerTeam && desk.acting.teams.includes(matter.ownerTeam)) || (matter.ownerUnit && desk.acting.units.includes(matter.ownerUnit))
  return mayDo(loaded, 'claim') && Boolean(ours) && !matter.ownerPerson
}

/** Which acts besides the listed transitions the viewer may do now. */
export const rightsOf = (desk: Desk, loaded: Loaded): Record<MatterAct, boolean> => {
  const free = availableTransitions(loaded.context).flatMap(({ transition, blockedBy }) => (blockedBy ? [] : [transition]))
  return {
    note: mayDo(loaded, 'note'), reply: mayDo(loaded, 'reply'), tag: mayDo(loaded, 'tag'), untag: mayDo(loaded, 'untag'),
    assignParty: mayDo(loaded, 'assignParty'), endParty: mayDo(loaded, 'endParty'), claim: mayClaim(desk, loaded), assign: assigning(free) !== undefined,
    merge: loaded.matter.open && !loaded.matter.mergedInto && loaded.context.can('matter.merge'), undoMerge: loaded.context.can('matter.merge'),
    split: mayDo(loaded, 'split'), correct: mayDo(loaded, 'correct'), restrict: mayDo(loaded, 'restrict'), attach: mayDo(loaded, 'attach'),
    attachmentVisibility: mayDo(loaded, 'attachmentVisibility'), reveal: mayDo(loaded, 'reveal'), notSame: mayDo(loaded, 'notSame'),
  }
}

/** What the correction dialog starts from. */
export const correctOf = ({ model, say }: Desk, { matter }: Loaded): CorrectVM => ({
  categories: inTreeOrder(model.categories.all.filter((row) => row.active !== false || row.id === matter.category)).map((row) => ({ id: row.id, name: say(row.name), depth: pathDepth(row.path) - 1 })),
  category: matter.category ?? '',
  types: model.types.all.filter((row) => row.active !== false || row.id === matter.type).map(({ id, name }) => ({ id, name: say(name) })),
  type: matter.type,
  ...(matter.unit ? { unit: matter.unit } : {}),
  address: matter.address ?? '',
})

/** What the viewer is to this matter. */
export const youAre = ({ viewer, acting, t }: Desk, { matter }: Loaded): MatterVM['you'] => {
  if (matter.ownerPerson === viewer.id) return t('you.lead')
  if (matter.participants.includes(`|p:${viewer.id}|`)) return t('you.party')
  return matter.ownerTeam && acting.teams.includes(matter.ownerTeam) ? t('you.team') : undefined
}
