import type { MatterState, Party, Phase } from './types'

/** What a transition writes to a matter. `null` empties a field; a field that is absent stays as it was. */
export type MatterPatch = {
  step: string
  phase: Phase
  revision: number
  previousStep?: string | null
  stepSince?: number
  round?: number
  returns?: number
  ownerUnit?: string | null
  ownerTeam?: string | null
  ownerPerson?: string | null
  firstUnit?: string
  parties?: Party[]
  handlers?: string[]
  reviewers?: string[]
  verifiedBy?: string | null
  archivedAt?: number | null
  outcome?: string | null
  mergedInto?: string | null
  rating?: number | null
}

/** Part of a patch, as single effects make it. */
export type Change = Omit<Partial<MatterPatch>, 'step' | 'phase' | 'revision'>

/** The state after a change or patch. What a patch cannot know is left out (a new owner unit's parent) or as it was (open parts). */
export const patched = (state: MatterState, change: Partial<MatterPatch>): MatterState => {
  const { phase: _phase, ...fields } = change
  const emptied = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value ?? undefined]))
  const next: MatterState = { ...state, ...emptied }
  if (next.ownerUnit !== state.ownerUnit) delete next.ownerUnitParent
  return next
}
