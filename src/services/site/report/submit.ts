import type { Payload } from 'payload'
import type { Lang } from '@/domain/words'
import type { OfficeModel } from '@/services/structure/load'
import { submitContact } from './contact'
import { submitAdvice, submitCategory, submitDescribe } from './describe'
import { discardDraft, draftName, readDraft, saveDraft, sentDraft, startDraft, type Held } from './draft'
import { submitPhotos, type Upload } from './photos'
import { submitQuestions } from './questions'
import { assertDoorOpen, submitCheck } from './send'
import { field, type Fields, type StepInput, type StepResult } from './step'
import { formOf } from './type'
import { submitWhere } from './where'

export const DOORS = ['describe', 'category', 'advice', 'where', 'questions', 'photos', 'contact', 'check'] as const
export type Door = (typeof DOORS)[number]

export type Submission = {
  payload: Payload
  model: OfficeModel
  lang: Lang
  door: Door
  /** The browser's draft cookie. */
  token: string | undefined
  fields: Fields
  files: readonly Upload[]
  /** The sender's network address, for limits only. */
  address: string
}

/** Where to go, and the draft's token to keep in the browser, or null to forget it. `over`: the draft's time was over. */
export type Submitted = { to: string; token: string | null; over?: boolean }

const SUBMIT: Record<Door, (input: StepInput & { files: readonly Upload[]; address: string }) => StepResult | Promise<StepResult>> = {
  describe: submitDescribe,
  category: submitCategory,
  advice: submitAdvice,
  where: submitWhere,
  questions: submitQuestions,
  photos: submitPhotos,
  contact: submitContact,
  check: submitCheck,
}

const SENDING_MAX = 64

const run = async ({ payload, model, lang, door, fields, files, address }: Submission, held: Held): Promise<Submitted> => {
  const act = field(fields, 'do') || 'next'
  const sending = field(fields, 'sending').slice(0, SENDING_MAX)
  // The answer to this very sending was lost on its way: the page is taken in once.
  if (sending && held.draft.last?.sending === sending) return { to: held.draft.last.to, token: held.token }
  const form = await formOf(payload, model, held.draft)
  const { draft, to } = await SUBMIT[door]({ payload, model, form, token: held.token, draft: { ...held.draft, lang }, fields, files, address, act })
  if (door === 'check' && act === 'discard') return { to, token: null }
  const next = draft.sent || !sending ? draft : { ...draft, last: { sending, to } }
  await saveDraft({ payload, model, held: { token: held.token, draft: next } })
  return { to, token: held.token }
}

/** A page of a draft that is gone cannot go on; one of a sent draft leads to its receipt; a first page begins anew. */
const without = async (submission: Submission, held: Held | undefined): Promise<Submitted> => {
  const { payload, model, door, lang, fields } = submission
  if (door === 'describe' && field(fields, 'draft') === 'new') {
    if (held && !held.draft.sent) await discardDraft(payload, held.token)
    return run(submission, startDraft(lang))
  }
  if (held?.draft.sent) {
    await saveDraft({ payload, model, held: { ...held, draft: sentDraft(held.draft, held.draft.sent.receiptCode) } })
    return { to: '/receipt', token: held.token }
  }
  return { to: '/report', token: held?.token ?? null, over: true }
}

/**
 * Takes one posted page of a report: keeps what was typed in the encrypted draft, faults included, and says where to go next.
 * Errors: `notAllowed` while the office takes no reports; `storageFull`, `busy`.
 */
export const submitReport = async (submission: Submission): Promise<Submitted> => {
  const { payload, model, token, fields } = submission
  assertDoorOpen(model)
  const held = await readDraft(payload, token)
  const mine = held && !held.draft.sent && field(fields, 'draft') === draftName(held.draft)
  return mine ? run(submission, held) : without(submission, held)
}
