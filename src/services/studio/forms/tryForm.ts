import { DomainError } from '@/domain/errors'
import type { Fields } from '@/domain/forms/names'
import type { AnswerError, Answers, FormDef } from '@/domain/forms/types'
import { nearestPage, type Ended } from '@/domain/forms/visible'
import { definitionShape } from '@/domain/package/definitionProblems'
import { answersOf, standing } from '@/services/site/report/questions'

/** What a page of a form makes of what was typed, as it would for a report. */
export type Tried = {
  /** Keys of the visible questions of the whole form. */
  visible: string[]
  answers: Answers
  /** Of this page. */
  errors: AnswerError[]
  ended?: Ended
  /** The page that would come next; absent where the form is done, or where this page must be mended first. */
  next?: number
}

const MAX_FIELDS = 2000

const isText = (value: unknown): value is string => typeof value === 'string'

const fieldsOf = (given: unknown): Fields => {
  if (typeof given !== 'object' || given === null || Object.keys(given).length > MAX_FIELDS) throw new DomainError('invalid', {}, [{ field: 'fields', code: 'wrongKind' }])
  const entries = Object.entries(given).filter((entry): entry is [string, string | string[]] => isText(entry[1]) || (Array.isArray(entry[1]) && entry[1].every(isText)))
  return Object.fromEntries(entries)
}

const formOf = (pages: unknown): FormDef => {
  const form = { code: 'try', name: { zh: '-' }, pages }
  const problems = definitionShape('form', form)
  if (problems.length > 0) throw new DomainError('invalid', { problems: problems.slice(0, 50) }, [{ field: 'pages', code: 'wrongKind' }])
  return form as FormDef
}

/**
 * Judges one page of a form that need not be saved, by the very functions a resident's report goes through. Saves nothing and tells nobody.
 * Errors: `invalid` where the form cannot be read, or a field is no text.
 */
export const tryForm = ({ pages, page, fields }: { pages?: unknown; page?: unknown; fields?: unknown }): Tried => {
  const [form, typed] = [formOf(pages), { fields: fieldsOf(fields) }]
  if (typeof page !== 'number' || !form.pages[page]) throw new DomainError('invalid', {}, [{ field: 'page', code: 'notOffered' }])
  const { visible, answers, errors, ended } = standing(form, typed, page)
  const next = ended || errors.length > 0 ? undefined : nearestPage({ def: form, answers: answersOf(form, typed), from: page, step: 1 })
  return { visible, answers, errors, ...(ended ? { ended } : {}), ...(next === undefined ? {} : { next }) }
}
