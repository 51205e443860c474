import { createHmac } from 'node:crypto'
import { createChallenge, randomInt, verifySolution, type Challenge, type Solution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import { portalOf } from '@/db/portal'
import { asksFrom, COST, needsFrom, SLOW_MS, TASK_MS, triesAt } from '@/domain/abuse/effort'
import { DomainError } from '@/domain/errors'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { secret } from '@/lib/keys'
import { countTokens, takeToken, type DoorUse } from './limits'
import { field, type Fields } from './site/report/step'

/** Doors that ask for work; all of them are residents' own writes. */
export type EffortDoor = 'report' | 'followUp' | 'track' | 'booking'
export type EffortUse = DoorUse & { door: EffortDoor }

/** Names of the fields in the posted form: the task solved, the task as it was given, and the one that people leave empty. */
export const EFFORT_FIELDS = { solved: 'altcha', task: 'task', empty: 'more' } as const

const DAY = 86_400_000
const MAX_TASK = 4096

const challengeSchema = z.object({
  parameters: z.object({
    algorithm: z.literal('PBKDF2/SHA-256'), nonce: z.string().max(64), salt: z.string().max(64), cost: z.number().int().min(1).max(COST), keyLength: z.number().int().min(1).max(64), keyPrefix: z.string().max(128),
    keySignature: z.string().max(128), expiresAt: z.number(), data: z.object({ door: z.string(), at: z.number() }),
  }),
  signature: z.string().max(128),
})
const solvedSchema = z.object({ challenge: challengeSchema, solution: z.object({ counter: z.number(), derivedKey: z.string().max(256), time: z.number().optional() }) })

type Task = z.infer<typeof challengeSchema>

const parse = (text: string, coded: boolean): unknown => {
  if (!text || text.length > MAX_TASK) return undefined
  try {
    return JSON.parse(coded ? Buffer.from(text, 'base64').toString('utf8') : text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Keys of a day, made from the salt of the day that all processes share: tasks of yesterday, or of before a restart, are nobody's. */
const keysOf = async ({ payload }: EffortUse): Promise<{ hmacSignatureSecret: string; hmacKeySignatureSecret: string }> => {
  const day = Math.floor(now() / DAY)
  const salt = await portalOf(payload).shared.windows.salt(day, (day + 1) * DAY)
  const key = (purpose: string) => createHmac('sha256', Buffer.concat([secret('address-salt'), salt])).update(`effort|${purpose}`).digest('base64')
  return { hmacSignatureSecret: key('task'), hmacKeySignatureSecret: key('solution') }
}

/** The task for the next use of a door by an address, as JSON for its page; undefined while it is not often used. */
export const taskFor = async (use: EffortUse): Promise<string | undefined> => {
  const limit = env().RATE_LIMITS[use.door]
  const uses = await countTokens(use)
  if (!limit || uses < asksFrom(limit.count)) return undefined
  const { min, max } = triesAt({ uses, limit: limit.count })
  const at = now()
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256', cost: COST, counter: randomInt(max, min), deriveKey, expiresAt: Math.floor((at + TASK_MS) / 1000), data: { door: use.door, at }, ...(await keysOf(use)),
  })
  return JSON.stringify(challenge)
}

type Handed = { task: Task; solution?: Solution }

const handedIn = (fields: Fields): Handed | undefined => {
  const solved = solvedSchema.safeParse(parse(field(fields, EFFORT_FIELDS.solved), true))
  if (solved.success) return { task: solved.data.challenge, solution: solved.data.solution as Solution }
  const task = challengeSchema.safeParse(parse(field(fields, EFFORT_FIELDS.task), false))
  return task.success ? { task: task.data } : undefined
}

/** Whether a task is one of ours, for this door, in its time; and whether it was solved. */
const judge = async (use: EffortUse, { task, solution }: Handed): Promise<'solved' | 'given' | undefined> => {
  const { expiresAt, data } = task.parameters
  if (data.door !== use.door || expiresAt * 1000 <= now()) return undefined
  const verdict = await verifySolution({ challenge: task as Challenge, solution: solution ?? { counter: -1, derivedKey: '' }, deriveKey, ...(await keysOf(use)) })
  if (verdict.verified) return 'solved'
  return verdict.invalidSignature === false && !verdict.expired && !solution ? 'given' : undefined
}

/** Marks a task as handed in; false when it was before. */
const once = async ({ payload, door }: EffortUse, { parameters, signature }: Task): Promise<boolean> => {
  const { taken } = await portalOf(payload).shared.windows.take({ key: `effort|${door}|${signature}`, at: now(), most: 1, until: parameters.expiresAt * 1000 })
  return taken
}

const refusal = (why: string): DomainError => new DomainError('effortNeeded', { why })

/** Passes slowly: the form was open for some seconds, what people do not see is empty, and the door is not in heavy use. */
const passesBare = (task: Task, fields: Fields, uses: number, limit: number): boolean =>
  uses < needsFrom(limit) && now() - task.parameters.data.at >= SLOW_MS && field(fields, EFFORT_FIELDS.empty) === ''

const assertEffort = async (use: EffortUse, fields: Fields, counts: { uses: number; limit: number }): Promise<void> => {
  const handed = handedIn(fields)
  if (!handed) throw refusal('none')
  const verdict = await judge(use, handed)
  if (!verdict) throw refusal('notOurs')
  if (verdict === 'given' && !passesBare(handed.task, fields, counts.uses, counts.limit)) throw refusal('bare')
  if (!(await once(use, handed.task))) throw refusal('used')
}

/**
 * Counts a use of a door of residents by an address; often used, it asks for a task solved by the browser: signed by us, for this door,
 * in its time, handed in once. Without scripts a task that stood open for some seconds and an empty trap are enough, up to half of the limit.
 * Errors: `effortNeeded`; `tooMany` with `detail.retryAfter` in seconds.
 */
export const takeWithEffort = async (use: EffortUse, fields: Fields): Promise<void> => {
  const limit = env().RATE_LIMITS[use.door]
  const uses = limit ? await countTokens(use) : 0
  if (limit && uses >= asksFrom(limit.count) && uses < limit.count) await assertEffort(use, fields, { uses, limit: limit.count })
  await takeToken(use)
}
