import { z } from 'zod'
import { QUESTION_KINDS, SAFE_PATTERNS, type Condition, type ConditionRow, type FormDef, type Question } from '../forms/types'
import { code, prose, words } from './base'

const key = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
const count = z.int().min(0).max(100_000).optional()

const conditionRow: z.ZodType<ConditionRow> = z.discriminatedUnion('op', [
  z.strictObject({ question: key, op: z.enum(['is', 'isNot']), value: z.union([z.string(), z.number(), z.boolean()]) }),
  z.strictObject({ question: key, op: z.enum(['includes', 'excludes']), value: z.string() }),
  z.strictObject({ question: key, op: z.enum(['moreThan', 'lessThan']), value: z.number() }),
  z.strictObject({ question: key, op: z.enum(['answered', 'notAnswered']) }),
])

const match = z.enum(['all', 'any'])

const condition: z.ZodType<Condition> = z.strictObject({
  match,
  rows: z.array(z.union([conditionRow, z.strictObject({ match, rows: z.array(conditionRow).min(1) })])).min(1).max(20),
})

const choice = z.strictObject({ code, label: words, endsWith: prose.optional() })

const question: z.ZodType<Question> = z.strictObject({
  key,
  kind: z.enum(QUESTION_KINDS),
  label: words,
  help: prose.optional(),
  required: z.boolean().optional(),
  minLength: count,
  maxLength: count,
  min: z.number().optional(),
  max: z.number().optional(),
  integer: z.boolean().optional(),
  minDate: z.iso.date().optional(),
  maxDate: z.iso.date().optional(),
  minChoices: count,
  maxChoices: count,
  pattern: z.enum(SAFE_PATTERNS).optional(),
  options: z.array(choice).min(1).max(200).optional(),
  showIf: condition.optional(),
  publicity: z.enum(['staff', 'public']).optional(),
  purpose: prose.optional(),
})

const formPage = z.strictObject({ title: words, questions: z.array(question).min(1).max(60) })

export const formDef: z.ZodType<FormDef> = z.strictObject({ code, name: words, pages: z.array(formPage).min(1).max(20) })
