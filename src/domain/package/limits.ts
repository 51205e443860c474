import { z } from 'zod'
import { CLOCK_SIGNALS, LIMIT_UNITS, type Limit, type LimitSet } from '../clocks/types'
import { cite, code, words } from './base'

const signals = z.array(z.enum(CLOCK_SIGNALS)).max(CLOCK_SIGNALS.length)

const threshold = z.strictObject({
  percent: z.number().min(1).max(1000),
  act: z.enum(['remindOwner', 'tellLead', 'tellLeadAbove', 'superviseProposal']),
})

export const limit: z.ZodType<Limit> = z.strictObject({
  code,
  clock: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
  name: words,
  category: code.optional(),
  matterType: code.optional(),
  amount: z.number().positive().max(10_000),
  unit: z.enum(LIMIT_UNITS),
  start: signals.min(1),
  stop: signals.min(1),
  cancel: signals.optional(),
  pause: signals,
  thresholds: z.array(threshold).max(12),
  cites: cite.optional(),
})

export const limitSet: z.ZodType<LimitSet> = z.strictObject({ code, name: words, limits: z.array(limit).max(500) })
