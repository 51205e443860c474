import type { ClockReading, LimitUnit } from '../../../domain/clocks/types'
import type { Lang } from '../../../domain/words'
import type { Phase } from '../../../domain/workflow/types'

/*
 * View models of the staff workbench. Services fill them, components draw them. Rules for whoever fills them:
 * - every text a person reads is already in the viewer's language; ids are ULIDs; instants are epoch milliseconds;
 * - nothing is in here that the viewer may not see: a component never hides data, it is not sent;
 * - `now` is the server's clock at rendering, and every relative time on the page is reckoned from it.
 */

/** Something with a name that can be pointed at. */
export type Ref = { id: string; name: string }

/** A node with the names of its ancestors, root first: "A › B". */
export type NodeRef = Ref & { above: string[] }

/** Who has a matter. All three absent: nobody has it. */
export type OwnerVM = {
  unit?: Ref
  team?: Ref
  person?: Ref
  /** What the person is here: post, "今天休息". */
  hint?: string
}

/** One limit as it reads at `now`. Minutes are working minutes for working units, else natural minutes. */
export type ClockVM = {
  code: string
  /** "办结", "首次回复". */
  name: string
  state: ClockReading['state']
  /** The next threshold is near: drawn as warning. Decided by the server from the limit's thresholds. */
  soon: boolean
  unit: LimitUnit
  limitMinutes: number
  usedMinutes: number
  /** Negative when overdue. */
  leftMinutes: number
  startedAt?: number
  dueAt?: number
  stoppedAt?: number
  /** Minutes the clock stood still, in the limit's own kind of minutes. */
  pausedMinutes: number
  pausedSince?: number
  /** Why it stands still: "等排水所回函". */
  pausedFor?: string
  /** Minutes of one working day, to say "2 工作日". Default 480. */
  workdayMinutes?: number
  /** In order, when known: running and standing stretches. Absent: one stretch used, then one stretch paused. */
  stretches?: { kind: 'used' | 'paused'; minutes: number }[]
  /** Local years reckoned through without an official holiday list. */
  missingYears?: number[]
}

/** A tick of the six-phase bar. */
export type PhaseVM = {
  phase: Phase
  name: string
  state: 'past' | 'here' | 'ahead' | 'skipped'
  /** When it was entered or, for `past`, left. */
  at?: number
  /** Who verifies, "办结后 15 天可重开". */
  note?: string
}

/** The one JSON error shape of every door of the desk. `code` is of the closed list in domain/errors. */
export type ApiError = {
  code: string
  detail?: Record<string, unknown>
  fields?: { field: string; code: string; params?: Record<string, string | number> }[]
  /** Short reference that the log knows. */
  reference?: string
}

/** `detail` of a conflict (409 `conflict`, `illegalStep`): what happened since the page was read. */
export type ConflictDetail = {
  revision?: number
  events?: { at: number; actor: string; text: string }[]
  changes?: { field: string; before: string; after: string }[]
}

/** One row of a picker. `off` says why it cannot be picked ("办过这件,不能核查"). */
export type PickOption = {
  kind: 'unit' | 'team' | 'person' | 'matter'
  id: string
  name: string
  hint?: string
  off?: string
}

/** Answer of `GET /desk/api/pick?kind=lead|team|unit|person|verifier|matter&q=…&matter=<id>`. */
export type PickAnswer = { options: PickOption[]; more: boolean }

/** Answer of `GET /desk/api/units?parent=<id>` (no parent: the top). For walking down the tree. */
export type UnitNode = { id: string; name: string; level?: string; children: number; lead?: string }
export type UnitsAnswer = { above: Ref[]; units: UnitNode[] }

/** What the whole page shares. Given once by DeskFrame to everything inside it. */
export type DeskSettings = {
  lang: Lang
  now: number
  /** IANA zone of the office's calendar. */
  timeZone: string
  /** The desk's texts of `lang`: `words(lang, 'desk')` of src/i18n. */
  words: Record<string, string>
}

/**
 * An entry of the navigation. `bar`: in the header, and under the thumb on a phone; `button`: entering something new; `menu`: below
 * the person's name, for what is needed now and then.
 */
export type NavItem = { key: string; name: string; short?: string; href: string; icon: string; place: 'bar' | 'button' | 'menu'; count?: number }

export type DeskFrameVM = DeskSettings & {
  office: { name: string; seal: string }
  me?: { name: string; hint?: string }
  nav: NavItem[]
  /** Key of the entry that this page belongs to. */
  here?: string
  /** Where the search box goes: `<searchHref>?text=…`. */
  searchHref: string
  search?: string
  /** POST; plain form. */
  signOutAction?: string
  /** One's own account: password, second factor, sessions. */
  accountHref?: string
  /** Standing warnings: holidays missing, the owner has not named the two others. */
  warnings?: { text: string; href?: string; link?: string }[]
  /** Link to the same page in the other language. */
  otherLang?: { name: string; href: string; lang: Lang }
}
