import { answerTo } from '../forms/names'
import { publicAnswers } from '../forms/describe'
import type { Answers, FormDef, Question } from '../forms/types'
import { codePoints, cleanLine, normaliseText } from '../matter/text'
import type { RegisterDef } from './types'

/** Most code points of an entry's name where it is shown in lists. */
export const ENTRY_TITLE_MAX = 120

/** The questions that are fields: information texts are not. */
export const fieldsOf = (def: Pick<RegisterDef, 'pages'>): Question[] => def.pages.flatMap(({ questions }) => questions).filter(({ kind }) => kind !== 'info')

/** An entry's name: the answer to the title question. Empty where it was not answered. */
export const titleOfEntry = ({ titleQuestion }: Pick<RegisterDef, 'titleQuestion'>, answers: Answers): string => {
  const value = answerTo(answers, titleQuestion)
  return typeof value === 'string' ? Array.from(cleanLine(value)).slice(0, ENTRY_TITLE_MAX).join('') : ''
}

const SEARCH_MAX = 4000

/** What the search over entries looks through: code, name, address and every answer as it reads in Chinese. */
export const searchTextOfEntry = ({ code, address, lines }: { code: string; address: string; lines: readonly string[] }): string => {
  const text = normaliseText([code, address, ...lines].join(' '))
  return codePoints(text) > SEARCH_MAX ? Array.from(text).slice(0, SEARCH_MAX).join('') : text
}

/** What residents may read of an entry: fields that were public when it was written and are public now. Nothing where the register is closed. */
export const publicPart = ({ now, then, answers }: { now: RegisterDef; then: RegisterDef; answers: Answers }): Answers => {
  if (!now.open || !then.open) return {}
  const before = publicAnswers(then, answers)
  return Object.fromEntries(Object.entries(publicAnswers(now, answers)).filter(([key]) => Object.hasOwn(before, key)))
}

/** Whether the name of an entry may be shown to residents: its field is public, like any other. */
export const publicTitle = (parts: { now: RegisterDef; then: RegisterDef; answers: Answers }): string => titleOfEntry(parts.now, publicPart(parts))

/** Codes that an entry may have: they stand in addresses and on QR sheets. */
export const ENTRY_CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/** The code of the next entry, after the highest number among those that were proposed before. */
export const nextEntryCode = (taken: readonly string[]): string => {
  const numbers = taken.flatMap((code) => (/^\d{1,9}$/.test(code) ? [Number(code)] : []))
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0')
}

/** The fields as a form of one page, as staff fill it in. */
export const onOnePage = ({ code, name, pages }: Pick<RegisterDef, 'code' | 'name' | 'pages'>): FormDef => ({ code, name, pages: [{ title: name, questions: pages.flatMap(({ questions }) => questions) }] })
