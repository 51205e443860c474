import type { Payload, PayloadRequest } from 'payload'
import { countRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError, type FieldError } from '@/domain/errors'
import { cleanText } from '@/domain/matter/text'
import type { TransitionDef } from '@/domain/workflow/types'
import type { Words } from '@/domain/words'
import { asDomainError, newReference } from '@/services/http'
import { takeWithEffort } from '@/services/effort'
import { actOnMatter } from '@/services/matters/act'
import { CONTACT_FIELDS } from '@/services/matters/contact'
import type { MatterRow } from '@/services/matters/row'
import { transitionMatter } from '@/services/matters/transition'
import { claimPhotos } from '@/services/photos/claim'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { dropSealed, keepSealed, readSealed, tokenHash } from '../sealed'
import { takePhotos, type Upload } from '../report/photos'
import type { Refusal, Trouble } from '../report/draft'
import { field, KEPT_MAX, type Fields } from '../report/step'
import { inputOfRole, textInputOf, type Offers } from './offers'
import { matterOfReceipt, renewed, type TrackSession } from './session'
import { plainRequest, reporterActing, standingOf } from './standing'

/** The forms of the tracking page. */
export type Part = 'confirm' | 'add' | 'rate' | 'withdraw' | 'correct' | 'erase' | HeldPart

/** The forms of the page that shows everything held. */
export const HELD_PARTS = ['contact', 'forgetContact', 'askErase'] as const
export type HeldPart = (typeof HELD_PARTS)[number]

/** What an act that did not succeed leaves for the page: what was typed, and why. Kept encrypted for an hour at most. */
export type TrackFlash = {
  part: Part
  text: string
  rating: string
  errors: FieldError[]
  refused: Refusal[]
  /** Photos that were taken in already, and go with the next try. */
  photos: string[]
  /** Somebody changed the matter meanwhile: what happened, as far as the reporter may read it. */
  happened?: { at: string; name?: Words | null }[]
  trouble?: Trouble
}

export const readFlash = async (payload: Payload, session: TrackSession): Promise<TrackFlash | undefined> => (await readSealed(payload, session.token)) as TrackFlash | undefined

/** Photos a reporter may still add, by what the matter's type takes: three times as many over the years as in one report. */
export const photosLeft = async (req: Pick<PayloadRequest, 'payload'>, model: OfficeModel, matter: MatterRow): Promise<number> => {
  const most = model.types.byId.get(matter.type)?.maxPhotos ?? 0
  const own = await countRows(req, SLUG.attachments, { and: [{ matter: { equals: matter.id } }, { addedBy: { equals: 'reporter' } }] })
  return Math.max(0, Math.min(most, most * 3 - own))
}

/** What the reporter may do beside transitions, as the page's buttons name it. */
type OwnAct = 'addInfo' | 'correctOwn' | 'eraseOwn' | 'eraseContact' | 'correctContact' | 'askErasure'

type Doing = { transition?: TransitionDef; act?: OwnAct; part: Part; input: Record<string, unknown>; fieldOf: Record<string, string> }

type Typed = { text: string; rating: string; photos: string[] }

/** Which field of each part has the reporter's words. */
const TEXT_OF: Record<Part, string> = { confirm: 'reason', withdraw: 'withdrawReason', add: 'addText', rate: '', correct: 'correction', erase: '', contact: '', forgetContact: '', askErase: 'eraseReason' }

/** The inputs of a transition from what the page's form has, and which field of the form each of them is. */
const fill = (transition: TransitionDef, { text, rating, photos }: Typed, part: Part): Doing => {
  const taken = [
    { def: textInputOf(transition), value: text || undefined, field: TEXT_OF[part] },
    { def: inputOfRole(transition, 'rating'), value: rating ? Number(rating) : undefined, field: 'rating' },
    { def: inputOfRole(transition, 'photos'), value: photos.length > 0 ? photos : undefined, field: part === 'add' ? 'addPhotos' : 'photos' },
  ].flatMap(({ def, ...rest }) => (def ? [{ key: def.key, ...rest }] : []))
  return {
    transition,
    part,
    input: Object.fromEntries(taken.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value]]))),
    fieldOf: Object.fromEntries(taken.map(({ key, field }) => [key, field])),
  }
}

const PARTS: Record<string, Part> = { solved: 'confirm', notSolved: 'confirm', reopen: 'confirm', rate: 'rate', add: 'add', withdraw: 'withdraw', correct: 'correct', erase: 'erase', contact: 'contact', forgetContact: 'forgetContact', askErase: 'askErase' }

const partOf = (button: string): Part | undefined => (Object.hasOwn(PARTS, button) ? PARTS[button] : undefined)

/** What a pressed button means now. Undefined when it is not offered (any more). */
const doingOf = (button: string, offers: Offers, matter: MatterRow, typed: Typed): Doing | undefined => {
  const part = partOf(button)
  const by: Record<string, TransitionDef | undefined> = {
    solved: offers.solved, reopen: offers.notSolved ?? offers.reopen, rate: offers.rate, withdraw: offers.withdraw, add: offers.answer,
  }
  const transition = Object.hasOwn(by, button) ? by[button] : undefined
  if (part && transition) return fill(transition, typed, part)
  return ownActOf(button, matter, typed)
}

const ownActOf = (button: string, matter: MatterRow, { text, photos }: Typed): Doing | undefined => {
  if (button === 'add' && matter.open) return { act: 'addInfo', part: 'add', input: { text, ...(photos.length > 0 ? { photos } : {}) }, fieldOf: { text: 'addText', photos: 'addPhotos' } }
  if (button === 'correct' && mayCorrect(matter)) return { act: 'correctOwn', part: 'correct', input: { text }, fieldOf: { text: 'correction' } }
  return heldActOf(button, matter, text) ?? (button === 'erase' && mayErase(matter) ? { act: 'eraseOwn', part: 'erase', input: {}, fieldOf: {} } : undefined)
}

/** What is offered beside everything that is held: to withdraw the consent, and to ask for erasure while the matter is in hand. */
const heldActOf = (button: string, matter: MatterRow, reason: string): Doing | undefined => {
  if (button === 'forgetContact' && matter.hasContact) return { act: 'eraseContact', part: 'forgetContact', input: {}, fieldOf: {} }
  return button === 'askErase' && mayAskErasure(matter) ? { act: 'askErasure', part: 'askErase', input: { reason }, fieldOf: { reason: 'eraseReason' } } : undefined
}

/** Contact details as they were typed anew. */
const contactOf = (fields: Fields, matter: MatterRow): Doing | undefined =>
  matter.open
    ? {
        act: 'correctContact', part: 'contact', fieldOf: { 'contact.name': 'name', 'contact.phone': 'phone', 'contact.email': 'email' },
        input: { ...Object.fromEntries(CONTACT_FIELDS.map((name) => [name, field(fields, name).slice(0, 300)])), consent: field(fields, 'consent') === 'yes' },
      }
    : undefined

/** One's own words are corrected while somebody works by them, and erased for good once nobody does. */
export const mayCorrect = (matter: Pick<MatterRow, 'open' | 'text'>): boolean => matter.open && Boolean(matter.text)
export const mayAskErasure = (matter: Pick<MatterRow, 'open' | 'text' | 'eraseAskedAt'>): boolean => matter.open && Boolean(matter.text) && !matter.eraseAskedAt
export const mayErase = (matter: Pick<MatterRow, 'open' | 'text'>): boolean => !matter.open && Boolean(matter.text)

type Run = { payload: Payload; matter: MatterRow; doing: Doing; revision: number; photos: string[]; token: string }

/** The photos become the matter's in the same transaction as the act that brings them, or stay the browser's. */
const run = ({ payload, matter, doing, revision, photos, token }: Run): Promise<unknown> =>
  withTransaction(payload, async (req) => {
    await claimPhotos({ req, matter, ids: photos, owner: { draft: tokenHash(token) } })
    const common = { payload, req, matter: matter.id, input: doing.input, expectedRevision: revision, acting: reporterActing }
    return doing.transition ? transitionMatter({ ...common, action: doing.transition.code }) : actOnMatter({ ...common, act: doing.act ?? '' })
  })

const failed = (error: unknown, flash: TrackFlash, doing: Doing): TrackFlash => {
  const reference = newReference()
  const known = asDomainError(error, reference)
  if (known.code === 'invalid') return { ...flash, errors: known.fields.map((each) => ({ ...each, field: doing.fieldOf[each.field] ?? each.field })) }
  if (known.code === 'conflict') return { ...flash, happened: (known.detail.happened ?? []) as TrackFlash['happened'] }
  const { retryAfter } = known.detail
  return { ...flash, trouble: { code: known.code, ...(typeof retryAfter === 'number' ? { retryAfter } : {}), ...(known.code === 'internal' ? { reference } : {}) } }
}

export type TrackAct = { payload: Payload; session: TrackSession; fields: Fields; files: readonly Upload[]; address: string }

/** Where to go, and the session with its time begun anew. */
export type TrackActed = { to: string; session: TrackSession }

/** The refusal of a page whose browser has not done its little task: what was typed is kept with it. Anything else is thrown on. */
const effortOf = async ({ payload, address, fields }: TrackAct): Promise<DomainError | undefined> => {
  try {
    await takeWithEffort({ payload, door: 'followUp', address }, fields)
    return undefined
  } catch (error) {
    if (error instanceof DomainError && error.code === 'effortNeeded') return error
    throw error
  }
}

const pathOf = (session: TrackSession, query: string): string => `/track/${session.receiptCode}${query}`

const keepFlash = (args: { payload: Payload; model: OfficeModel; session: TrackSession; flash: TrackFlash }): Promise<void> =>
  keepSealed({ payload: args.payload, token: args.session.token, office: args.model.office.id, value: args.flash, hours: 1 })

/** Which of the reporter's two pages a form stands on. */
const pageOf = (part: Part): string => (HELD_PARTS.some((each) => each === part) ? '/data' : '')

const emptyFlash = (part: Part, typed: Typed): TrackFlash => ({ part, ...typed, errors: [], refused: [] })

/** Photos of this try and those an earlier one left. */
const gather = async (act: TrackAct, model: OfficeModel, matter: MatterRow, part: Part): Promise<{ photos: string[]; refused: Refusal[] }> => {
  const before = await readFlash(act.payload, act.session)
  const kept = before?.part === part ? before.photos : []
  if (act.files.length === 0) return { photos: kept, refused: [] }
  const max = await photosLeft({ payload: act.payload }, model, matter)
  const { ids, refused } = await takePhotos({ payload: act.payload, model, token: act.session.token, files: act.files, room: max - kept.length, max, stage: 'addition' })
  return { photos: [...kept, ...ids], refused }
}

/**
 * Does what the reporter pressed: confirm, reopen, rate, add, withdraw – each through the door everybody goes through, with the
 * revision the page was made from. What fails is kept with its reason for the page. Errors: `expired` when the page was another
 * receipt's; `tooMany`; `notFound`.
 */
export const actOnReceipt = async (act: TrackAct): Promise<TrackActed> => {
  const { payload, fields } = act
  if (field(fields, 'code') !== act.session.receiptCode) throw new DomainError('expired')
  const unmet = await effortOf(act)
  const [model, session] = [await needModel(payload), renewed(act.session)]
  const matter = await matterOfReceipt(payload, session.receiptCode)
  if (!matter) throw new DomainError('notFound')
  const button = field(fields, 'do')
  if (button === 'notSolved') return { to: pathOf(session, '?ask=1#confirm'), session }
  const part = partOf(button) ?? 'add'
  const { photos, refused } = await gather(act, model, matter, part)
  const typed: Typed = { text: cleanText(field(fields, TEXT_OF[part])).slice(0, KEPT_MAX), rating: field(fields, 'rating'), photos }
  const flash = emptyFlash(part, typed)
  const again = async (next: TrackFlash): Promise<TrackActed> => {
    await keepFlash({ payload, model, session, flash: next })
    return { to: pathOf(session, `${pageOf(part)}${part === 'confirm' && button === 'reopen' ? '?ask=1' : ''}#${part}`), session }
  }
  if (unmet) return again({ ...flash, trouble: { code: unmet.code } })
  if (refused.length > 0) return again({ ...flash, refused })
  const { offers } = await standingOf(await plainRequest(payload), model, matter)
  const doing = button === 'contact' ? contactOf(fields, matter) : doingOf(button, offers, matter, typed)
  if (!doing) return again({ ...flash, trouble: { code: 'illegalStep' } })
  try {
    await run({ payload, matter, doing, revision: Number(field(fields, 'revision')), photos, token: session.token })
  } catch (error) {
    return again(failed(error, flash, doing))
  }
  await dropSealed(payload, session.token)
  return { to: pathOf(session, `${pageOf(part)}?done=${button}`), session }
}
