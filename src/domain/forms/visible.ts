import type { Words } from '../words'
import { conditionHolds, evaluateWith, isAnswered, rowHolds, type Truth } from './conditions'
import { answerTo } from './names'
import type { AnswerError, Answers, AnswerValue, FormDef, FormPage, Question } from './types'

/** Where an answer ended the form, and the advice to give instead. */
export type Ended = { question: string; choice: string; advice: Words; page: number }

/** A faulty answer has no value. */
export type Reading = { value: AnswerValue; error?: AnswerError }

export type Walk = {
  /** Keys of the visible questions, in order. */
  visible: string[]
  /** Sound answers to visible questions; nothing else. */
  answers: Answers
  errors: AnswerError[]
  ended?: Ended
}

const endOf = (question: Question, value: AnswerValue, page: number): Ended | undefined => {
  const chosen = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
  const option = question.options?.find(({ code, endsWith }) => endsWith && chosen.includes(code))
  return option?.endsWith && { question: question.key, choice: option.code, advice: option.endsWith, page }
}

/**
 * Goes through a form in order of pages and questions, as a person would: a question is reached when its condition holds
 * over the answers before it; a question that is not reached is not read; an answer that ends the form is the last.
 */
export const walkForm = (def: FormDef, read: (question: Question, page: number) => Reading): Walk => {
  const entries: [string, AnswerValue][] = []
  const walk: Walk = { visible: [], answers: {}, errors: [] }
  const visit = (question: Question, page: number): void => {
    if (walk.ended || !conditionHolds(question.showIf, walk.answers)) return
    walk.visible.push(question.key)
    const { value, error } = read(question, page)
    if (error) walk.errors.push(error)
    if (!isAnswered(value)) return
    entries.push([question.key, value])
    // fromEntries makes own properties of every key, "__proto__" included.
    walk.answers = Object.fromEntries(entries)
    walk.ended = endOf(question, value, page)
  }
  def.pages.forEach(({ questions }, page) => questions.forEach((question) => visit(question, page)))
  return walk
}

/** Which questions are visible with these answers, and where they end the form. Answers are taken as they are. */
export const visibleQuestions = (def: FormDef, answers: Answers): Pick<Walk, 'visible' | 'ended'> => {
  const { visible, ended } = walkForm(def, ({ key }) => ({ value: answerTo(answers, key) }))
  return { visible, ended }
}

/** The nearest page after (`step` 1) or before (-1) `from` that has something to show; undefined at either end, and past an ending answer. */
export const nearestPage = (
  { def, answers, from, step }: { def: FormDef; answers: Answers; from: number; step: 1 | -1 },
): number | undefined => {
  const visible = new Set(visibleQuestions(def, answers).visible)
  for (let page = from + step; page >= 0 && page < def.pages.length; page += step) {
    if (def.pages[page]?.questions.some(({ key }) => visible.has(key))) return page
  }
  return undefined
}

/** How a question of a page stands before the page is answered: `maybe` when it hangs on another answer of the same page. */
export type Presence = 'shown' | 'maybe' | 'hidden'

/**
 * What a page must offer to somebody without JavaScript: everything that may be reached from the answers of earlier pages.
 * Conditions that only earlier pages settle are settled; the others wait.
 */
export const presenceOnPage = (page: FormPage, before: Answers): Map<string, Presence> => {
  const presence = new Map<string, Presence>()
  for (const { key, showIf } of page.questions) {
    const truth: Truth = showIf ? evaluateWith(showIf, (row) => {
      const here = presence.get(row.question)
      if (here === 'hidden') return rowHolds(row, null)
      return here ? undefined : rowHolds(row, answerTo(before, row.question))
    }) : true
    presence.set(key, truth === undefined ? 'maybe' : truth ? 'shown' : 'hidden')
  }
  return presence
}

/** The page that follows, told before this one is answered; `maybe` where an answer still to come decides, undefined where none follows. */
export const pageAfter = ({ def, page, before }: { def: FormDef; page: number; /** Answers of the pages before. */ before: Answers }): number | 'maybe' | undefined => {
  const presence = presenceOnPage({ title: def.name, questions: def.pages.slice(page).flatMap(({ questions }) => questions) }, before)
  for (let next = page + 1; next < def.pages.length; next += 1) {
    const held = def.pages[next]?.questions.map(({ key }) => presence.get(key)) ?? []
    if (held.includes('shown')) return next
    if (held.includes('maybe')) return 'maybe'
  }
  return undefined
}
