import { DomainError, type FieldError } from '@/domain/errors'
import type { FormDef } from '@/domain/forms/types'
import { plainActing } from '@/services/matters/actor'
import { logger } from '@/lib/logger'
import { actOnMatter } from '@/services/matters/act'
import { createMatter, type Receipt } from '@/services/matters/create'
import { plainType } from '@/services/matters/createInput'
import { asDomainError, newReference } from '@/services/http'
import { takeWithEffort } from '@/services/effort'
import type { OfficeModel } from '@/services/structure/load'
import { mayKeepEntry } from '../content/places'
import { tokenHash } from '../sealed'
import { discardDraft, sentDraft, type Draft, type Faults, type Step } from './draft'
import { addressOf } from './where'
import { similarReports } from './similar'
import { field, type StepInput, type StepResult } from './step'
import { answersOf, pageOfKey, pathOfPage, photosInAnswers } from './questions'
import { pathOfStep, placedOf, stepsOf } from './type'

/** Which step asks for a field that was refused at the sending. */
const stepOfField = (field: string): Step => {
  if (field.startsWith('q.')) return 'questions'
  if (field.startsWith('contact.')) return 'contact'
  const steps: Record<string, Step> = { address: 'where', unit: 'where', photos: 'photos' }
  return steps[field] ?? 'describe'
}

const pathOfFault = (step: Step, first: string, form: FormDef | undefined): string =>
  step === 'questions' && form ? pathOfPage(pageOfKey(form, first.replace(/^q\./, ''))) : pathOfStep(step)

const backTo = (draft: Draft, fields: readonly FieldError[], form: FormDef | undefined): StepResult => {
  const step = stepOfField(fields[0]?.field ?? 'text')
  const errors = fields.filter(({ field }) => stepOfField(field) === step).map((error) => ({ ...error, field: error.field.replace(/^contact\./, '') }))
  const faults: Faults = { step, errors }
  return { draft: { ...draft, faults, passed: draft.passed.filter((each) => each !== step) }, to: pathOfFault(step, errors[0]?.field ?? '', form) }
}

const refused = (draft: Draft, error: unknown, form: FormDef | undefined): StepResult => {
  const reference = newReference()
  const known = asDomainError(error, reference)
  if (known.code === 'invalid' && known.fields.length > 0) return backTo(draft, known.fields, form)
  const { retryAfter } = known.detail
  return {
    draft: { ...draft, trouble: { code: known.code, ...(typeof retryAfter === 'number' ? { retryAfter } : {}), ...(known.code === 'internal' ? { reference } : {}) } },
    to: '/report/check',
  }
}

type Sending = Pick<StepInput, 'payload' | 'model' | 'form' | 'token' | 'draft'>

/** Opens the matter the draft describes. The key is the draft's own: a repetition gives the same receipt. Errors: those of `createMatter`. */
export const sendDraft = async ({ payload, model, form, token, draft }: Sending): Promise<Receipt> => {
  const { type, category, unit } = placedOf(model, draft)
  const answers = answersOf(form, draft)
  const entry = draft.entry && (await mayKeepEntry({ payload, model, lang: draft.lang }, draft.entry.id, type)) ? draft.entry.id : undefined
  return createMatter({
    payload,
    who: 'resident',
    idempotencyKey: draft.key,
    acting: () => plainActing({ kind: 'reporter' }),
    photoOwner: { draft: tokenHash(token) },
    input: {
      type: type.id, category: category?.id, unit: unit?.id, lang: draft.lang, text: draft.text, address: addressOf(model, draft.place),
      answers, contact: draft.contact, photos: [...draft.photos.slice(0, type.maxPhotos), ...photosInAnswers(form, answers)], ...(entry ? { entry } : {}),
    },
  })
}

/** Notes what the reporter says is the same. The report stands without it: whoever looks at it sees what is alike anyway. */
const noteSame = async ({ payload, model, draft, fields }: StepInput, { matter }: Receipt): Promise<void> => {
  const key = field(fields, 'same')
  const other = key ? (await similarReports(payload, model, draft, draft.lang)).find((each) => each.key === key) : undefined
  if (!other) return
  try {
    await actOnMatter({ payload, matter: matter.id, act: 'saidSame', input: { other: other.matter }, expectedRevision: matter.revision, acting: () => plainActing({ kind: 'reporter' }) })
  } catch (error) {
    logger.warn({ err: error }, 'what the reporter says is the same could not be noted')
  }
}

const missing = ({ model, form, draft }: Sending): Step | undefined => stepsOf(model, draft, form).find((step) => step !== 'check' && !draft.passed.includes(step))

/** Sends or discards the report. A repeated sending is answered with the same receipt, whatever the limit says. */
export const submitCheck = async (input: StepInput & { address: string }): Promise<StepResult> => {
  const { payload, token, draft, act, address } = input
  if (act === 'discard') {
    await discardDraft(payload, token)
    return { draft, to: '/' }
  }
  if (draft.sent) return { draft: sentDraft(draft, draft.sent.receiptCode), to: '/receipt' }
  const open = missing(input)
  if (open) return { draft, to: pathOfStep(open) }
  try {
    await takeWithEffort({ payload, door: 'report', address }, input.fields)
    const receipt = await sendDraft(input)
    if (!receipt.repeated) await noteSame(input, receipt)
    return { draft: sentDraft(draft, receipt.receiptCode), to: '/receipt' }
  } catch (error) {
    return refused(draft, error, input.form)
  }
}

/** `notYet`: the office has no type of matter that residents open, and never had this door. */
export type ReportDoor = { open: true } | { open: false; why: 'closed' | 'notYet'; words?: OfficeModel['office']['reportClosedWords'] }

/** Whether residents may report now: the office may have closed the door, with words of its own, or has no type of matter for it. */
export const reportDoor = (model: OfficeModel): ReportDoor => {
  if (model.office.reportDoor === 'closed') return { open: false, why: 'closed', words: model.office.reportClosedWords }
  if (plainType(model, 'resident') !== undefined) return { open: true }
  return { open: false, why: model.types.all.some(({ active, openBy }) => active !== false && openBy.includes('resident')) ? 'closed' : 'notYet' }
}

/** Refuses steps while the door is closed. Errors: `notAllowed`. */
export const assertDoorOpen = (model: OfficeModel): void => {
  if (!reportDoor(model).open) throw new DomainError('notAllowed', { why: 'reportClosed' })
}

