import type { FieldError } from '@/domain/errors'
import { suggestCategories } from '@/domain/matter/suggest'
import { cleanText, normaliseText } from '@/domain/matter/text'
import { say, type Lang } from '@/domain/words'
import { readText } from '@/services/matters/createInput'
import type { OfficeModel } from '@/services/structure/load'
import type { CategoryRow } from '@/services/structure/rows'
import { reportPlace } from '../content/places'
import { serviceToApply } from '../content/services'
import { unitByCode } from '../units'
import type { Draft } from './draft'
import { field, KEPT_MAX, type Fields, type StepInput, type StepResult } from './step'
import { afterStep, categoryOf, passed, placedOf, stepsOf } from './type'

export const PICK = '~pick'
export const UNSURE = '~unsure'

const open = (row: CategoryRow): boolean => row.active !== false

const keywordsOf = (row: CategoryRow): string[] => (row.keywords ?? '').split(/[、,，;；]+|\s{2,}/).flatMap((part) => splitWords(part)).filter(Boolean)

// Chinese keywords are parted by single spaces too; English ones may be phrases.
const splitWords = (part: string): string[] => (/\p{Script=Han}/u.test(part) ? part.trim().split(/\s+/) : [part.trim()])

/** Categories above a category and itself, from the top. */
export const categoryTrail = (model: OfficeModel, row: CategoryRow): CategoryRow[] =>
  row.path.split('/').flatMap((id) => model.categories.byId.get(id) ?? [])

/** "公共设施 › 路灯照明". */
export const categoryName = (model: OfficeModel, row: CategoryRow, lang: Lang): string => categoryTrail(model, row).map((each) => say(each.name, lang)).join(' › ')

/** Categories that the words of a text point to, each with these words. A proposal; a person chooses. */
export const suggestFor = (model: OfficeModel, text: string) =>
  suggestCategories({
    text,
    categories: model.categories.all.filter(open).map((row) => ({ code: row.code, depth: Math.max(0, categoryTrail(model, row).length - 1), keywords: keywordsOf(row) })),
  })

/** Categories whose name, explanation or keywords hold the words looked for. */
export const searchCategories = (model: OfficeModel, query: string, lang: Lang): CategoryRow[] => {
  const words = normaliseText(query).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const textOf = (row: CategoryRow) => normaliseText([row.name.zh, row.name.en ?? '', say(row.help ?? undefined, lang), row.keywords ?? ''].join(' '))
  return model.categories.all.filter((row) => open(row) && words.every((word) => textOf(row).includes(word))).slice(0, 12)
}

const setCategory = (draft: Draft, category: string, picked: boolean, model: OfficeModel): Draft => {
  const next: Draft = { ...draft, category, picked }
  // Another type asks other questions, and may take no photos.
  const sameType = placedOf(model, draft).type.id === placedOf(model, next).type.id
  return sameType ? next : { ...next, ended: false, passed: next.passed.filter((step) => step !== 'questions') }
}

const categoryError = (model: OfficeModel, choice: string): FieldError[] => {
  if (choice === '') return [{ field: 'category', code: 'required' }]
  return choice === UNSURE || categoryOf(model, { category: choice }) ? [] : [{ field: 'category', code: 'notOffered' }]
}

/** The advice to show before going on: the chosen category is (also) somebody else's. What lies above it speaks for itself alone. */
export const adviceOf = (model: OfficeModel, draft: Draft): { category: CategoryRow; words: NonNullable<CategoryRow['notOurs']> } | undefined => {
  const category = categoryOf(model, draft)
  return category?.notOurs?.zh ? { category, words: category.notOurs } : undefined
}

const onward = ({ model, form }: Pick<StepInput, 'model' | 'form'>, draft: Draft): string =>
  adviceOf(model, draft) && draft.advised !== draft.category ? '/report/advice' : afterStep(stepsOf(model, draft, form), draft, 'describe')

/** The place of a register entry, as its page's link names it. */
const withEntry = async ({ payload, model }: Pick<StepInput, 'payload' | 'model'>, draft: Draft, fields: Fields): Promise<Draft> => {
  const found = field(fields, 'p') ? await reportPlace({ payload, model, lang: draft.lang }, field(fields, 'p')) : undefined
  if (!found) return draft
  const words = [found.name, found.address].filter(Boolean).join(' ')
  const place = found.unit ? { ...draft.place, unit: found.unit, by: 'link' as const, detail: words } : { ...draft.place, unit: undefined, by: undefined, address: words }
  return { ...draft, place, entry: { id: found.entry, name: found.name, ...(found.unit ? { unit: found.unit } : {}), ...(found.type ? { type: found.type } : {}) } }
}

/** The guide that a link names, while it can be done here. */
const withService = async ({ payload, model }: Pick<StepInput, 'payload' | 'model'>, draft: Draft, fields: Fields): Promise<Draft> => {
  const service = field(fields, 's') ? await serviceToApply({ payload, model, lang: draft.lang }, field(fields, 's')) : undefined
  return service ? { ...draft, service } : draft
}

const withLink = (model: OfficeModel, draft: Draft, fields: Fields): Draft => {
  const unit = field(fields, 'u') ? unitByCode(model, field(fields, 'u')) : undefined
  return unit ? { ...draft, place: { ...draft.place, unit: unit.code, by: 'link' }, entry: undefined } : draft
}

const again = (draft: Draft, errors: FieldError[] = []): StepResult => ({ draft: { ...draft, faults: errors.length > 0 ? { step: 'describe', errors } : undefined }, to: '/report' })

const withChoice = (model: OfficeModel, before: Draft, choice: string): Draft => {
  if (choice === PICK) return { ...before, category: PICK }
  return choice && categoryError(model, choice).length === 0 ? setCategory(before, choice, before.picked && before.category === choice, model) : before
}

/** What happened, and which category. The first time the text is read for suggestions; then a choice is asked for. */
export const submitDescribe = async ({ payload, model, form, draft: given, fields, act }: StepInput): Promise<StepResult> => {
  const before = await withService({ payload, model }, await withEntry({ payload, model }, given, fields), fields)
  const text = cleanText(field(fields, 'text')).slice(0, KEPT_MAX)
  const choice = field(fields, 'category')
  const draft = withChoice(model, withLink(model, { ...before, text }, fields), choice)
  const { errors } = readText(text)
  if (errors.length > 0) return again(draft, errors)
  if (!before.read || act === 'suggest') return again({ ...draft, read: true })
  if (choice === PICK) return { draft: { ...draft, faults: undefined }, to: '/report/category' }
  const wrong = categoryError(model, choice)
  if (wrong.length > 0) return again(draft, wrong)
  const done = passed(draft, 'describe')
  return { draft: done, to: onward({ model, form }, done) }
}

/** A category from the whole list, by a word or down the tree. */
export const submitCategory = ({ model, form, draft, fields, act }: StepInput): StepResult => {
  const choice = field(fields, 'category')
  const asked: Draft = { ...draft, categoryQuery: field(fields, 'q').slice(0, 40), faults: undefined }
  if (act === 'find') return { draft: categoryError(model, choice).length === 0 ? { ...asked, category: choice, picked: true } : asked, to: '/report/category' }
  const errors = categoryError(model, choice)
  if (errors.length > 0) return { draft: { ...asked, faults: { step: 'category', errors } }, to: '/report/category' }
  const done = passed(setCategory({ ...asked, read: true }, choice, choice !== UNSURE, model), 'describe')
  return { draft: done, to: onward({ model, form }, done) }
}

/** The advice was read, and the reporter goes on with the report all the same. */
export const submitAdvice = ({ model, form, draft }: StepInput): StepResult => {
  const done: Draft = { ...draft, advised: draft.category }
  return { draft: done, to: afterStep(stepsOf(model, done, form), done, 'describe') }
}
