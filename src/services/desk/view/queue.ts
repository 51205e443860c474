import type { ClockFilter, QueueSort } from '../../../domain/matter/queue'
import type { Phase } from '../../../domain/workflow/types'
import type { ApiError, ClockVM, NodeRef, OwnerVM, Ref } from './common'

/** One matter in a list. */
export type MatterRow = {
  id: string
  number: string
  title: string
  href: string
  /** As the list was read; sent back by bulk acts. */
  revision: number
  category: NodeRef
  unit?: NodeRef
  phase: Phase
  step: string
  owner: OwnerVM | null
  /** The running clock that ends first; else the paused one; absent: none. */
  clock?: ClockVM
  source: string
  receivedAt: number
  updatedAt: number
  /** What happened last, two or three words: "加附件". */
  lastEvent?: string
  returns: number
  restricted?: boolean
  tags: string[]
  /** Why nobody has it, or what the person who sent it back said. */
  note?: string
}

export type { ClockFilter, QueueSort }

/**
 * What a queue shows. In the address and to `GET /desk/api/queue` as query parameters of the same names; lists repeat the name.
 * `owner`: `me`, `nobody`, `team:<id>`, `unit:<id>`, `person:<id>`. Dates are local days YYYY-MM-DD of `receivedAt`, both included.
 */
export type QueueQuery = {
  view?: string
  category?: string[]
  unit?: string
  phase?: Phase[]
  step?: string[]
  owner?: string[]
  source?: string[]
  clock?: ClockFilter[]
  tag?: string[]
  from?: string
  to?: string
  /** Local day on which it was archived; archived ones are then in the list. */
  closedOn?: string
  text?: string
  /** Came back at least once. */
  returned?: boolean
  /** Archived ones too. Default: open matters only. */
  closed?: boolean
  sort?: QueueSort
}

/** Answer of `GET /desk/api/queue?<query>&after=<cursor>&limit=25`. */
export type QueuePage = {
  rows: MatterRow[]
  /** Cursor of the next page; absent: that was all. */
  next?: string
  /** Absent on pages after the first. */
  counts?: { all: number; late: number; soon: number; paused: number }
  /** What is said of a searched number whose matter or entry was destroyed, and where its certificate is. */
  gone?: { text: string; href?: string }
  /** When it was read: the `since` of the arrivals question, and "数到 10:42". */
  at: number
}

/** Answer of `GET /desk/api/arrivals?<query>&since=<at>`: how many matters entered this list since then. */
export type ArrivalsAnswer = { count: number; at: number }

/** A saved view with its live count. `GET /desk/api/views` → `{views}`; `POST {name, query}` → `{view}`; `POST {id, remove: true}`. */
export type SavedView = {
  id: string
  name: string
  group: 'everybody' | 'mine' | 'team'
  query: QueueQuery
  count: number
  late?: number
  removable?: boolean
}

export type TreeNode = Ref & { depth: number }

/** What the slots of the filter sentence offer. Units and persons are asked for by search. */
export type QueueOptions = {
  categories: TreeNode[]
  phases: { code: Phase; name: string }[]
  steps: { code: string; name: string; phase: Phase }[]
  teams: Ref[]
  sources: Ref[]
  tags: string[]
  /** Names of units and persons the present query points at. */
  named: Record<string, string>
}

export type QueueVM = {
  query: QueueQuery
  page: QueuePage
  views: SavedView[]
  options: QueueOptions
  can: { assign: boolean; tag: boolean; saveView: boolean }
  /** The viewer's own teams: a view may be shared with one of them. */
  teams: Ref[]
  /** Where a new matter is entered; absent: the viewer may not. */
  newHref?: string
  /** Path of the queue page: "/desk/queue". */
  href: string
}

/** Body of `POST /desk/api/bulk`. `preview` reckons and writes nothing. */
export type BulkRequest = {
  act: 'assign' | 'tag' | 'untag' | 'undo'
  rows: { id: string; expectedRevision: number }[]
  input: { lead?: { unit?: string; team?: string; person?: string }; tag?: string; reason?: string; batch?: string }
  preview?: boolean
  key: string
}
export type BulkRowResult = {
  id: string
  number: string
  title: string
  ok: boolean
  /** "顾长河", "没有指定到人". */
  before?: string
  after?: string
  /** Words why it was not, or would not be, done. */
  error?: ApiError & { text?: string }
  revision?: number
}
export type BulkAnswer = { results: BulkRowResult[]; batch?: string; undoUntil?: number }

/** The first screen: counts, their lists, one table. `turn` only for those whom a phase waits for. */
export type FirstScreenVM = {
  total: number
  /** The person's work is elsewhere: matters are not theirs to see. Where it is, if they may go there. */
  elsewhere?: { href?: string; what: 'setup' | 'wishes' | 'audit' | 'admin' | 'nothing'; n?: number }
  canAssign?: boolean
  /** How many rule documents wait for this person to acknowledge them. */
  rules: number
  scope?: string
  tallies: { key: 'late' | 'soon' | 'turn' | 'nobody' | 'back' | 'mine'; count: number; note?: string; href: string }[]
  lists: Partial<Record<FirstScreenVM['tallies'][number]['key'], MatterRow[]>>
  teams: { id?: string; name: string; href: string; open: number; soon: number; late: number }[]
  /** Of the last working day: numerator and denominator, never a rate alone. */
  closed?: { day: number; closed: number; inTime: number; href: string }
  /** Clocks that end today, by hour. */
  dueToday?: { hour: number; count: number }[]
}
