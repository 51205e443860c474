import type { Phase } from '../../../domain/workflow/types'
import type { FormView, PhoneView, PhotoView } from './common'

// ---- receipt and tracking

export type HolderView = { name: string; phone?: PhoneView }

export type ReceiptView = {
  code: string
  /** Absent when this page is not the answer to the sending itself. */
  word?: string
  title: string
  receivedAt: number
  dueAt?: number
  acceptBy?: number
  holder?: HolderView
  trackPath: string
  /** A square of light and dark, row by row, from the QR encoder. */
  qr?: { size: number; dark: readonly (boolean | number)[] }
}

/** Fields: `code`, `word`. */
export type TrackFormView = { form: FormView; code: string; word: string }

export type PhaseView = { phase: Phase; state: 'done' | 'current' | 'skipped' | 'pending'; line?: string; at?: number }

export type ClockView = {
  state: 'running' | 'paused' | 'met' | 'overdue' | 'missed'
  dueAt?: number
  /** Words such as "还剩12工作时". */
  text: string
  /** True when little is left, as the limit's thresholds say. */
  soon?: boolean
  limitMinutes: number
  usedMinutes: number
  pausedMinutes: number
}

export type ReplyView = { from: string; at: number; /** Absent when the text was erased. */ text?: string; photos: PhotoView[] }
export type OwnTextView = { at: number; text?: string; photos: PhotoView[] }

/** Multipart. `do`: solved, notSolved; with `asking` also the fields `reason` and `photos`, and `do` = reopen. */
export type ConfirmView = {
  form: FormView
  /** Set after "not solved" was pressed, or when the matter is archived and may be reopened: the reason is asked. */
  asking: boolean
  reason: string
  /** The matter is archived, and most need this no more: it opens when pressed. */
  folded?: boolean
  /** A day on which silence closes the matter; only after a person has verified. */
  silenceAt?: number
  reopenDays: number
}

export const RATINGS = [5, 4, 3, 2, 1] as const
export type Rating = (typeof RATINGS)[number]

export type TrackView = {
  code: string
  title: string
  category?: string
  receivedAt: number
  phases: PhaseView[]
  clock?: ClockView
  /** What goes on now, and what comes next, in plain words. */
  now: string
  next?: string
  holder?: HolderView
  handler?: string
  firstAsked?: HolderView
  routingReason?: string
  outcome?: string
  replies: ReplyView[]
  timeline: { at: number; line: string }[]
  /** The matter this one is handled with, as far as it may be told. */
  joined?: { phase: PhaseView['phase']; now: string; dueAt?: number }
  own: OwnTextView[]
  /** A message after an act, e.g. that the addition arrived. */
  saved?: string
  confirm?: ConfirmView
  /** Fields: `rating`. `given`: the mark already given. */
  rate?: { form: FormView; given?: Rating }
  /** Multipart. Fields: `addText`, `addPhotos`. */
  add?: { form: FormView; text: string; photosLeft: number; /** The office waits for it: open and asked for by name. */ needed?: boolean }
  /** Field: `withdrawReason`; `do`: withdraw. */
  withdraw?: { form: FormView; reason: string }
  /** Field: `correction`; `do`: correct. While it is worked on. */
  correct?: { form: FormView; text: string }
  /** `do`: erase. Once it is closed. */
  erase?: { form: FormView }
}

/** What the browser keeps of one report. */
export type KeptReport = { code: string; word?: string; title: string; sentAt: number }
