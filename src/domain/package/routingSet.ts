import { z } from 'zod'
import type { RoutingRule, RoutingSet, RuleCondition, RuleResult } from '../routing/types'
import { code, shortText, words } from './base'

const codes = z.array(code).min(1)
const wordList = z.array(shortText).min(1).max(60)
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const condition: z.ZodType<RuleCondition> = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('category'), op: z.enum(['within', 'notWithin']), codes }),
  z.strictObject({ field: z.literal('unit'), op: z.enum(['within', 'notWithin']), codes }),
  z.strictObject({ field: z.literal('matterType'), op: z.enum(['isOneOf', 'isNoneOf']), codes }),
  z.strictObject({ field: z.literal('source'), op: z.enum(['isOneOf', 'isNoneOf']), codes }),
  z.strictObject({ field: z.literal('severity'), op: z.enum(['atLeast', 'atMost']), value: z.int().min(1).max(4) }),
  z.strictObject({ field: z.literal('text'), op: z.enum(['containsAny', 'containsAll', 'containsNone']), words: wordList }),
  z.strictObject({ field: z.literal('timeOfDay'), op: z.literal('between'), from: clockTime, to: clockTime }),
  z.strictObject({ field: z.literal('workingTime'), op: z.literal('is'), value: z.boolean() }),
  z.strictObject({ field: z.literal('answer'), question: shortText, op: z.enum(['is', 'isNot', 'atLeast', 'atMost']), value: z.string().max(200) }),
])

const result: z.ZodType<RuleResult> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('team'), team: code }),
  z.strictObject({ kind: z.literal('unit'), unit: code }),
  z.strictObject({ kind: z.literal('unitPost'), post: code }),
])

const rule: z.ZodType<RoutingRule> = z.strictObject({
  code,
  name: words,
  on: z.boolean(),
  match: z.enum(['all', 'any']),
  conditions: z.array(condition).max(20),
  result,
  mode: z.enum(['trusted', 'proposed']),
})

export const routingSet: z.ZodType<RoutingSet> = z.strictObject({ code, name: words, rules: z.array(rule).max(500) })
