import { say, type Lang } from '../words'
import { isAnswered } from './conditions'
import { answerTo } from './names'
import type { Answers, AnswerValue, Condition, ConditionRow, FormDef, Question } from './types'
import { visibleQuestions } from './visible'
import { fill, type FormWords } from './words'

type Speech = { lang: Lang; words: FormWords }

const questionsOf = (def: FormDef): Map<string, Question> =>
  new Map(def.pages.flatMap(({ questions }) => questions.map((question) => [question.key, question] as const)))

const optionLabel = (question: Question | undefined, code: string, lang: Lang): string =>
  say(question?.options?.find((option) => option.code === code)?.label, lang) || code

const rowSentence = (row: ConditionRow, questions: ReadonlyMap<string, Question>, { lang, words }: Speech): string => {
  const question = questions.get(row.question)
  const named = { question: say(question?.label, lang) || row.question }
  if (!('value' in row)) return fill(words.condition[row.op], named)
  const value = typeof row.value === 'boolean' ? (row.value ? words.yes : words.no) : optionLabel(question, String(row.value), lang)
  return fill(words.condition[row.op], { ...named, value })
}

/** When a question is asked, as a sentence: the hint beside it for people without JavaScript, and for form makers. */
export const conditionSentence = (condition: Condition, def: FormDef, speech: Speech): string => {
  const questions = questionsOf(def)
  const { condition: parts } = speech.words
  const sentences = condition.rows.map((row) => ('match' in row
    ? fill(parts.group, { rows: row.rows.map((inner) => rowSentence(inner, questions, speech)).join(parts[row.match]) })
    : rowSentence(row, questions, speech)))
  return fill(parts.onlyIf, { rows: sentences.join(parts[condition.match]) })
}

type NameOf = (code: string) => string | undefined

const listText = (question: Question, codes: string[], { lang, words }: Speech): string =>
  question.kind === 'photo' ? fill(words.photoCount, { count: codes.length }) : codes.map((code) => optionLabel(question, code, lang)).join(words.listSeparator)

const placeText = ({ unit, address }: { unit?: string; address?: string }, unitName?: NameOf): string =>
  [unit && (unitName?.(unit) ?? unit), address].filter(Boolean).join(' ')

/** An answer as people read it. `unitName` gives the name of a unit's code. */
export const answerText = ({ question, value, unitName, ...speech }: { question: Question; value: AnswerValue; unitName?: NameOf } & Speech): string => {
  if (value === null || !isAnswered(value)) return speech.words.unanswered
  if (typeof value === 'boolean') return value ? speech.words.yes : speech.words.no
  if (Array.isArray(value)) return listText(question, value, speech)
  if (typeof value === 'object') return placeText(value, unitName)
  if (question.kind === 'choice') return optionLabel(question, String(value), speech.lang)
  return [String(value), say(question.unit, speech.lang)].filter(Boolean).join(' ')
}

export type AnswerLine = { key: string; page: number; label: string; text: string; publicity: 'staff' | 'public' }

/** The visible questions with their sound answers, for the check page, the desk and print. Information texts are left out. */
export const answerLines = (
  { def, answers, lang, words, unitName }: { def: FormDef; answers: Answers; unitName?: NameOf } & Speech,
): AnswerLine[] => {
  const visible = new Set(visibleQuestions(def, answers).visible)
  return def.pages.flatMap(({ questions }, page) => questions
    // An answer that a condition hung on may be erased before the others: what was answered was asked.
    .filter(({ key, kind }) => kind !== 'info' && (visible.has(key) || isAnswered(answerTo(answers, key))))
    .map((question) => ({
      key: question.key,
      page,
      label: say(question.label, lang),
      text: answerText({ question, value: answerTo(answers, question.key), lang, words, unitName }),
      publicity: question.publicity ?? 'staff',
    })))
}

/** Only the answers that may be shown to everybody. Photos and places are never among them: a person chooses those one by one. */
export const publicAnswers = (def: FormDef, answers: Answers): Answers => {
  const open = def.pages.flatMap(({ questions }) => questions)
    .filter(({ publicity, kind }) => publicity === 'public' && kind !== 'photo' && kind !== 'place')
    .map(({ key }) => [key, answerTo(answers, key)] as const)
  return Object.fromEntries(open.filter(([, value]) => isAnswered(value)))
}
