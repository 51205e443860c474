import type { FormView, PhotoView, UnitHitView } from './common'

// ---- reporting. Every step posts to `form.action`; the pressed button says what to do in the field `do`.

export const REPORT_STEPS = ['describe', 'where', 'questions', 'photos', 'contact', 'check'] as const
export type ReportStep = (typeof REPORT_STEPS)[number]

export type StepView = {
  step: ReportStep
  /** Steps this report has, in order; `questions` is absent when the type asks none. */
  steps: readonly ReportStep[]
  backPath?: string
  /** What the button leads to, in words; absent where that hangs on what is answered here. */
  next?: string
  exitPath: string
  /** Hours an untouched draft lives. */
  draftHours: number
  /** What was filled in so far, beside the question on wide screens. */
  filled: { label: string; text: string; path: string }[]
}

export type SuggestionView = { code: string; name: string; /** Words of the reporter's text that led here. */ because: string[] }

/** Fields: `text`, `category` (a code, `~pick` or `~unsure`). `do`: next, suggest. */
export type DescribeView = {
  form: FormView
  text: string
  maxLength: number
  /** Absent until the text has been read once. Empty: nothing fits. */
  suggestions?: SuggestionView[]
  /** Code chosen so far, `~pick` or `~unsure`. */
  category?: string
  /** Name of a category chosen by hand, shown as a choice of its own. */
  picked?: { code: string; name: string }
  /** From a QR code or link: where the report will be about. */
  place?: string
  /** What is applied for, where it was begun from a guide. */
  service?: string
  /** The text speaks of fire, injury or crime: the emergency numbers come first. */
  emergency?: boolean
}

export type CategoryNodeView = { code: string; name: string; hint?: string; selectable: boolean; children: CategoryNodeView[] }

/** Fields: `category`, `q` (words to look for). `do`: next, find. */
export type CategoryPickerView = {
  form: FormView
  query?: string
  /** Absent before the first search. */
  hits?: { code: string; name: string; within: string[] }[]
  tree: CategoryNodeView[]
  selected?: string
}

export const PLACE_WAYS = ['address', 'tree', 'code'] as const
export type PlaceWay = (typeof PLACE_WAYS)[number]

/**
 * Fields: `way`, `address`, `hit` (unit code), `plate` (door code), `unit` (unit reached by walking), `side`, `detail`.
 * `do`: next, find (by address or code, as `way` says), `at:<unit code>` to walk the tree, `forget` to choose another place.
 */
export type WhereView = {
  form: FormView
  way: PlaceWay
  address: string
  hits?: UnitHitView[]
  /** How many were found, when more than the hits. */
  total?: number
  hit?: string
  walked: { code: string; name: string }[]
  levelName?: string
  children: { code: string; name: string; hint?: string }[]
  plate: string
  /** The place as understood so far; asks for a yes by going on. */
  found?: { unit: string; name: string; within: string[]; by: PlaceWay | 'link' }
  /** Near a boundary: which side. */
  sides?: { code: string; label: string; hint?: string }[]
  side?: string
  detail: string
}

/** The form's own questions are the children of the view. `do`: next. */
export type QuestionsView = { form: FormView; /** Of the form's page; without it the number of questions is said. */ title?: string; intro?: string; count: number; /** A question takes photos. */ files?: boolean }

/** Multipart. Field: `photos` (many files). `do`: next, upload, `remove:<id>`. */
export type PhotosView = {
  form: FormView
  photos: PhotoView[]
  limit: number
  maxBytes: number
  /** Files just refused, with the reason in words. */
  refused: { name: string; reason: string }[]
}

export const CONTACT_FIELDS = ['name', 'phone', 'email'] as const
export type ContactField = (typeof CONTACT_FIELDS)[number]

/** Fields: as `asks`. `do`: next, skip. */
export type ContactView = { form: FormView; asks: readonly ContactField[]; values: Partial<Record<ContactField, string>>; erasedAfterDays: number }

/** An open report nearby, of which only what staff opened to the public is shown. `key` is never its receipt code. */
export type SimilarView = { key: string; title: string; place: string; receivedAt: number; holder?: string; dueAt?: number }

/** Field: `same` (key of the similar report, or empty). `do`: send, discard. */
export type CheckView = {
  form: FormView
  rows: { label: string; lines: string[]; photos?: PhotoView[]; path: string }[]
  similar: SimilarView[]
  same?: string
  /** Days a matter is kept after archiving; absent when the office set none. */
  keepsDays?: number
  /** Who reads it and what is deleted when, in words; instead of `keepsDays`. */
  keeps?: string
  /** Words such as "4个工作时内", as the limits of this report say. */
  promises: { accept?: string; resolve?: string }
}
