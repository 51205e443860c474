'use client'

import { Fragment, type ReactNode } from 'react'
import type { FormChange } from '../../../domain/forms/diff'
import type { Question } from '../../../domain/forms/types'
import { say as sayWords } from '../../../domain/words'
import { Icon, Mark } from '../kit'
import { useSay, useStudio } from '../words'
import type { Issue } from './at'
import { useFieldPlace } from './FieldPlace'
import { Sentence } from './Sentence'

/** What of a question is told beside it: new, moved, or the first part that differs. */
const useChangeTag = () => {
  const say = useSay('studioForms')
  return (change: FormChange): string => say(change.what === 'changed' ? `part.${change.part}` : `changes.${change.what}`)
}

const Facts = ({ question, changes }: { question: Question; changes: readonly FormChange[] }) => {
  const say = useSay('studioForms')
  const tag = useChangeTag()
  const kept = useFieldPlace() === 'register' ? undefined : question.retentionDays
  const facts: ReactNode[] = [
    say(`kind.${question.kind}`),
    ...(question.options ? [say('fields.options', { count: question.options.length })] : []),
    ...(question.kind === 'info' ? [] : [say(question.required ? 'fields.required' : 'fields.optional')]),
    ...(question.publicity === 'public' ? [say('fields.isPublic')] : []),
    ...(kept ? [say('answer.days', { count: kept })] : []),
    ...[...new Set(changes.map(tag))].map((words) => <span key={words} className="tag is-info">{words}</span>),
  ]
  return <p className="meta">{facts.map((fact, at) => <Fragment key={at}>{at > 0 ? say('fields.joint') : null}{fact}</Fragment>)}</p>
}

const Endings = ({ question }: { question: Question }) => {
  const say = useSay('studioForms')
  const { lang } = useStudio()
  return (question.options ?? []).map(({ code, label, endsWith }) => (endsWith
    ? <p key={code} className="meta"><Icon name="arrow" /> {say('fields.ends', { label: sayWords(label, lang), advice: sayWords(endsWith, lang) })}</p>
    : null))
}

/** What is wrong: with why and what to do instead, where it may not be asked. */
export const Wrong = ({ issues }: { issues: readonly Issue[] }) => {
  const say = useSay('studioForms')
  return issues.map(({ path, what, severity, why, instead }) => (why ? (
    <div key={path + what} className="small">
      <p><Mark tone="stop">{say('fields.refused')}</Mark> {why}</p>
      {instead ? <p>{say('fields.instead', { text: instead })}</p> : null}
    </div>
  ) : <p key={path + what} className="small"><Mark tone={severity === 'error' ? 'stop' : 'warn'}>{what}</Mark></p>))
}

type Props = { question: Question; questions: ReadonlyMap<string, Question>; issues: readonly Issue[]; changes: readonly FormChange[]; onChoose: () => void }

/** A question in the list: what it asks, how, when, and what is wrong with it. */
export const QuestionRow = ({ question, questions, issues, changes, onChoose }: Props) => {
  const say = useSay('studioForms')
  const { lang } = useStudio()
  return (
    <>
      <button type="button" className="title" onClick={onChoose}>{sayWords(question.label, lang) || <span className="muted">{say('fields.untitled')}</span>}</button>
      <Facts question={question} changes={changes} />
      {question.showIf ? <p className="meta sentence"><Icon name="eye" /> <Sentence condition={question.showIf} questions={questions} /></p> : null}
      <Endings question={question} />
      <Wrong issues={issues} />
    </>
  )
}
