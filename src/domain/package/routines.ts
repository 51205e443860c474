import { z } from 'zod'
import { LIMIT_UNITS } from '../clocks/types'
import { MEASURES, PERIODS, SHIFTS, type RoutineDef } from '../routines/types'
import { code, prose, words } from './base'

const shift = z.enum(SHIFTS)

const cadence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('daily'), workdaysOnly: z.boolean() }),
  z.strictObject({ kind: z.literal('weekly'), weekday: z.int().min(1).max(7), shift }),
  z.strictObject({ kind: z.literal('monthly'), day: z.int().min(1).max(31), shift }),
  z.strictObject({ kind: z.literal('workday'), n: z.int().min(-10).max(23).refine((n) => n !== 0) }),
  z.strictObject({ kind: z.literal('beforeHoliday'), length: z.int().min(2).max(10) }),
])

const question = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
const place = z.strictObject({ unit: z.string().max(64).optional(), address: z.string().max(500).optional() })
const answers = z.record(question, z.union([z.string().max(4000), z.number(), z.boolean(), z.array(z.string().max(500)).max(60), place, z.null()]))

const fill = z.strictObject({ question, measure: z.enum(MEASURES), period: z.enum(PERIODS), categories: z.array(code).min(1).max(60).optional() })

const opens = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('matter'), matterType: code, category: code.optional(), unit: code.optional(), title: words, text: prose, answers, fills: z.array(fill).max(40) }),
  z.strictObject({ kind: z.literal('round'), register: code, form: code, title: words, sample: z.int().min(1).max(10_000).optional() }),
])

const assignee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('team'), team: code }),
  z.strictObject({ kind: z.literal('unit'), unit: code }),
  z.strictObject({ kind: z.literal('unitPost'), post: code }),
])

/** The shape of a routine. */
export const routine: z.ZodType<RoutineDef> = z.strictObject({
  code,
  name: words,
  note: prose.optional(),
  on: z.boolean(),
  cadence,
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  opens,
  assign: assignee.optional(),
  limit: z.strictObject({ amount: z.number().positive().max(10_000), unit: z.enum(LIMIT_UNITS) }).optional(),
})
