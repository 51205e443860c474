import type { Words } from '../words'
import { answerName, nameOf } from './conditions'
import { compose, joined, plain, quoted } from './words'
import type { Directory, RoutingRule, RuleCondition, RuleResult } from './types'

/** What is needed to say a rule before it has met a matter. */
export type Reader = Pick<Directory, 'unit' | 'nameOf' | 'answerOf' | 'team'>

type Of<F extends RuleCondition['field']> = Extract<RuleCondition, { field: F }>

const set = (condition: Of<'category'> | Of<'unit'> | Of<'matterType'> | Of<'source'>, reader: Reader): Words => {
  const side = condition.op === 'within' || condition.op === 'isOneOf' ? 'In' : 'Out'
  return compose(`${condition.field}${side}`, quoted(condition.codes.map((code) => nameOf(reader, condition.field, code))))
}

const time = ({ from, to }: Of<'timeOfDay'>): Words => compose(from > to ? 'nightIn' : 'timeIn', from, to)

const ANSWER = { is: 'answerIs', isNot: 'answerIsNot', atLeast: 'answerAtLeast', atMost: 'answerAtMost' } as const

/** A condition as the reason says it when it holds, with everything it lists. */
export const conditionSays = (condition: RuleCondition, reader: Reader): Words => {
  switch (condition.field) {
    case 'severity': return compose(condition.op === 'atLeast' ? 'severityAtLeast' : 'severityAtMost', condition.value)
    case 'text': return compose(condition.op === 'containsNone' ? 'textOut' : 'textIn', quoted(condition.words.map(plain)))
    case 'timeOfDay': return time(condition)
    case 'workingTime': return compose(condition.value ? 'working' : 'notWorking')
    case 'answer': return compose(ANSWER[condition.op], nameOf(reader, 'question', condition.question), answerName(reader, condition.question, condition.value))
    default: return set(condition, reader)
  }
}

/** Where a rule sends a matter, by name; a code stands for itself where nothing is known. */
export const resultSays = (result: RuleResult, reader: Reader): Words => {
  if (result.kind === 'team') return reader.team(result.team)?.name ?? plain(result.team)
  return result.kind === 'unit' ? nameOf(reader, 'unit', result.unit) : compose('officer', nameOf(reader, 'post', result.post))
}

/** The reason that a resident will be read when the rule takes a matter, as far as it is known before: domain.md §3 rule 7. `number` counts from 1. */
export const ruleSays = ({ match, conditions, result }: Pick<RoutingRule, 'match' | 'conditions' | 'result'>, number: number, reader: Reader): Words => {
  const clauses = joined(conditions.map((condition) => conditionSays(condition, reader)))
  const many = match === 'any' && conditions.length > 1
  const why = conditions.length === 0 ? compose('always') : many ? compose('anyOf', clauses) : clauses
  return compose('reason', number, why, resultSays(result, reader))
}
