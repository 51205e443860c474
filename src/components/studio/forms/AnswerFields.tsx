'use client'

import type { Question } from '../../../domain/forms/types'
import type { Words } from '../../../domain/words'
import { NumberField, SelectField, WordsField } from '../kit'
import { useSay } from '../words'
import { useFieldPlace } from './FieldPlace'

type Props = { question: Question; wrong: (part: string) => string | undefined; onChange: (question: Question) => void }

const said = (words: Words): boolean => words.zh !== '' || Boolean(words.en)

/** What becomes of the answer: what it is for, who may read it, when it is erased. */
export const AnswerFields = ({ question, wrong, onChange }: Props) => {
  const say = useSay('studioForms')
  const place = useFieldPlace()
  const { purpose: _purpose, ...aimless } = question
  const { publicity: _publicity, ...closed } = question
  const { retentionDays: _days, ...kept } = question
  const closedAlways = question.kind === 'place' || question.kind === 'photo'
  return (
    <fieldset className="stack-s">
      <legend>{say('answer.heading')}</legend>
      <WordsField label={say('answer.purpose')} hint={say('answer.purposeHint')} value={question.purpose} maxLength={500} error={wrong('purpose')} onChange={(words) => onChange(said(words) ? { ...question, purpose: words } : aimless)} />
      {closedAlways ? <p className="small muted">{say('answer.neverPublic')}</p> : (
        <SelectField label={say('answer.publicity')} value={question.publicity ?? 'staff'} hint={question.publicity === 'public' ? say('answer.publicHint') : undefined}
          options={[{ value: 'staff', label: say('answer.staff') }, { value: 'public', label: say('answer.public') }]} onChange={(who) => onChange(who === 'public' ? { ...question, publicity: 'public' } : closed)} />
      )}
      {/* Answers age with their matter; an entry of a register has no such end. */}
      {place === 'register' ? null : <NumberField label={say('answer.retention')} hint={say('answer.retentionHint')} min={1} max={3650} value={question.retentionDays} error={wrong('retentionDays')} onChange={(days) => onChange(days === undefined ? kept : { ...question, retentionDays: days })} />}
    </fieldset>
  )
}
