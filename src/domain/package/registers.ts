import { z } from 'zod'
import { formShape } from '../forms/schema'
import { GRID_LINKS, MAP_SYMBOLS, REGISTER_SUBJECTS, type RegisterDef } from '../registers/types'
import { code, prose } from './base'
import { RETENTION_FLOOR_DAYS, RETENTION_MODES, RETENTION_MOST_DAYS } from '../privacy/retention'

const retention = z.strictObject({ days: z.int().min(RETENTION_FLOOR_DAYS).max(RETENTION_MOST_DAYS), mode: z.enum(RETENTION_MODES) })

const review = z.strictObject({ every: z.int().min(1).max(120), unit: z.enum(['days', 'months']), remindDays: z.int().min(0).max(60), post: code.optional() })

const codes = z.array(code).max(60)

/** The shape of a register: a form's, and what makes a list of its answers. */
export const registerDef: z.ZodType<RegisterDef> = z.strictObject({
  ...formShape,
  subject: z.enum(REGISTER_SUBJECTS),
  intro: prose.optional(),
  titleQuestion: z.string().max(40),
  hoursQuestion: z.string().max(40).optional(),
  grid: z.enum(GRID_LINKS),
  symbol: z.enum(MAP_SYMBOLS).optional(),
  review: review.optional(),
  retention: retention.optional(),
  viewers: codes,
  editors: codes,
  open: z.boolean(),
  matterTypes: codes,
})
