import { grantsFor } from './decide'
import { covers } from './filter'
import type { Grant, Viewer } from './types'

/** The three that nobody may hold two of (三员分立): structure's owner, security administrator, auditor. */
export const EXCLUSIVE_KINDS = ['owner', 'security', 'audit'] as const
export type ExclusiveKind = (typeof EXCLUSIVE_KINDS)[number]

/** A role somebody holds or is to hold, as far as separation asks. Instants are epoch milliseconds. */
export type Holding = { person: string; exclusive?: ExclusiveKind; from?: number; until?: number }

/** Whether two holdings are in force at one same instant. */
export const overlaps = (a: Pick<Holding, 'from' | 'until'>, b: Pick<Holding, 'from' | 'until'>): boolean =>
  Math.max(a.from ?? -Infinity, b.from ?? -Infinity) < Math.min(a.until ?? Infinity, b.until ?? Infinity)

/** Whether a person would hold two of the three at once; holdings that ended before do not count. */
export const clashes = (wanted: Holding, held: readonly Holding[]): boolean =>
  wanted.exclusive !== undefined &&
  held.some((one) => one.person === wanted.person && one.exclusive !== undefined && one.exclusive !== wanted.exclusive && overlaps(one, wanted))

export type GrantProblem = 'notGranter' | 'toSelf' | 'outsideScope' | 'endsBeforeStart' | 'exclusive'

export type GrantProposal = Holding & Pick<Grant, 'unitPath' | 'team' | 'categoryPaths'>

const scopeOf = ({ unitPath, team, categoryPaths }: Pick<Grant, 'unitPath' | 'team' | 'categoryPaths'>) => ({ unitPath, team, categoryPaths })

/**
 * Why a grant may not be given or changed, or undefined. Granting is a right apart from holding: it needs `grants.edit` over the whole
 * scope that is given, never goes to oneself, and never joins two of the three (decisions.md 12). `held` are the person's other holdings.
 */
export const grantProblem = (args: { granter: Viewer; proposal: GrantProposal; held: readonly Holding[]; now: number }): GrantProblem | undefined => {
  const { granter, proposal, held, now } = args
  const rights = grantsFor(granter, 'grants.edit', now)
  if (rights.length === 0) return 'notGranter'
  if (proposal.person === granter.id) return 'toSelf'
  if (!rights.some((right) => covers(scopeOf(right), scopeOf(proposal)))) return 'outsideScope'
  if (proposal.from !== undefined && proposal.until !== undefined && proposal.until <= proposal.from) return 'endsBeforeStart'
  return clashes(proposal, held) ? 'exclusive' : undefined
}

export type NamingProblem = 'notOwner' | 'used' | 'self' | 'samePerson' | 'exclusive'

/** Whether a person holds one of the three now. */
export const holdsNow = (args: { person: string; kind: ExclusiveKind; held: readonly Holding[]; now: number }): boolean =>
  args.held.some((one) => one.person === args.person && one.exclusive === args.kind && overlaps(one, { from: args.now, until: args.now + 1 }))

/**
 * Why the owner may not name the security administrator and the auditor, or undefined. The right exists once, at the first sign-in,
 * and ends with its use: `used` is true as soon as anybody ever was named (decisions.md 12).
 */
export const namingProblem = (args: {
  owner: string
  security: string
  audit: string
  held: readonly Holding[]
  used: boolean
  now: number
}): NamingProblem | undefined => {
  const { owner, security, audit, held, used, now } = args
  if (!holdsNow({ person: owner, kind: 'owner', held, now })) return 'notOwner'
  if (used) return 'used'
  if (security === owner || audit === owner) return 'self'
  if (security === audit) return 'samePerson'
  const wanted: Holding[] = [{ person: security, exclusive: 'security', from: now }, { person: audit, exclusive: 'audit', from: now }]
  return wanted.some((one) => clashes(one, held)) ? 'exclusive' : undefined
}
