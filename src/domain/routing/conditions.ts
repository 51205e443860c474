import { normaliseText } from '../matter/text'
import type { Words } from '../words'
import { compose, plain, quoted } from './words'
import type { Directory, NamedKind, RoutingFacts, RuleCondition } from './types'

/** Whether a condition holds for a matter, and the fact that decides it, in words. */
export type Finding = { holds: boolean; words: Words }

export type Names = Pick<Directory, 'unit' | 'nameOf' | 'answerOf'>

type Of<F extends RuleCondition['field']> = Extract<RuleCondition, { field: F }>

/** A name to read aloud; the code itself where nothing is known. */
export const nameOf = (names: Names, kind: NamedKind | 'unit', code: string): Words =>
  (kind === 'unit' ? names.unit(code)?.name : names.nameOf?.(kind, code)) ?? plain(code)

/** An answer as people say it: yes and no, the words of a choice, else what was written. */
export const answerName = (names: Names, question: string, value: string): Words =>
  names.answerOf?.(question, value) ?? (value === 'true' || value === 'false' ? compose(value === 'true' ? 'yes' : 'no') : plain(value))

const listed = (names: Names, kind: NamedKind | 'unit', codes: readonly string[]): Words => quoted(codes.map((code) => nameOf(names, kind, code)))

type SetCondition = Of<'category'> | Of<'unit'> | Of<'matterType'> | Of<'source'>

const setFinding = (condition: SetCondition, own: readonly string[], names: Names): Finding => {
  const hits = condition.codes.filter((code) => own.includes(code))
  const inside = hits.length > 0
  const wantsInside = condition.op === 'within' || condition.op === 'isOneOf'
  const words = listed(names, condition.field, inside ? hits : condition.codes)
  return { holds: inside === wantsInside, words: compose(inside ? `${condition.field}In` : `${condition.field}Out`, words) }
}

const severityFinding = ({ op, value }: Of<'severity'>, severity: number): Finding => {
  if (op === 'atLeast') return severity >= value ? { holds: true, words: compose('severityAtLeast', value) } : { holds: false, words: compose('severityLow', value) }
  return severity <= value ? { holds: true, words: compose('severityAtMost', value) } : { holds: false, words: compose('severityHigh', value) }
}

/** Words as they are compared; one that vanishes in comparison is nothing to look for. */
export const soughtWords = (words: readonly string[]): string[] => words.map(normaliseText).filter((word) => word !== '')

const textFinding = ({ op, words }: Of<'text'>, text: string): Finding => {
  const haystack = normaliseText(text)
  const found = words.filter((word) => soughtWords([word]).some((sought) => haystack.includes(sought)))
  const missing = words.filter((word) => !found.includes(word))
  const says = (template: 'textIn' | 'textOut', list: readonly string[]): Words => compose(template, quoted(list.map(plain)))
  if (op === 'containsAll') return missing.length === 0 && found.length > 0 ? { holds: true, words: says('textIn', words) } : { holds: false, words: says('textOut', missing) }
  const some = found.length > 0
  return { holds: some === (op === 'containsAny'), words: some ? says('textIn', found) : says('textOut', words) }
}

const toMinutes = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Whether a minute of the day lies in [from, to); a span that ends before it begins runs over midnight, one that ends where it begins is the whole day. */
export const inSpan = ({ from, to }: { from: string; to: string }, minute: number): boolean => {
  const [start, end] = [toMinutes(from), toMinutes(to)]
  if (start < end) return start <= minute && minute < end
  return minute >= start || minute < end
}

const timeFinding = (condition: Of<'timeOfDay'>, minute: number): Finding => {
  const { from, to } = condition
  const holds = inSpan(condition, minute)
  const inside = toMinutes(from) > toMinutes(to) ? 'nightIn' : 'timeIn'
  return { holds, words: compose(holds ? inside : 'timeOut', from, to) }
}

const workingFinding = ({ value }: Of<'workingTime'>, working: boolean): Finding => ({
  holds: working === value,
  words: compose(working ? 'working' : 'notWorking'),
})

const given = (answers: Record<string, unknown>, question: string): string[] => {
  const answer = Object.hasOwn(answers, question) ? answers[question] : undefined
  const list: unknown[] = Array.isArray(answer) ? answer : [answer]
  return list.filter((each) => ['string', 'number', 'boolean'].includes(typeof each)).map(String)
}

/** A number as it was written; undefined for what is none. */
export const numberIn = (text: string): number | undefined => {
  const value = text.trim() === '' ? Number.NaN : Number(text.normalize('NFKC'))
  return Number.isFinite(value) ? value : undefined
}

const AMOUNT = { atLeast: ['answerAtLeast', 'answerLess'], atMost: ['answerAtMost', 'answerMore'] } as const

/** An answer that is no number, or none at all, is neither at least nor at most anything. */
const amountFinding = (condition: Of<'answer'> & { op: 'atLeast' | 'atMost' }, answers: Record<string, unknown>, names: Names): Finding => {
  const { question, op, value } = condition
  const [asked, bound, numbers] = [nameOf(names, 'question', question), numberIn(value), given(answers, question).flatMap((each) => numberIn(each) ?? [])]
  if (numbers.length === 0 || bound === undefined) return { holds: false, words: compose('answerNoNumber', asked) }
  const holds = numbers.some((number) => (op === 'atLeast' ? number >= bound : number <= bound))
  return { holds, words: compose(AMOUNT[op][holds ? 0 : 1], asked, value) }
}

const answerFinding = (condition: Of<'answer'>, answers: Record<string, unknown>, names: Names): Finding => {
  const { question, op, value } = condition
  if (op === 'atLeast' || op === 'atMost') return amountFinding({ ...condition, op }, answers, names)
  const is = given(answers, question).includes(value)
  return { holds: is === (op === 'is'), words: compose(is ? 'answerIs' : 'answerIsNot', nameOf(names, 'question', question), answerName(names, question, value)) }
}

/** Tests one condition (domain.md §5): typed rows with closed operators. */
export const testCondition = (condition: RuleCondition, facts: RoutingFacts, names: Names): Finding => {
  switch (condition.field) {
    case 'category': return setFinding(condition, facts.categoryCodes, names)
    case 'unit': return setFinding(condition, facts.unitCodes, names)
    case 'matterType': return setFinding(condition, [facts.matterType], names)
    case 'source': return setFinding(condition, [facts.source], names)
    case 'severity': return severityFinding(condition, facts.severity)
    case 'text': return textFinding(condition, facts.text)
    case 'timeOfDay': return timeFinding(condition, facts.minuteOfDay)
    case 'workingTime': return workingFinding(condition, facts.workingTime)
    case 'answer': return answerFinding(condition, facts.answers, names)
  }
}
