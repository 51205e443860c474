'use client'

import { LIMITS_OF, type LimitKey } from '../../../domain/forms/limits'
import { SAFE_PATTERNS, type Question } from '../../../domain/forms/types'
import { Check, NumberField, SelectField, TextField } from '../kit'
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

/** What an answer must keep to, as far as it means something for the kind of the question. */
export const LimitsFields = (props: Props) => {
  const say = useSay('studioForms')
  const { question, wrong, onChange } = props
  const meant = LIMITS_OF[question.kind]
  if (meant.length === 0) return null
  const photos = question.kind === 'photo'
  const field = (key: LimitKey) => {
    switch (key) {
      case 'integer': return <Check key={key} label={say('limit.integer')} checked={question.integer === true} onChange={(on) => onChange(withLimit(question, 'integer', on || undefined))} />
      case 'minDate':
      case 'maxDate': return <TextField key={key} type="date" label={say(`limit.${key}`)} value={question[key] ?? ''} error={wrong(key)} onChange={(date) => onChange(withLimit(question, key, date || undefined))} />
      case 'pattern': return (
        <SelectField key={key} label={say('limit.pattern')} empty={say('limit.anyPattern')} value={question.pattern ?? ''} error={wrong(key)} options={SAFE_PATTERNS.map((value) => ({ value, label: say(`pattern.${value}`) }))}
          onChange={(chosen) => onChange(withLimit(question, 'pattern', SAFE_PATTERNS.find((pattern) => pattern === chosen)))} />
      )
      case 'minChoices': return <NumberLimit key={key} {...props} name={key} label={say(photos ? 'limit.minPhotos' : 'limit.minChoices')} />
      case 'maxChoices': return <NumberLimit key={key} {...props} name={key} label={say(photos ? 'limit.maxPhotos' : 'limit.maxChoices')} />
      default: return <NumberLimit key={key} {...props} name={key} label={say(`limit.${key}`)} />
    }
  }
  return (
    <fieldset>
      <legend>{say('limit.heading')}</legend>
      <div className="forms-limits">{meant.map(field)}</div>
    </fieldset>
  )
}
