import { answerTo, filesField, own, type Fields } from '../../domain/forms/names'
import { inputOf, type RawAnswers } from '../../domain/forms/parse'
import type { Answers, FormDef, Question } from '../../domain/forms/types'

/** Where the live form holds a question's answer. Not under its key: a key may be a word that every object has, such as "constructor". */
export const slotOf = (key: string): string => `_${key}`

/** What the live form holds: one entry a question by its slot, nested as the dotted names of its inputs are. */
export type FormValues = { q: Record<string, unknown> }

const list = (input: unknown): string[] => {
  const items: unknown[] = Array.isArray(input) ? input : [input]
  return items.filter((item): item is string => typeof item === 'string' && item !== '')
}

const text = (input: unknown): string => {
  if (typeof input === 'boolean') return input ? 'yes' : 'no'
  return typeof input === 'string' || typeof input === 'number' ? String(input) : ''
}

const placeValue = (input: unknown) => {
  const parts = typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : { address: input }
  return { address: text(own(parts, 'address')), unit: text(own(parts, 'unit')) }
}

const valueOf = (question: Question, raw: RawAnswers): unknown => {
  const input = inputOf(question, raw)
  if (question.kind === 'multiChoice') return list(input)
  if (question.kind === 'photo') return { ids: list(input) }
  return question.kind === 'place' ? placeValue(input) : text(input)
}

const asked = (questions: readonly Question[]) => questions.filter(({ kind }) => kind !== 'info')

/** What the inputs of these questions hold for what was typed or saved. */
export const valuesOf = (questions: readonly Question[], raw: RawAnswers): FormValues => ({
  q: Object.fromEntries(asked(questions).map((question) => [slotOf(question.key), valueOf(question, raw)])),
})

/** The fields a plain post would send now, without files. */
export const fieldsIn = (form: HTMLFormElement): Fields => {
  const fields: Fields = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || !name.startsWith('q.')) continue
    const earlier = own(fields, name)
    fields[name] = earlier === undefined ? value : [earlier, value].flat()
  }
  return fields
}

/** The inputs as they stand in the page, with how many new photos each question was given. */
export const valuesIn = (questions: readonly Question[], form: HTMLFormElement): FormValues => {
  const { q } = valuesOf(questions, fieldsIn(form))
  const photos = questions.filter(({ kind }) => kind === 'photo').map(({ key }) => {
    const input = form.elements.namedItem(filesField(key))
    return [slotOf(key), { ...(q[slotOf(key)] as object), chosen: input instanceof HTMLInputElement ? (input.files?.length ?? 0) : 0 }] as const
  })
  return { q: { ...q, ...Object.fromEntries(photos) } }
}

/** Photos chosen but not sent yet count as answers of this page. */
const photosOf = (value: unknown): string[] => {
  const parts = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  return [...list(own(parts, 'ids')), ...Array.from({ length: Number(own(parts, 'chosen') ?? 0) }, (_file, at) => `chosen-${at}`)]
}

/** What the live form holds, as the validation reads it. */
export const rawOf = (questions: readonly Question[], values: Partial<FormValues>): RawAnswers =>
  Object.fromEntries(asked(questions).map(({ key, kind }) => {
    const value = own(values.q ?? {}, slotOf(key))
    // A single check box gives its value or false; a radio group that was never touched gives null.
    if (kind === 'multiChoice') return [key, list(value)]
    return [key, kind === 'photo' ? photosOf(value) : value]
  }))

/** A whole form on one page: for staff, who fill it in while somebody talks. Conditions stay as they are. */
export const onOnePage = (def: FormDef): FormDef => ({ ...def, pages: [{ title: def.name, questions: def.pages.flatMap(({ questions }) => questions) }] })

/** Answers without placeholders of photos that are not stored yet. */
export const withoutChosen = (def: FormDef, answers: Answers): Answers => {
  const photos = new Set(def.pages.flatMap(({ questions }) => questions.filter(({ kind }) => kind === 'photo').map(({ key }) => key)))
  const stored = Object.keys(answers).map((key) => {
    const value = answerTo(answers, key)
    return [key, photos.has(key) && Array.isArray(value) ? value.filter((id) => !id.startsWith('chosen-')) : value] as const
  })
  return Object.fromEntries(stored.filter(([, value]) => !Array.isArray(value) || value.length > 0))
}
