import type { MatterState, Party } from './types'

/** One share in a matter (承办): the lead (主办) or a co-handler (协办). */
export type Share = { role: 'lead' | 'party'; party: Party }

export type AssignmentChanges = { ended: Share[]; started: Share[] }

/** The lead as a party, or undefined when nobody owns the matter. */
export const leadOf = (state: MatterState): Party | undefined => {
  const lead: Party = {
    ...(state.ownerUnit === undefined ? {} : { unit: state.ownerUnit }),
    ...(state.ownerTeam === undefined ? {} : { team: state.ownerTeam }),
    ...(state.ownerPerson === undefined ? {} : { person: state.ownerPerson }),
  }
  return Object.keys(lead).length === 0 ? undefined : lead
}

// An archived matter keeps its owner's name, but nobody has work on it any more.
const openShares = (state: MatterState): Share[] => {
  if (state.archivedAt !== undefined) return []
  const lead = leadOf(state)
  const parties = state.parties.map((party): Share => ({ role: 'party', party }))
  return lead === undefined ? parties : [{ role: 'lead', party: lead }, ...parties]
}

const SHARE_FIELDS = ['unit', 'team', 'person', 'note', 'dueAt'] as const

const sameShare = (a: Share) => (b: Share): boolean =>
  a.role === b.role && SHARE_FIELDS.every((field) => a.party[field] === b.party[field])

/** Which assignments end and start between two states. A changed part or deadline ends one and starts another. */
export const assignmentChanges = (before: MatterState, after: MatterState): AssignmentChanges => {
  const was = openShares(before)
  const is = openShares(after)
  return { ended: was.filter((share) => !is.some(sameShare(share))), started: is.filter((share) => !was.some(sameShare(share))) }
}
