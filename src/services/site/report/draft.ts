import { randomBytes } from 'node:crypto'
import type { Payload, Where } from 'payload'
import { deleteRows, findRows } from '@/db/rows'
import type { FieldError } from '@/domain/errors'
import type { Lang } from '@/domain/words'
import { now } from '@/lib/clock'
import type { ContactField } from '@/services/matters/contact'
import { removeBytes } from '@/services/photos/store'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { dropSealed, keepSealed, newToken, readSealed, tokenHash } from '../sealed'

export const STEPS = ['describe', 'where', 'questions', 'photos', 'contact', 'check'] as const
export type Step = (typeof STEPS)[number]

export const WAYS = ['address', 'tree', 'code'] as const
export type Way = (typeof WAYS)[number]

/** What the reporter said of the place. `unit`, `hit`, `at` are codes of grid units. */
export type PlaceDraft = {
  way: Way
  address: string
  /** The address that was searched for; its hits are found again when they are shown. */
  searched?: string
  hit?: string
  /** Where the walk down the tree stands. */
  at?: string
  plate: string
  unit?: string
  by?: Way | 'link'
  detail: string
}

export type Refusal = { name: string; code: string; params?: Record<string, string | number> }

/** What went wrong at the last try, until the next one. `step` names the page that shows it. */
export type Faults = { step: Step | 'category'; errors: FieldError[] }

/** A failure of the sending itself: nothing is wrong with what was typed. */
export type Trouble = { code: string; retryAfter?: number; reference?: string }

/** A half-filled report, as it is kept encrypted (decisions.md 18). Nothing in it was checked except where its step says so. */
export type Draft = {
  /** Idempotency key, made with the draft: however often it is sent, it makes one matter. */
  key: string
  lang: Lang
  text: string
  /** The text was read for suggestions once. */
  read: boolean
  /** Code of a category, `~pick`, `~unsure`, or nothing yet. */
  category: string
  /** The category was chosen from the whole list. */
  picked: boolean
  categoryQuery?: string
  /** The advice of this category was shown. */
  advised?: string
  place: PlaceDraft
  /** The register entry it was begun at: kept while the place stays the one the link brought. */
  entry?: { id: string; unit?: string; name: string; /** Code of the type it is about where no category says another. */ type?: string }
  /** The guide it was begun from, and the code of its type: that type it is, whatever the category. */
  service?: { code: string; name: string; type: string }
  /** Answers to the type's own questions as they were typed. */
  fields: Record<string, string | string[]>
  /** An answer ended the form. */
  ended?: boolean
  photos: string[]
  refused: Refusal[]
  contact: Partial<Record<ContactField, string>>
  /** Steps that were gone through. */
  passed: Step[]
  faults?: Faults
  trouble?: Trouble
  /** The sending of a page that was taken in last, as the browser names it, and where it led. */
  last?: { sending: string; to: string }
  /** Set once it was sent; everything typed is gone then. */
  sent?: { receiptCode: string; wordUntil: number }
}

export type Held = { token: string; draft: Draft }

export const emptyDraft = (lang: Lang): Draft => ({
  key: randomBytes(24).toString('base64url'),
  lang,
  text: '',
  read: false,
  category: '',
  picked: false,
  place: { way: 'address', address: '', plate: '', detail: '' },
  fields: {},
  photos: [],
  refused: [],
  contact: {},
  passed: [],
})

/** A short name of the draft for its forms: tells a page of an older draft from one of this. Opens nothing. */
export const draftName = ({ key, sent }: Draft): string => (key && !sent ? key.slice(0, 8) : 'new')

export const draftHours = (model: OfficeModel): number => model.office.draftHours ?? 24

/** The draft of a browser; undefined when there is none, or its time is over. */
export const readDraft = async (payload: Payload, token: string | undefined): Promise<Held | undefined> => {
  const value = await readSealed(payload, token)
  return value && token ? { token, draft: value as Draft } : undefined
}

export const startDraft = (lang: Lang): Held => ({ token: newToken(), draft: emptyDraft(lang) })

type Save = { payload: Payload; model: OfficeModel; held: Held }

/** Keeps the draft; its time starts anew. */
export const saveDraft = ({ payload, model, held }: Save): Promise<void> =>
  keepSealed({ payload, token: held.token, office: model.office.id, value: held.draft, hours: draftHours(model) })

/** Removes a photo that belongs to no matter yet. Nothing happens when it is not the draft's. */
export const dropPhotos = async (payload: Payload, token: string, ids?: string[]): Promise<void> => {
  const mine: Where = { and: [{ draft: { equals: tokenHash(token) } }, { matter: { exists: false } }, ...(ids ? [{ id: { in: ids } }] : [])] }
  for (const row of await findRows({ payload }, SLUG.attachments, { where: mine })) {
    // The row goes first: a file without a row is never shown, a row without a file would be.
    await deleteRows({ payload }, SLUG.attachments, { and: [{ id: { equals: row.id } }, { matter: { exists: false } }] })
    await removeBytes(row.id)
  }
}

/** Forgets the draft and its photos at once. */
export const discardDraft = async (payload: Payload, token: string): Promise<void> => {
  await dropPhotos(payload, token)
  await dropSealed(payload, token)
}

/** How long the query word is shown after a sending or its repetition, in milliseconds. */
export const WORD_SHOWN_MS = 10 * 60_000

/** What remains of a draft that was sent: its key, so that a repeated sending finds the same matter, and the receipt. */
export const sentDraft = (draft: Draft, receiptCode: string): Draft => ({
  ...emptyDraft(draft.lang),
  key: draft.key,
  sent: { receiptCode, wordUntil: now() + WORD_SHOWN_MS },
})
