import type { Payload } from 'payload'
import type { Viewer } from '../../domain/access/types'
import type { Limit } from '../../domain/clocks/types'
import type { ClockFilter, QueueSort } from '../../domain/matter/queue'
import type { Words } from '../../domain/words'
import type { Phase } from '../../domain/workflow/types'

export type { QueueSort }
export type QueueClock = ClockFilter
export type QueueOwner = { kind: 'nobody' } | { kind: 'unit' | 'team' | 'person' | 'share'; id: string }

/**
 * What a queue shows, in ids and paths. Lists mean any of them; an absent list does not narrow, an empty one lets nothing
 * through. Instants are ISO texts as they are stored.
 */
export type QueueFilters = {
  phases?: readonly string[]
  steps?: readonly string[]
  categoryPaths?: readonly string[]
  unitPaths?: readonly string[]
  /** `share`: a person who leads or helps. */
  owners?: readonly QueueOwner[]
  sources?: readonly string[]
  clocks?: readonly QueueClock[]
  /** Ids of tags. */
  tags?: readonly string[]
  receivedFrom?: string
  receivedBelow?: string
  archivedFrom?: string
  archivedBelow?: string
  /** Warned at or before: with `clocks`, what a given moment reads as late or soon. */
  dueBelow?: string
  /** Normalised words, all of which stand in the matter's number, title, text or address. */
  terms?: readonly string[]
  /** Came back at least once. */
  returned?: boolean
  /** Archived ones too; default only open ones. */
  closed?: boolean
}

export type QueueQuestion = { payload: Payload; viewer: Viewer; filters: QueueFilters; now: number }
export type PageQuestion = QueueQuestion & { sort: QueueSort; after?: string; limit: number }

/** One row of a queue: what a list shows, and nothing else. */
export type QueueRow = {
  id: string
  number: string
  title: string
  revision: number
  type: string
  category?: string | null
  unit?: string | null
  source?: string | null
  phase: Phase
  step: string
  workflowVersion: string
  ownerUnit?: string | null
  ownerTeam?: string | null
  ownerPerson?: string | null
  receivedAt: string
  touchedAt: string
  returns: number
  confidentiality: string
  tags?: string | null
  open: boolean
  paused: boolean
  dueAt?: string | null
  warnAt?: string | null
  stepSince?: string | null
  nextClock?: string | null
  /** The clock named by `nextClock`. */
  limit?: Limit
  clockStartedAt?: string | null
  lastAction?: string | null
  lastName?: Words | null
}

export type QueuePageRows = { rows: QueueRow[]; next?: string }

/** Counted up to `COUNT_CAP`: a number that large is read as "many". */
export type QueueCounts = { all: number; late: number; soon: number; paused: number }

export type TeamCount = { team: string; open: number; soon: number; late: number }

export const COUNT_CAP = 10_000

/** What a database does for queues. */
export type QueuePort = {
  page: (question: PageQuestion) => Promise<QueuePageRows>
  counts: (question: QueueQuestion) => Promise<QueueCounts>
  teams: (question: QueueQuestion) => Promise<TeamCount[]>
  /** Due dates of running clocks in a span, earliest first, at most `COUNT_CAP`. */
  dueBetween: (question: QueueQuestion & { from: string; below: string }) => Promise<string[]>
}
