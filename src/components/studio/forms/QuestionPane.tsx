'use client'

import { asKind, askedBefore, lookingAt, numberOf, type Place } from '../../../domain/forms/edit'
import { QUESTION_KINDS, type FormPage, type Question, type QuestionKind } from '../../../domain/forms/types'
import { say as sayWords, type Words } from '../../../domain/words'
import { Check, Icon, SelectField, TextField, WordsField } from '../kit'
import { useSay, useStudio } from '../words'
import { AnswerFields } from './AnswerFields'
import { saidOf, type Issue } from './at'
import { ConditionEditor } from './ConditionEditor'
import { LimitsFields } from './LimitsFields'
import { OptionsEditor } from './OptionsEditor'

export type QuestionActs = { onChange: (question: Question) => void; onKey: (key: string) => void; onPage: (page: number) => void; onCopy: () => void; onRemove: () => void }
type Props = QuestionActs & { pages: readonly FormPage[]; place: Place; question: Question; issues: readonly Issue[]; canEdit: boolean }

const said = (words: Words): boolean => words.zh !== '' || Boolean(words.en)

const isKind = (kind: string): kind is QuestionKind => (QUESTION_KINDS as readonly string[]).includes(kind)

const withRequired = ({ required: _gone, ...question }: Question, required: boolean): Question => (required ? { ...question, required } : question)

const WordsPart = ({ question, wrong, onChange }: { question: Question; wrong: (part: string) => string | undefined; onChange: Props['onChange'] }) => {
  const say = useSay('studioForms')
  const { help: _help, ...bare } = question
  return (
    <>
      <WordsField label={say(question.kind === 'info' ? 'question.infoLabel' : 'question.label')} value={question.label} lines={2} maxLength={200} required error={wrong('label')} onChange={(label) => onChange({ ...question, label })} />
      <WordsField label={say('question.help')} hint={say('question.helpHint')} value={question.help} lines={2} maxLength={4000} error={wrong('help')} onChange={(help) => onChange(said(help) ? { ...question, help } : bare)} />
    </>
  )
}

const More = ({ pages, place, question, wrong, onKey, onPage, onCopy, onRemove, used }: Omit<Props, 'issues' | 'canEdit'> & { wrong: (part: string) => string | undefined; used: number }) => {
  const say = useSay('studioForms')
  const { lang } = useStudio()
  return (
    <>
      {pages.length > 1 ? (
        <SelectField label={say('question.page')} value={String(place.page)} onChange={(page) => onPage(Number(page))}
          options={pages.map(({ title }, page) => ({ value: String(page), label: `${say('fields.page', { number: page + 1 })} ${sayWords(title, lang)}` }))} />
      ) : null}
      <details className="forms-more" open={Boolean(wrong('key'))}>
        <summary>{say('question.more')}</summary>
        <TextField label={say('question.key')} hint={say('question.keyHint')} value={question.key} maxLength={40} error={wrong('key')} onChange={onKey} />
      </details>
      <p className="bar">
        <button type="button" className="btn btn-small" onClick={onCopy}><Icon name="copy" />{say('question.copy')}</button>
        <button type="button" className="btn btn-small btn-danger" onClick={onRemove}>{say('question.remove')}</button>
      </p>
      {used > 0 ? <p className="small muted">{say('question.removeUsed', { count: used })}</p> : null}
    </>
  )
}

/** Everything about one question. */
export const QuestionPane = (props: Props) => {
  const say = useSay('studioForms')
  const { pages, place, question, issues, canEdit, onChange } = props
  const wrong = (part: string) => saidOf(issues, place, part)
  const used = lookingAt(pages, question.key).length
  const first = ['c1', 'c2'].map((code, at) => ({ code, label: { zh: say('fields.newOption', { number: at + 1 }) } }))
  const { showIf: _condition, ...always } = question
  const answered = question.kind !== 'info'
  return (
    <>
      <h2 id="forms-chosen" tabIndex={-1}>{say('question.heading', { number: numberOf(pages, place) })}</h2>
      <fieldset className="stack" disabled={!canEdit}>
        <legend className="sr">{say('question.heading', { number: numberOf(pages, place) })}</legend>
        <WordsPart question={question} wrong={wrong} onChange={onChange} />
        <SelectField label={say('question.kind')} value={question.kind} hint={used > 0 ? say('question.kindUsed', { count: used }) : undefined}
          options={QUESTION_KINDS.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))} onChange={(kind) => { if (isKind(kind)) onChange(asKind(question, kind, first)) }} />
        {answered ? <Check label={say('question.required')} hint={question.showIf ? say('question.requiredHint') : undefined} checked={question.required === true} onChange={(required) => onChange(withRequired(question, required))} /> : null}
        {question.options ? <OptionsEditor options={question.options} canEdit={canEdit} wrong={(path) => wrong(path ? `options/${path}` : 'options')} onChange={(options) => onChange({ ...question, options })} /> : null}
        <LimitsFields question={question} wrong={wrong} onChange={onChange} />
        <ConditionEditor condition={question.showIf} earlier={askedBefore(pages, place)} wrong={(path) => wrong(`showIf/${path}`)} onChange={(showIf) => onChange(showIf ? { ...always, showIf } : always)} />
        {answered ? <AnswerFields question={question} wrong={wrong} onChange={onChange} /> : null}
        {canEdit ? <More {...props} wrong={wrong} used={used} /> : null}
      </fieldset>
    </>
  )
}
