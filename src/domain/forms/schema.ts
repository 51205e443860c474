import { z } from 'zod'
import type { Words } from '../words'
import { CAPS } from './limits'
import { lintForm } from './lint'
import type { Problem } from './problem'
import { QUESTION_KINDS, SAFE_PATTERNS, type Choice, type Condition, type ConditionRow, type FormDef, type FormPage, type Question } from './types'

const filled = (max: number) => z.string().max(max).regex(/\S/)
const wordsUpTo = (max: number): z.ZodType<Words> => z.strictObject({ zh: filled(max), en: filled(max * 4).optional() })
const label = wordsUpTo(200)
/** A draft is kept before its questions are worded; `lintForm` lets none without words be published. */
const asked: z.ZodType<Words> = z.strictObject({ zh: z.string().max(200), en: filled(800).optional() })
const prose = wordsUpTo(4000)
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
const key = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
const count = z.int().min(0).max(100_000).optional()
const amount = z.number().min(-CAPS.number).max(CAPS.number).optional()
const match = z.enum(['all', 'any'])

const row: z.ZodType<ConditionRow> = z.discriminatedUnion('op', [
  z.strictObject({ question: key, op: z.enum(['is', 'isNot']), value: z.union([z.string().max(500), z.number(), z.boolean()]) }),
  z.strictObject({ question: key, op: z.enum(['includes', 'excludes']), value: z.string().max(64) }),
  z.strictObject({ question: key, op: z.enum(['moreThan', 'atLeast', 'lessThan', 'atMost']), value: z.number() }),
  z.strictObject({ question: key, op: z.enum(['answered', 'notAnswered']) }),
])

const rows = <T extends z.ZodType>(of: T) => z.array(of).min(1).max(20)

/** A show-if condition: rows, and groups of rows that nest once. */
export const conditionSchema: z.ZodType<Condition> = z.strictObject({ match, rows: rows(z.union([row, z.strictObject({ match, rows: rows(row) })])) })

const choice: z.ZodType<Choice> = z.strictObject({ code, label, endsWith: prose.optional() })

export const questionSchema: z.ZodType<Question> = z.strictObject({
  key,
  kind: z.enum(QUESTION_KINDS),
  label: asked,
  help: prose.optional(),
  required: z.boolean().optional(),
  minLength: count,
  maxLength: count,
  min: amount,
  max: amount,
  integer: z.boolean().optional(),
  unit: wordsUpTo(20).optional(),
  minDate: z.iso.date().optional(),
  maxDate: z.iso.date().optional(),
  minChoices: count,
  maxChoices: count,
  pattern: z.enum(SAFE_PATTERNS).optional(),
  options: z.array(choice).min(1).max(CAPS.options).optional(),
  showIf: conditionSchema.optional(),
  publicity: z.enum(['staff', 'public']).optional(),
  purpose: prose.optional(),
  retentionDays: z.int().min(1).max(3650).optional(),
})

const page: z.ZodType<FormPage> = z.strictObject({ title: label, questions: z.array(questionSchema).min(1).max(CAPS.questions) })

/** The keys of a form, for what is a form and more. */
export const formShape = { code, name: label, pages: z.array(page).min(1).max(CAPS.pages) }

/** The shape of a form as it is published, exported and imported. Unknown keys are refused. What it means is `lintForm`'s to judge. */
export const formDefSchema: z.ZodType<FormDef> = z.strictObject(formShape)

export type CheckedForm = { def: FormDef; problems: [] } | { def?: undefined; problems: Problem[] }

/** Shape and meaning in one: the definition when it may be published, else every problem. */
export const checkFormDef = (input: unknown): CheckedForm => {
  const parsed = formDefSchema.safeParse(input)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, code: fault }): Problem => ({ path: path.join('.'), code: 'shape', params: { fault } }))
    return { problems }
  }
  const problems = lintForm(parsed.data)
  return problems.length > 0 ? { problems } : { def: parsed.data, problems: [] }
}
