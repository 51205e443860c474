import { LIMIT_KEYS, LIMITS_OF } from './limits'
import { rowsOf } from './conditions'
import type { Choice, FormPage, Question, QuestionKind } from './types'
import type { Words } from '../words'

/** Where a question stands: both count from 0. */
export type Place = { page: number; at: number }

type Pages = readonly FormPage[]

const withQuestions = (pages: Pages, page: number, change: (questions: readonly Question[]) => Question[]): FormPage[] =>
  pages.map((each, index) => (index === page ? { ...each, questions: change(each.questions) } : each))

export const questionAt = (pages: Pages, { page, at }: Place): Question | undefined => pages[page]?.questions[at]

/** Number of a question through all pages, from 1. */
export const numberOf = (pages: Pages, { page, at }: Place): number =>
  pages.slice(0, page).reduce((count, { questions }) => count + questions.length, 0) + at + 1

export const replaceQuestion = (pages: Pages, { page, at }: Place, question: Question): FormPage[] =>
  withQuestions(pages, page, (questions) => questions.map((each, index) => (index === at ? question : each)))

export const insertQuestion = (pages: Pages, { page, at }: Place, question: Question): FormPage[] =>
  withQuestions(pages, page, (questions) => [...questions.slice(0, at), question, ...questions.slice(at)])

export const removeQuestion = (pages: Pages, { page, at }: Place): FormPage[] =>
  withQuestions(pages, page, (questions) => questions.filter((_question, index) => index !== at))

/** A question taken from one place and put at another; `to` counts after it was taken out. */
export const moveQuestion = (pages: Pages, from: Place, to: Place): FormPage[] => {
  const question = questionAt(pages, from)
  return question && pages[to.page] ? insertQuestion(removeQuestion(pages, from), to, question) : [...pages]
}

/** The place one step before (-1) or after (1), on the next page where the page ends; undefined at either end of the form. */
export const stepFrom = (pages: Pages, { page, at }: Place, step: 1 | -1): Place | undefined => {
  const here = pages[page]?.questions.length ?? 0
  const next = at + step
  if (next >= 0 && next < here) return { page, at: next }
  const other = pages[page + step]
  return other && { page: page + step, at: step === 1 ? 0 : other.questions.length }
}

type Line = { page: FormPage } | { question: Question }

const linesOf = (pages: Pages): Line[] => pages.flatMap((page): Line[] => [{ page }, ...page.questions.map((question) => ({ question }))])

const regrouped = (lines: readonly Line[]): FormPage[] =>
  lines.reduce<FormPage[]>((pages, line) => {
    if ('page' in line) return [...pages, { ...line.page, questions: [] }]
    const last = pages.at(-1)
    return last ? [...pages.slice(0, -1), { ...last, questions: [...last.questions, line.question] }] : pages
  }, [])

const placeIn = (pages: Pages, question: Question): Place | undefined => {
  const page = pages.findIndex(({ questions }) => questions.includes(question))
  return page < 0 ? undefined : { page, at: pages[page]?.questions.indexOf(question) ?? 0 }
}

/**
 * A question dragged through the list of page heads and questions as they stand below one another: it belongs to the page whose head is above
 * it where it was let go. `from` and `to` count lines; heads themselves stay. Undefined where nothing moves.
 */
export const dragLine = (pages: Pages, from: number, to: number): { pages: FormPage[]; place: Place } | undefined => {
  const lines = linesOf(pages)
  const line = lines[from]
  if (!line || !('question' in line) || from === to) return undefined
  const rest = lines.filter((_line, index) => index !== from)
  const at = Math.max(to, 1)
  const next = regrouped([...rest.slice(0, at), line, ...rest.slice(at)])
  const place = placeIn(next, line.question)
  return place && { pages: next, place }
}

/** The line at which a page's head, or a question of it, stands in the list that `dragLine` counts. */
export const lineOf = (pages: Pages, { page, at }: { page: number; at?: number }): number =>
  pages.slice(0, page).reduce((count, { questions }) => count + questions.length + 1, 0) + (at === undefined ? 0 : at + 1)

export const addPage = (pages: Pages, page: FormPage): FormPage[] => [...pages, page]

export const renamePage = (pages: Pages, page: number, title: Words): FormPage[] => pages.map((each, index) => (index === page ? { ...each, title } : each))

/** Takes a page away; its questions go to the end of the page before, or to the start of the next. The only page stays. */
export const removePage = (pages: Pages, page: number): FormPage[] => {
  const gone = pages[page]
  if (!gone || pages.length < 2) return [...pages]
  const heir = page === 0 ? 1 : page - 1
  return withQuestions(pages, heir, (questions) => (page === 0 ? [...gone.questions, ...questions] : [...questions, ...gone.questions])).filter((_page, index) => index !== page)
}

export const movePage = (pages: Pages, from: number, to: number): FormPage[] => {
  const page = pages[from]
  if (!page || to < 0 || to >= pages.length) return [...pages]
  const rest = pages.filter((_page, index) => index !== from)
  return [...rest.slice(0, to), page, ...rest.slice(to)]
}

/** A key that no question has: `q` and the next number. `taken` are keys to stay clear of, such as those of questions that were removed. */
export const nextKey = (pages: Pages, taken: readonly string[] = []): string => {
  const used = [...pages.flatMap(({ questions }) => questions.map(({ key }) => key)), ...taken]
  const numbers = used.flatMap((key) => (/^q\d{1,6}$/.test(key) ? [Number(key.slice(1))] : []))
  return `q${Math.max(0, ...numbers) + 1}`
}

/** A code that no option has: `c` and the next number. */
export const nextOptionCode = (options: readonly Choice[]): string => {
  const numbers = options.flatMap(({ code }) => (/^c\d{1,6}$/.test(code) ? [Number(code.slice(1))] : []))
  return `c${Math.max(0, ...numbers) + 1}`
}

const offers = (kind: QuestionKind): boolean => kind === 'choice' || kind === 'multiChoice'

/** The same question asked in another way: limits that mean nothing there fall away, options stay where there are any. `options`: the first ones where there were none. */
export const asKind = (question: Question, kind: QuestionKind, options: readonly Choice[]): Question => {
  const { options: before, required, ...rest } = question
  const stray = LIMIT_KEYS.filter((key) => !LIMITS_OF[kind].includes(key))
  const kept = Object.fromEntries(Object.entries(rest).filter(([key]) => !stray.includes(key as (typeof LIMIT_KEYS)[number]))) as Omit<Question, 'options' | 'required'>
  return { ...kept, kind, ...(kind === 'info' || required === undefined ? {} : { required }), ...(offers(kind) ? { options: before ?? [...options] } : {}) }
}

/** Keys of questions whose condition looks at a question. */
export const lookingAt = (pages: Pages, key: string): string[] =>
  pages.flatMap(({ questions }) => questions.filter(({ showIf }) => showIf && rowsOf(showIf).some(({ question }) => question === key)).map((question) => question.key))

/** Questions before a place that a condition there may look at. */
export const askedBefore = (pages: Pages, { page, at }: Place): Question[] =>
  pages.flatMap(({ questions }, index) => (index < page ? questions : index === page ? questions.slice(0, at) : [])).filter(({ kind }) => kind !== 'info')

/** A question under a new key, with every condition that looks at it. */
export const rekey = (pages: Pages, place: Place, key: string): FormPage[] => {
  const old = questionAt(pages, place)?.key
  if (old === undefined || old === key) return [...pages]
  const rename = <R extends { question: string }>(row: R): R => (row.question === old ? { ...row, question: key } : row)
  return pages.map((page, index) => ({ ...page, questions: page.questions.map((question, at) => {
    const own = index === place.page && at === place.at ? { ...question, key } : question
    return own.showIf ? { ...own, showIf: { ...own.showIf, rows: own.showIf.rows.map((row) => ('match' in row ? { ...row, rows: row.rows.map(rename) } : rename(row))) } } : own
  }) }))
}
