'use client'

import { blankCondition } from '../../../domain/routing/edit'
import type { RuleCondition } from '../../../domain/routing/types'
import { say as wordsIn } from '../../../domain/words'
import type { QuestionChoice } from '../../../services/studio/routing/choices'
import { Icon } from '../kit'
import { useSay, useStudio } from '../words'
import { useRouting } from './context'
import { opKey, useNames } from './Sentence'
import { PickSlots, SearchSlots, SelectSlot, WordSlots } from './Slots'

const FIELDS = ['category', 'unit', 'text', 'timeOfDay', 'workingTime', 'matterType', 'source', 'severity', 'answer'] as const satisfies readonly RuleCondition['field'][]

const OPS = {
  category: ['within', 'notWithin'], unit: ['within', 'notWithin'], matterType: ['isOneOf', 'isNoneOf'], source: ['isOneOf', 'isNoneOf'], severity: ['atLeast', 'atMost'],
  text: ['containsAny', 'containsAll', 'containsNone'], timeOfDay: ['between'], workingTime: ['is'], answer: ['is', 'isNot'],
} as const satisfies Record<RuleCondition['field'], readonly RuleCondition['op'][]>

type Of<F extends RuleCondition['field']> = Extract<RuleCondition, { field: F }>
type Part<C> = { condition: C; number: number; onChange: (condition: RuleCondition) => void }

const Codes = ({ condition, number, onChange }: Part<Of<'category'> | Of<'unit'> | Of<'matterType'> | Of<'source'>>) => {
  const say = useSay('studioRouting')
  const { lang } = useStudio()
  const { choices, categories, units } = useRouting()
  const names = useNames()
  const { field, codes } = condition
  const common = { name: say('sentence.value', { number }), codes, nameOf: (code: string) => names(field, code), onChange: (next: string[]) => onChange({ ...condition, codes: next }) }
  if (field === 'category' || field === 'unit') return <SearchSlots {...common} list={`routing-${field}`} known={field === 'category' ? categories : units} />
  const rows = field === 'matterType' ? choices.types : choices.sources
  return <PickSlots {...common} options={rows.map(({ code, name }) => ({ code, label: wordsIn(name, lang) }))} />
}

const Times = ({ condition, number, onChange }: Part<Of<'timeOfDay'>>) => {
  const say = useSay('studioRouting')
  return (
    <>
      <input className="slot" type="time" required aria-label={say('sentence.fromName', { number })} value={condition.from} onChange={(event) => { if (event.target.value) onChange({ ...condition, from: event.target.value }) }} />
      {` ${say('sentence.to')} ${condition.from > condition.to ? say('sentence.nextDay') : ''}`}
      <input className="slot" type="time" required aria-label={say('sentence.toName', { number })} value={condition.to} onChange={(event) => { if (event.target.value) onChange({ ...condition, to: event.target.value }) }} />
    </>
  )
}

const isNumber = ({ op }: Of<'answer'>): boolean => op === 'atLeast' || op === 'atMost'

const AnswerValue = ({ condition, number, onChange }: Part<Of<'answer'>>) => {
  const say = useSay('studioRouting')
  const { lang } = useStudio()
  const { choices: { questions } } = useRouting()
  const options = questions.find(({ code }) => code === condition.question)?.options
  const name = say('sentence.value', { number })
  const set = (value: string) => onChange({ ...condition, value })
  if (options) return <SelectSlot name={name} value={condition.value} empty={say('sentence.pick')} options={options.map(({ code, name: words }) => ({ code, label: wordsIn(words, lang) }))} onChange={set} />
  if (isNumber(condition)) return <input className="slot slot-number" type="number" step="any" aria-label={name} value={condition.value} onChange={(event) => set(event.target.value)} />
  return <input className="slot slot-type" aria-label={name} value={condition.value} maxLength={200} onChange={(event) => set(event.target.value)} />
}

const Question = ({ condition, number, onChange }: Part<Of<'answer'>>) => {
  const say = useSay('studioRouting')
  const { lang } = useStudio()
  const { choices: { questions } } = useRouting()
  return <SelectSlot name={say('field.answer')} value={condition.question} empty={say('sentence.pick')} options={questions.map(({ code, name, forms }) => ({ code, label: say('sentence.asked', { question: wordsIn(name, lang), forms: forms.map((form) => wordsIn(form, lang)).join(say('sentence.between')) }) }))} onChange={(question) => onChange({ ...condition, question, op: questions.find(({ code }) => code === question)?.number ? 'atLeast' : 'is', value: '' })} key={`q${number}`} />
}

const Value = (part: Part<RuleCondition>) => {
  const say = useSay('studioRouting')
  const { condition, number, onChange } = part
  const name = say('sentence.value', { number })
  switch (condition.field) {
    case 'severity': return <SelectSlot name={name} value={String(condition.value)} options={(['1', '2', '3', '4'] as const).map((code) => ({ code, label: say(`severity.${code}`) }))} onChange={(value) => onChange({ ...condition, value: Number(value) })} />
    case 'text': return <WordSlots name={name} words={condition.words} onChange={(words) => onChange({ ...condition, words })} />
    case 'timeOfDay': return <Times {...part} condition={condition} />
    case 'workingTime': return <SelectSlot name={name} value={condition.value ? 'yes' : 'no'} options={(['yes', 'no'] as const).map((code) => ({ code, label: say(`working.${code}`) }))} onChange={(value) => onChange({ ...condition, value: value === 'yes' })} />
    case 'answer': return <AnswerValue {...part} condition={condition} />
    default: return <Codes {...part} condition={condition} />
  }
}

/** Sizes are compared where the question asks for a number, and where a rule does so already. */
const opsOf = (condition: RuleCondition, questions: readonly QuestionChoice[]): readonly RuleCondition['op'][] => {
  const sized = condition.field === 'answer' && (isNumber(condition) || questions.some(({ code, number }) => code === condition.question && number))
  return sized ? [...OPS.answer, 'atLeast', 'atMost'] : OPS[condition.field]
}

type Props = Part<RuleCondition> & { onRemove: () => void }

/** One condition as slots of a sentence: what to look at, how to compare, with what. */
export const ConditionSlots = ({ condition, number, onChange, onRemove }: Props) => {
  const say = useSay('studioRouting')
  const { choices: { questions } } = useRouting()
  const ops = opsOf(condition, questions)
  return (
    <span className="condition">
      <SelectSlot name={say('sentence.field', { number })} value={condition.field} options={FIELDS.map((code) => ({ code, label: say(`field.${code}`) }))} onChange={(field) => onChange(blankCondition(field as RuleCondition['field']))} />
      {condition.field === 'answer' ? <Question condition={condition} number={number} onChange={onChange} /> : null}
      {ops.length > 1
        ? <SelectSlot name={say('sentence.op', { number })} value={condition.op} options={ops.map((op) => ({ code: op, label: say(`op.${opKey({ field: condition.field, op })}`) }))} onChange={(op) => onChange({ ...condition, op } as RuleCondition)} />
        : condition.field === 'timeOfDay' ? say('op.between') : null}
      <Value condition={condition} number={number} onChange={onChange} />
      <button type="button" className="btn btn-icon" aria-label={say('sentence.removeCondition', { number })} onClick={onRemove}><Icon name="cross" /></button>
    </span>
  )
}
