import type { CrumbView, LinkView, PhoneView, UnitHitView, UnitLinkView } from './common'
import type { ContactField } from './report'

// ---- home

export type FigureView = {
  /** Which of the fixed figures. */
  kind: 'closed' | 'inTime' | 'solved' | 'here'
  done: number
  total: number
  /** `done` is a bound: the count itself is too small to be public. */
  sign?: 'atLeast' | 'under'
  /** Rows behind what failed. */
  missedPath?: string
}

export type SolvedView = {
  place: string
  from: number
  until: number
  figures: FigureView[]
  /** Looked at by a person before it became public. */
  recent: { text: string; at: number; took?: string }[]
  allPath?: string
}

export type HomeView = {
  /** Path of the search page; no box without it. */
  searchPath?: string
  /** Present when the office offers services online. */
  services?: { count: number }
  notices: NoticeItemView[]
  /** The office has no units yet: nothing to find. */
  noUnits?: boolean
  /** Registers that residents may read and that hold anything. */
  places?: readonly { path: string; name: string; count: number }[]
  solved?: SolvedView
}

// ---- notices and rule documents

export type NoticeItemView = { path: string; title: string; column?: string; publishedAt: number; pinned?: boolean; summary?: string; importance?: 'important' | 'urgent'; /** No longer valid. */ ended?: boolean }

export type NoticeListView = {
  columns: { code: string; name: string; path: string; current: boolean }[]
  items: NoticeItemView[]
  /** What the chosen column is for. */
  purpose?: string
  /** The unit whose own notices are among them. */
  unit?: { name: string; path: string }
  /** Where the same can be subscribed to, without the ending. */
  feed?: string
  query?: string
  /** Keyset paging: addresses of the neighbouring pages. */
  newerPath?: string
  olderPath?: string
}

export type AttachmentView = { path: string; title: string; format: string; bytes: number }

export type NoticeView = {
  title: string
  column?: CrumbView
  number?: string
  issuer?: string
  publishedAt: number
  validFrom?: number
  validUntil?: number
  /** The date on the document. */
  writtenAt?: number
  importance?: 'important' | 'urgent'
  cover?: { src: string; alt: string; width?: number; height?: number }
  event?: { startsAt: number; endsAt?: number; place?: string; calendarPath: string }
  state: 'valid' | 'ended' | 'archived'
  indexNumber?: string
  concerns?: string[]
  /** What the reader has to do, in one sentence. */
  todo?: string
  attachments: AttachmentView[]
  related: LinkView[]
}

export type RuleItemView = { path: string; number?: string; title: string; version: string; effectiveFrom: number; summary?: string }
export type RuleListView = { groups: { name?: string; items: RuleItemView[] }[] }

export type RuleView = {
  number?: string
  title: string
  version: string
  issuer?: string
  effectiveFrom: number
  state: 'inForce' | 'replaced' | 'coming'
  replacedBy?: LinkView
  /** Clauses that limits and transitions can point to; `id` becomes the fragment. */
  clauses: { id: string; label: string; title?: string; paragraphs: string[] }[]
  versions: { version: string; effectiveFrom: number; path: string; current: boolean }[]
  attachments: AttachmentView[]
}

// ---- my grid

export type GridFinderView = {
  /** Address search: absent before the first search. */
  query?: string
  hits?: UnitHitView[]
  more?: boolean
  /** How many were found in all. */
  total?: number
  /** Where the walk down the tree stands: from the top. */
  walked: UnitLinkView[]
  levelName?: string
  children: UnitLinkView[]
}

export type PlaceView = { name: string; address?: string; hours?: string; offers?: string; phone?: PhoneView }

/** Counts below 5 are not public: `null`. */
export type TallyRowView = { name: string; due: number | null; closed: number | null; inTime: number | null }

export type UnitView = {
  code: string
  name: string
  levelName: string
  description?: string
  crumbs: CrumbView[]
  /** Who answers for the unit. A person on duty agreed to be named, or only the post stands here. */
  officer?: { name?: string; post: string; phone?: PhoneView }
  children: UnitLinkView[]
  childLevelName?: string
  /** Guides that name this unit, or one above it. */
  services?: LinkView[]
  places: PlaceView[]
  notices: NoticeItemView[]
  tally?: { from: number; until: number; rows: TallyRowView[] }
  solved?: SolvedView
}

// ---- about, privacy, errors

export type AboutView = {
  paragraphs: string[]
  phones: { name: string; phone: PhoneView }[]
  levels: { name: string; units: number }[]
  teams: { name: string; duty: string }[]
  rules: LinkView[]
}

export type RetentionView = { matterType: string; days: number; then: 'delete' | 'anonymise' }

export const PRIVACY_RIGHTS = ['see', 'correct', 'withdraw', 'contact', 'ask'] as const
export type PrivacyRight = (typeof PRIVACY_RIGHTS)[number]

/** Generated from the same configuration that the portal works by. */
export type PrivacyView = {
  asOf: number
  controller: string
  contactErasedAfterDays: number
  contactFields: ContactField[]
  draftHours: number
  /** Days that the operating log, and the answer to a wish to erase, take at most. */
  logDays: number
  answerDays: number
  photoLimit: number
  retention: RetentionView[]
  /** What each form asks beyond the description and the place, with the purpose its maker gave. */
  /** From the register of processing. */
  activities: { key: string; name: string; purpose: string; basis: string; data: string; who: string; period: string; recipients: string }[]
  version?: { number: number; at: number; changed: { name: string; how: 'added' | 'changed' | 'ended' }[] }
  asked: { matterType: string; questions: { label: string; purpose?: string; required: boolean }[] }[]
  cookies: { name: string; purpose: string; keeps: string }[]
  /** What a reporter may ask for, as far as the portal does it. */
  rights: readonly PrivacyRight[]
  complaint?: PhoneView
}

export type ErrorViewModel = {
  /** A code of `src/domain/errors.ts`; unknown ones read as `internal`. */
  code: string
  /** Short reference that the log knows. */
  reference?: string
  retryAfterSeconds?: number
  /** True when what the reader typed is still there, e.g. in the draft. */
  kept?: boolean
  back?: LinkView
}

export type SearchView = { path: string; query: string; groups: { name: string; items: { path: string; title: string; excerpt?: string }[] }[] }
