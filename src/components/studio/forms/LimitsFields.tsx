'use client'

import { LIMITS_OF, type LimitKey } from '../../../domain/forms/limits'
import { SAFE_PATTERNS, type Question } from '../../../domain/forms/types'
import { Check, NumberField, SelectField, TextField, WordsField } from '../kit'
import { useSay } from '../words'

type Props = { question: Question; wrong: (part: string) => string | undefined; onChange: (question: Question) => void }

/** The question with one limit set, or without it. */
const withLimit = <K extends LimitKey>(question: Question, key: K, value: Question[K] | undefined): Question => {
  const { [key]: _gone, ...rest } = question
  return (value === undefined ? rest : { ...rest, [key]: value }) as Question
}

const NumberLimit = ({ question, name, label, wrong, onChange }: Props & { name: 'minLength' | 'maxLength' | 'min' | 'max' | 'minChoices' | 'maxChoices'; label: string }) => (
  <NumberField label={label} value={question[name]} error={wrong(name)} onChange={(value) => onChange(withLimit(question, name, value))} />
)

const NAMES: Partial<Record<LimitKey, 'limit.minPhotos' | 'limit.maxPhotos'>> = { minChoices: 'limit.minPhotos', maxChoices: 'limit.maxPhotos' }

const PatternField = ({ question, wrong, onChange }: Props) => {
  const say = useSay('studioForms')
  return (
    <SelectField label={say('limit.pattern')} empty={say('limit.anyPattern')} value={question.pattern ?? ''} error={wrong('pattern')} options={SAFE_PATTERNS.map((value) => ({ value, label: say(`pattern.${value}`) }))}
      onChange={(chosen) => onChange(withLimit(question, 'pattern', SAFE_PATTERNS.find((pattern) => pattern === chosen)))} />
  )
}

const LimitField = ({ name, ...props }: Props & { name: LimitKey }) => {
  const say = useSay('studioForms')
  const { question, wrong, onChange } = props
  switch (name) {
    case 'integer': return <Check label={say('limit.integer')} checked={question.integer === true} onChange={(on) => onChange(withLimit(question, 'integer', on || undefined))} />
    case 'minDate':
    case 'maxDate': return <TextField type="date" label={say(`limit.${name}`)} value={question[name] ?? ''} error={wrong(name)} onChange={(date) => onChange(withLimit(question, name, date || undefined))} />
    case 'unit': return <WordsField label={say('limit.unit')} hint={say('limit.unitHint')} value={question.unit} maxLength={20} error={wrong('unit')} onChange={(unit) => onChange(withLimit(question, 'unit', unit.zh || unit.en ? unit : undefined))} />
    case 'pattern': return <PatternField {...props} />
    default: return <NumberLimit {...props} name={name} label={say((question.kind === 'photo' ? NAMES[name] : undefined) ?? `limit.${name}`)} />
  }
}

/** What an answer must keep to, as far as it means something for the kind of the question. */
export const LimitsFields = (props: Props) => {
  const say = useSay('studioForms')
  const meant = LIMITS_OF[props.question.kind]
  if (meant.length === 0) return null
  return (
    <fieldset>
      <legend>{say('limit.heading')}</legend>
      <div className="forms-limits">{meant.map((name) => <LimitField key={name} {...props} name={name} />)}</div>
    </fieldset>
  )
}
