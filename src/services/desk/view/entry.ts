import type { FormDef } from '../../../domain/forms/types'
import type { NearVM } from './matter'
import type { ApiError, Ref } from './common'

/** Sign-in, a plain form: POST `name`, `password`, `next`. */
export type SignInVM = {
  action: string
  next?: string
  name?: string
  error?: ApiError & { text?: string }
  /** Shown above the form: signed out, session ended. */
  said?: 'signedOut' | 'ended' | 'passwordChanged'
  /** Where the common sign-in begins; absent: there is none. */
  providerHref?: string
  hidden?: Record<string, string>
}

/** Change of password, a plain form: POST `current`, `next`, `again`. */
export type ChangePasswordVM = {
  action: string
  /** First sign-in with a one-time password: nothing else is possible before. */
  forced: boolean
  minLength: number
  error?: ApiError & { text?: string }
  fields?: Partial<Record<'current' | 'next' | 'again', string>>
  hidden?: Record<string, string>
  cancelHref?: string
}

/**
 * The owner names the security administrator and the auditor, once (decisions.md 12). A plain form: POST for each of `security` and
 * `audit` either `<key>Person` (an existing id) or `<key>Name` and `<key>Login`.
 */
export type AppointVM = {
  action: string
  me: string
  /** May be empty on a fresh portal: then only new people can be named. */
  people: (Ref & { hint?: string })[]
  values?: Record<string, string>
  errors?: Record<string, string>
  error?: ApiError & { text?: string }
  /** After it is done: one-time passwords, shown once. */
  done?: { role: 'security' | 'audit'; name: string; login: string; password?: string }[]
  hidden?: Record<string, string>
  onwardHref?: string
}

export type CategoryNode = Ref & { depth: number; type: string; hint?: string }

/** A type's own questions. */
export type MatterTypeVM = { id: string; name: string; form?: FormDef; unitRequired: boolean; maxPhotos: number }

export type NewMatterVM = {
  /** Idempotency key of this sheet, made by the server. */
  key: string
  sources: (Ref & { icon?: 'phone' | 'inbox' | 'walk' | 'reply' | 'web' })[]
  source?: string
  categories: CategoryNode[]
  types: MatterTypeVM[]
  unit?: Ref & { above: string[] }
  /** The register entry it is about, where the sheet was opened from one; `types` are those that may point there. */
  entry?: Ref & { hint: string; types: string[]; address?: string }
  /** The service somebody applies for by way of an officer (代办): its type is the matter's, whatever the category. */
  applies?: { service: string; type: string; name: string }
  /** Days after archiving at which contact details are erased. */
  contactDays: number
  queueHref: string
  todayCount?: number
}

/** Answer of `GET /desk/api/suggest?text=…&unit=…&category=…`. */
export type SuggestAnswer = {
  categories: (Ref & { above: string[]; why: string })[]
  near: NearVM[]
  /** Where it would go and what is promised. */
  preview?: { owner: string; reason: string; dueAt?: number; dueName?: string }
  /** The text sounds like an emergency: what to say first. */
  urgent?: string
}

/** JSON part `data` of the multipart body of `POST /desk/api/matters`; pictures are parts named `photos`. */
export type NewMatterInput = {
  key: string
  source: string
  text: string
  title?: string
  category: string
  unit?: string
  address?: string
  answers: Record<string, unknown>
  /** Id of a register entry. */
  entry?: string
  /** Code of the service applied for; the portal knows its type. */
  service?: string
  contact?: { name?: string; phone?: string; email?: string; callback: boolean; callbackWish?: string }
}

/** What the clerk reads to the caller. The word is shown now and never again. */
export type NewMatterAnswer = {
  id: string
  number: string
  href: string
  receiptCode: string
  queryWord: string
  owner?: string
  reason?: string
  dueAt?: number
  dueName?: string
}

/** The second factor at the sign-in, a plain form: POST `code`, `next`. */
export type CodeVM = { action: string; next: string; name: string; error?: ApiError & { text?: string }; fault?: string; signOutAction: string }

/** Setting up a second factor, a plain form: POST `box`, `code`, `next`. */
export type FactorVM = {
  action: string
  next: string
  /** A role of the person asks for it: nothing else is possible before. */
  forced: boolean
  /** Replaces the one that is in use. */
  again: boolean
  box: string
  secret: string
  qr: { size: number; dark: boolean[] }
  error?: ApiError & { text?: string }
  fault?: string
  cancelHref?: string
  signOutAction: string
}

/** Recovery codes, shown once. */
export type RecoveryVM = { codes: string[]; onwardHref: string }

/** A proof of who acts, a plain form: POST `proof`, `next`, `carry`. */
export type ProveVM = { action: string; asked: 'code' | 'password' | 'provider'; next: string; carry?: string; providerHref: string; cancelHref: string; error?: ApiError & { text?: string }; fault?: string }

export type SessionRowVM = { id: string; device: string; address?: string; since: number; lastSeenAt: number; way: 'password' | 'provider'; own: boolean }

/** One's own account: plain forms, each POST `act` and what it needs to `action`. */
export type AccountVM = {
  action: string
  name: string
  username: string
  passwordHref: string
  /** When the password was last set (epoch ms), and in how many days it must be changed; absent: never by age. */
  passwordAt?: number
  passwordLeft?: number
  factor: { on: boolean; required: boolean; since?: number; codesLeft: number; setUpHref: string }
  /** Somebody reset the second factor, and the person has not said that they know. */
  reset?: { at: number; by: string }
  sessions: SessionRowVM[]
  said?: 'ended' | 'endedOthers' | 'factorOn'
  error?: ApiError & { text?: string }
}
