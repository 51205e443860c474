import type { InputDef } from '../../../domain/workflow/types'
import type { ClockVM, ConflictDetail, NodeRef, OwnerVM, PhaseVM, PickOption, Ref } from './common'

/** One input of an action: the workflow's definition with its words said, and what it starts from. */
export type InputVM = Omit<InputDef, 'label' | 'help' | 'options'> & {
  label: string
  help?: string
  options?: { code: string; label: string }[]
  /** First offers of a picker (lead, person, matter): shown before anything is typed. */
  offers?: PickOption[]
  /** What it starts as: a proposed lead, the matter's present parties. */
  preset?: InputValue
  /** Standard sentences that can be put in with a click (texts for the reporter). */
  phrases?: { name: string; text: string }[]
}

/** Value of an input by its kind: text, choice code, minutes, rating; picked thing; parties; ids of uploaded photos. */
export type PickedVM = { kind: PickOption['kind']; id: string; name: string; hint?: string }
export type PartyValue = { who: PickedVM; note: string; due: string }
export type PhotoVM = { id: string; url: string; name?: string }
export type InputValue = string | number | PickedVM | PartyValue[] | PhotoVM[] | null

/** Something that may, or might, be done now. */
export type ActionVM = {
  code: string
  name: string
  tone: 'main' | 'normal' | 'careful'
  inputs: InputVM[]
  /** Why it may not be done by this viewer now. The button stays visible, dashed. */
  blocked?: string
  /** Which rule it rests on. */
  cites?: { label: string; href?: string }
  /** The line the reporter will read, or absent: the reporter is not told. */
  residentLine?: string
  /** What else follows: "会告诉核查人", "办结时限不停". */
  effects?: string[]
}

export type AttachmentVM = {
  id: string
  /** Small and large picture. */
  thumb: string
  url: string
  alt: string
  at: number
  by: string
  visibility: 'internal' | 'reporter' | 'public'
  /** Present: the viewer may switch among these. */
  mayBe?: ('internal' | 'reporter' | 'public')[]
  /** The text or picture was erased. */
  erased?: boolean
  /** Parts of it were covered. */
  covered?: boolean
  /** Present: the viewer may cover parts of it there. */
  coverHref?: string
}

/** What a happening did to a clock, or how the clock stood then: minutes in the limit's own kind. */
export type EventClockVM = Pick<ClockVM, 'code' | 'name' | 'unit' | 'limitMinutes' | 'usedMinutes' | 'leftMinutes' | 'pausedMinutes' | 'dueAt' | 'workdayMinutes'> & {
  what: 'started' | 'paused' | 'resumed' | 'extended' | 'met' | 'missed' | 'ended' | 'running' | 'late'
}

/** How long the matter stood in the step that was left, in working minutes. */
export type StayVM = { name: string; minutes: number; workdayMinutes: number }

export type EventVM = {
  id: string
  at: number
  actor: string
  actorKind: 'staff' | 'reporter' | 'system' | 'rule'
  kind: 'step' | 'reply' | 'note' | 'assign' | 'clock' | 'attach' | 'merge' | 'part' | 'correct' | 'access' | 'other'
  /** What happened, without the actor: "分到 …". */
  text: string
  /** The words written with it. Erased: absent and `erased`. */
  body?: string
  reason?: string
  erased?: boolean
  /** The reporter sees it too. */
  public?: boolean
  revision?: number
  cites?: string
  clocks?: EventClockVM[]
  stay?: StayVM
  /** What the clocks passed while the matter stood in this step: "办结用到 80%". */
  marks?: { id: string; at: number; text: string }[]
}

export type NearVM = {
  id: string
  number: string
  title: string
  href: string
  /** Why it may be the same: "同一网格 · 都说到「北门」「冰」". */
  why: string
  stepName: string
  phase: PhaseVM['phase']
  receivedAt: number
  owner?: string
  clock?: ClockVM
  /** Somebody looked and said that it is another matter. */
  notSame?: boolean
}

export type PartVM = { id: string; number: string; title: string; href: string; closed: boolean; owner?: string; clock?: ClockVM }

export type RuleTraceVM = { rule: string; name: string; outcome: 'matched' | 'notMatched' | 'off' | 'skipped'; why: string }

export type ContactVM = {
  /** Masked on every page: "010-5550-***7". */
  entries: { kind: 'name' | 'phone' | 'email' | 'other'; label: string; masked: string }[]
  canReveal: boolean
  /** Least length of the reason for a look, in characters. */
  reasonMin: number
  /** The reporter agreed to be called back. */
  callback?: boolean
  erasedAt?: number
  eraseAfter?: number
}

export type MatterVM = {
  id: string
  number: string
  title: string
  revision: number
  type: string
  category: NodeRef
  unit?: NodeRef
  source: string
  address?: string
  receivedAt: number
  severity?: string
  restricted: boolean
  /** Who sees the matter outside: "只有报告人可见". */
  publicity: string
  round: number
  returns: number
  outcome?: string
  stepName: string
  phases: PhaseVM[]
  clocks: ClockVM[]
  /** What the viewer is here: "你是主办". */
  you?: string
  actions: ActionVM[]
  /** What the reporter wrote. Absent with `saidErased`: it was erased. */
  said?: string
  saidErased?: boolean
  answers: { label: string; value: string; public?: boolean }[]
  contact?: ContactVM
  /** A hold that keeps it from being erased, and a wish of the reporter that it be; in words. */
  keeping: { title: string; lines: string[]; open: string; href: string }
  firstAsked?: string
  attachments: AttachmentVM[]
  routing?: { reason: string; mode: 'trusted' | 'proposed' | 'fallback' | 'none' | 'person'; trace: RuleTraceVM[] }
  owner: OwnerVM | null
  parties: { id: string; who: OwnerVM; note?: string; dueAt?: number; since: number }[]
  parent?: Ref & { number: string; href: string }
  parts: PartVM[]
  mergedInto?: Ref & { number: string; href: string }
  merged: { id: string; number: string; title: string; href: string; canUndo: boolean }[]
  near: NearVM[]
  /** The register entry it is about, if the viewer may see that. */
  entry?: { name: string; register: string; href: string }
  place?: { count: number; rows: { id: string; title: string; href: string; at: number; stepName: string }[] }
  events: EventVM[]
  /** Standard replies for the composer. */
  replies: { id: string; name: string; text: string }[]
  tags: string[]
  tagOffers: string[]
  /** Acts besides transitions that the viewer may do now. */
  can: Record<MatterAct, boolean>
  correct?: CorrectVM
}

/** Acts of `POST /api/matters/:id/act`; `input` of each beside it. */
export const MATTER_ACTS = [
  'note', // {text}
  'reply', // {text, photos?: string[], standard?: string}
  'tag', // {tag: its name, of those offered}
  'untag', // {tag}
  'assignParty', // {who: {unit|team|person: id}, note?, dueAt?: number}
  'endParty', // {party: id, reason}
  'claim', // {}
  'assign', // {lead: {unit|team|person: id}, reason}
  'merge', // {child: id of the matter that is merged into this one, reason}
  'undoMerge', // {child: matter id, reason}
  'split', // {title, text?}: the part is routed like any new matter
  'correct', // {title?, category?, type?, unit?, address?, reason}
  'restrict', // {restricted: boolean, reason}
  'attach', // {photos: string[], visibility}
  'attachmentVisibility', // {attachment, visibility}
  'reveal', // {reason} → {entries: {label, value}[]}
  'notSame', // {other: matter id, same?: true takes it back}
] as const
export type MatterAct = (typeof MATTER_ACTS)[number]

/** What the correction dialog starts from; categories are offered as a flat tree. */
export type CorrectVM = {
  categories: (Ref & { depth: number })[]
  category: string
  types: Ref[]
  type: string
  unit?: string
  address: string
}

/** Answer of a transition or an act that changed the matter. The page is then asked for again. */
export type ActAnswer = { revision: number; event?: string }
export type RevealAnswer = { entries: { label: string; value: string }[]; revision?: number }

/** Answer of `GET /desk/api/matters/:id/revision?since=<revision>`; `detail` only when it moved. `GET /desk/api/matters/:id` → {matter, now}. */
export type RevisionAnswer = { revision: number; detail?: ConflictDetail }
