import { z } from 'zod'
import { PERMISSIONS } from '../access/types'
import { CLOCK_SIGNALS } from '../clocks/types'
import { ACTOR_KINDS, EFFECTS, GUARDS, PHASES, type InputDef, type StepDef, type TransitionDef, type WorkflowDef } from '../workflow/types'
import { cite, code, prose, words } from './base'

const count = z.int().min(0).max(100_000).optional()

const step: z.ZodType<StepDef> = z.strictObject({
  code,
  phase: z.enum(PHASES),
  name: words,
  residentNow: prose.optional(),
  residentNext: prose.optional(),
  kind: z.enum(['start', 'normal', 'waiting', 'final']),
  waitingFor: z.enum(['reporter', 'thirdParty', 'weather']).optional(),
  silence: z.strictObject({ days: z.int().min(1).max(365), transition: code }).optional(),
})

const input: z.ZodType<InputDef> = z.strictObject({
  key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
  kind: z.enum(['text', 'choice', 'lead', 'parties', 'matter', 'photos', 'minutes', 'rating', 'person']),
  label: words,
  help: prose.optional(),
  required: z.boolean(),
  minLength: count,
  maxLength: count,
  minCount: count,
  maxCount: count,
  min: z.number().optional(),
  max: z.number().optional(),
  options: z.array(z.strictObject({ code, label: words })).min(1).max(60).optional(),
  role: z.enum(['reason', 'internal', 'reply', 'outcome', 'responsible', 'lead', 'parties', 'target', 'extension', 'photos', 'rating', 'verifier']),
})

const transition: z.ZodType<TransitionDef> = z.strictObject({
  code,
  name: words,
  from: z.array(code).min(1),
  to: code,
  actors: z.array(z.enum(ACTOR_KINDS)).min(1),
  permission: z.enum(PERMISSIONS),
  guards: z.array(z.enum(GUARDS)),
  inputs: z.array(input).max(20),
  effects: z.array(z.enum(EFFECTS)),
  signals: z.array(z.enum(CLOCK_SIGNALS)),
  outcome: code.optional(),
  residentLine: prose.optional(),
  tone: z.enum(['main', 'normal', 'careful']),
  cites: cite.optional(),
})

export const workflowDef: z.ZodType<WorkflowDef> = z.strictObject({
  code,
  name: words,
  steps: z.array(step).min(2).max(60),
  transitions: z.array(transition).min(1).max(200),
  outcomes: z.array(z.strictObject({ code, label: words })).max(60).optional(),
  reopenDays: z.int().min(0).max(365),
})
