'use client'

import { Fragment, type ReactNode } from 'react'
import type { Condition, ConditionRow, Question } from '../../../domain/forms/types'
import { say as sayWords } from '../../../domain/words'
import { fill } from '../../../i18n/fill'
import { useSay, useStudio } from '../words'

const SLOT = '\u0000'

/** The words of a value in a condition, as the question offers it. */
export const useValueWords = (): ((question: Question | undefined, value: string | number | boolean) => string) => {
  const say = useSay('studioForms')
  const { lang } = useStudio()
  return (question, value) => {
    if (typeof value === 'boolean') return say(value ? 'condition.yes' : 'condition.no')
    return sayWords(question?.options?.find(({ code }) => code === value)?.label, lang) || String(value)
  }
}

const joined = (parts: readonly ReactNode[], joint: string): ReactNode =>
  parts.map((part, at) => <Fragment key={at}>{at > 0 ? joint : null}{part}</Fragment>)

/** A condition as a sentence, its questions and answers in bold. */
export const Sentence = ({ condition, questions }: { condition: Condition; questions: ReadonlyMap<string, Question> }) => {
  const say = useSay('studioForms')
  const { lang } = useStudio()
  const valueWords = useValueWords()
  const row = (each: ConditionRow) => {
    const question = questions.get(each.question)
    return <><b>{sayWords(question?.label, lang) || (question ? say('fields.untitled') : each.question)}</b> {say(`op.${each.op}`)}{'value' in each ? <> <b>{valueWords(question, each.value)}</b></> : null}</>
  }
  const joint = (match: 'all' | 'any') => say(match === 'all' ? 'condition.and' : 'condition.or')
  const rows = condition.rows.map((each) => ('match' in each ? <>{say('condition.open')}{joined(each.rows.map(row), joint(each.match))}{say('condition.close')}</> : row(each)))
  const [before = '', after = ''] = fill(say('condition.shown'), { rows: SLOT }).split(SLOT)
  return <>{before}{joined(rows, joint(condition.match))}{after}</>
}
