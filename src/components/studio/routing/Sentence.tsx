'use client'

import { Fragment, type ReactNode } from 'react'
import type { RoutingRule, RuleCondition, RuleResult } from '../../../domain/routing/types'
import { say as wordsIn, type Words } from '../../../domain/words'
import { Icon } from '../kit'
import { useSay, useStudio } from '../words'
import { useRouting } from './context'

/** The word for a comparison; of places one says where, not under what. */
export const opKey = ({ field, op }: Pick<RuleCondition, 'field' | 'op'>) => {
  if (field !== 'unit') return op === 'between' ? 'between' : op
  return op === 'within' ? 'unitWithin' : 'unitNotWithin'
}

/** Names of what a condition lists. */
export const useNames = () => {
  const { reader } = useRouting()
  const { lang } = useStudio()
  const say = useSay('studioRouting')
  return (field: 'category' | 'unit' | 'matterType' | 'source', code: string): string => {
    const unit = field === 'unit' ? reader.unit(code) : undefined
    const name = field === 'unit' ? unit?.name : reader.nameOf?.(field, code)
    if (!name) return say('sentence.unknown', { name: code })
    return unit?.active === false ? say('sentence.closed', { name: wordsIn(name, lang) }) : wordsIn(name, lang)
  }
}

const useValue = () => {
  const say = useSay('studioRouting')
  const { choices } = useRouting()
  const { lang } = useStudio()
  const names = useNames()
  const listed = (list: string[]): string => (list.length > 0 ? list.join(say('sentence.joint')) : '……')
  const answered = (question: string, value: string): string => {
    const option = choices.questions.find(({ code }) => code === question)?.options?.find(({ code }) => code === value)
    return option ? wordsIn(option.name, lang) : value
  }
  return (condition: RuleCondition): string => {
    switch (condition.field) {
      case 'severity': return say(`severity.${condition.value as 1 | 2 | 3 | 4}`)
      case 'text': return listed(condition.words)
      case 'timeOfDay': return `${condition.from}–${condition.from > condition.to ? say('sentence.nextDay') : ''}${condition.to}`
      case 'workingTime': return say(condition.value ? 'working.yes' : 'working.no')
      case 'answer': return answered(condition.question, condition.value)
      default: return listed(condition.codes.map((code) => names(condition.field, code)))
    }
  }
}

const Clause = ({ condition }: { condition: RuleCondition }) => {
  const say = useSay('studioRouting')
  const { reader } = useRouting()
  const { lang } = useStudio()
  const value = useValue()
  if (condition.field === 'workingTime') return <><b>{say('field.workingTime')}</b> <b>{value(condition)}</b></>
  const question = condition.field === 'answer' ? reader.nameOf?.('question', condition.question) : undefined
  const field = question ? wordsIn(question, lang) : say(`field.${condition.field}`)
  const many = condition.field === 'text' && condition.op === 'containsAny' && condition.words.length > 1
  return <><b>{field}</b> {say(`op.${opKey(condition)}`)} <b>{value(condition)}</b>{many ? say('sentence.oneOf') : null}</>
}

/** What a rule asks for, as one sentence. */
export const RuleSentence = ({ rule: { conditions, match } }: { rule: Pick<RoutingRule, 'conditions' | 'match'> }) => {
  const say = useSay('studioRouting')
  if (conditions.length === 0) return <p className="sentence muted">{say('sentence.always')}</p>
  return (
    <p className="sentence">
      {say('sentence.when')} {conditions.map((condition, at) => <Fragment key={at}>{at > 0 ? say(match === 'all' ? 'sentence.and' : 'sentence.or') : null}<Clause condition={condition} /></Fragment>)}
    </p>
  )
}

/** The name of where a rule leads. */
export const useResultName = (): ((result: RuleResult) => string) => {
  const say = useSay('studioRouting')
  const { reader } = useRouting()
  const { lang } = useStudio()
  const named = (words: Words | undefined, code: string): string => wordsIn(words, lang) || code || '……'
  return (result) => {
    if (result.kind === 'team') return named(reader.team(result.team)?.name, result.team)
    if (result.kind === 'unit') return named(reader.unit(result.unit)?.name, result.unit)
    return say('result.ofUnit', { name: named(reader.nameOf?.('post', result.post), result.post) })
  }
}

export const Goes = ({ children }: { children: ReactNode }) => <p className="goes"><Icon name="arrow" /><b>{children}</b></p>
