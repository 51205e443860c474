import type { MatterState, Party, Phase } from '@/domain/workflow/types'
import type { MatterFacts } from '@/domain/access/types'
import { isAskable } from './origin'

type Ref = string | null | undefined

/** A matter as the database holds it. Instants are ISO texts there and epoch milliseconds in the domain. */
export type MatterRow = {
  id: string; office: string; number: string; receiptCode: string; wordHash: string; idempotencyKey: string
  type: string; category?: Ref; categoryPath: string; severity?: number | null; source?: Ref; registeredBy?: Ref
  unit?: Ref; path: string; address?: string | null; entry?: Ref; lng?: number | null; lat?: number | null
  title: string; text?: string | null; answers?: Record<string, unknown> | null; formVersion?: Ref; workflowVersion: string
  searchText?: string | null; tags?: string | null; lang?: string | null
  step: string; phase: Phase; previousStep?: string | null; revision: number; round: number; returns: number; eventCount: number; lastDigest?: string | null
  open: boolean; outcome?: string | null; rating?: number | null; handlers?: string[] | null; reviewers?: string[] | null; verifiedBy?: Ref; parent?: Ref; openParts: number; mergedInto?: Ref
  confidentiality: 'normal' | 'restricted'; hasContact?: boolean | null
  eraseAskedAt?: string | null; eraseAnswerBy?: string | null; anonymisedAt?: string | null
  ownerUnit?: Ref; ownerTeam?: Ref; ownerPerson?: Ref; participants: string; firstUnit?: Ref
  receivedAt: string; touchedAt: string; stepSince?: string | null; archivedAt?: string | null; reopenUntil?: string | null; silenceAt?: string | null
  nextClock?: string | null; dueAt?: string | null; warnAt?: string | null; paused?: boolean | null
}

export type AssignmentRow = {
  id: string; matter: string; role: 'lead' | 'party'; unit?: Ref; team?: Ref; person?: Ref; note?: string | null; dueAt?: string | null
  from: string; until?: string | null; active: boolean; round?: number | null
}

export const iso = (at: number): string => new Date(at).toISOString()
export const ms = (value: string | null | undefined): number | undefined => (value ? Date.parse(value) : undefined)
const orNone = <T>(value: T | null | undefined): T | undefined => value ?? undefined

export const partyOf = (row: AssignmentRow): Party => ({
  ...(row.unit ? { unit: row.unit } : {}),
  ...(row.team ? { team: row.team } : {}),
  ...(row.person ? { person: row.person } : {}),
  ...(row.note ? { note: row.note } : {}),
  ...(row.dueAt ? { dueAt: Date.parse(row.dueAt) } : {}),
})

/** The matter as the workflow engine sees it. `ownerUnitParent` comes from the structure. */
export const stateOf = (row: MatterRow, assignments: AssignmentRow[], ownerUnitParent?: string): MatterState => ({
  step: row.step,
  previousStep: orNone(row.previousStep),
  revision: row.revision,
  round: row.round,
  returns: row.returns,
  ownerUnit: orNone(row.ownerUnit),
  ownerTeam: orNone(row.ownerTeam),
  ownerPerson: orNone(row.ownerPerson),
  unit: orNone(row.unit),
  firstUnit: orNone(row.firstUnit),
  parties: assignments.filter((item) => item.active && item.role === 'party').map(partyOf),
  handlers: row.handlers ?? [],
  reviewers: row.reviewers ?? [],
  verifiedBy: orNone(row.verifiedBy),
  archivedAt: ms(row.archivedAt),
  outcome: orNone(row.outcome),
  mergedInto: orNone(row.mergedInto),
  rating: orNone(row.rating),
  openParts: row.openParts,
  ownerUnitParent,
  stepSince: ms(row.stepSince),
  askable: isAskable(row),
})

/** Teams, persons and units with a share, as one text that a filter can look into: `|t:…|p:…|u:…|`. */
export const participantsOf = (state: Pick<MatterState, 'ownerUnit' | 'ownerTeam' | 'ownerPerson' | 'parties'>): string => {
  const shares: Party[] = [{ unit: state.ownerUnit, team: state.ownerTeam, person: state.ownerPerson }, ...state.parties]
  const keys = shares.flatMap((share) => [
    share.unit ? `u:${share.unit}` : '',
    share.team ? `t:${share.team}` : '',
    share.person ? `p:${share.person}` : '',
  ]).filter(Boolean)
  return keys.length > 0 ? `|${[...new Set(keys)].join('|')}|` : ''
}

const named = (participants: string, kind: 't' | 'p'): string[] =>
  participants.split('|').filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(2))

/** What access depends on. */
export const factsOf = (row: Pick<MatterRow, 'office' | 'path' | 'categoryPath' | 'confidentiality' | 'participants'>): MatterFacts => ({
  office: row.office,
  path: row.path,
  categoryPath: row.categoryPath,
  confidentiality: row.confidentiality,
  teams: named(row.participants ?? '', 't'),
  persons: named(row.participants ?? '', 'p'),
})
