import type { Payload, PayloadRequest } from 'payload'
import { updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { now } from '@/lib/clock'
import { SLUG } from '@/slugs'
import { looksLikeTotp, stepOf } from './codes'
import { openFactor, recoveryDigest } from './keeping'
import { isSetUp, readFactor, type FactorRow } from './read'

/** `recovery`: one of the codes for the day the telephone is lost, now used up. */
export type CodeAnswer = 'code' | 'recovery' | 'wrong' | 'locked'

const MOST_TRIES = 5
const LOCK = 15 * 60_000

type SetUp = FactorRow & { cipher: string; keyId: string }

const CLEARED = { failed: 0, lockedUntil: null }

/** Takes a time step for used, if it is later than the last one: of two requests with one code a single one passes. */
const takeStep = (req: PayloadRequest, factor: SetUp, step: number): Promise<0 | 1> =>
  updateRowIf(req, SLUG.factors, { and: [{ id: { equals: factor.id } }, { lastStep: { less_than: step } }] }, { lastStep: step, ...CLEARED })

const takeRecovery = async (req: PayloadRequest, factor: SetUp, code: string): Promise<0 | 1> => {
  const kept = Array.isArray(factor.recovery) ? factor.recovery.map(String) : []
  const digest = recoveryDigest({ person: String(factor.person), keyId: factor.keyId, code })
  if (!kept.includes(digest)) return 0
  const revision = factor.revision ?? 0
  return updateRowIf(req, SLUG.factors, { and: [{ id: { equals: factor.id } }, { revision: { equals: revision } }] }, { recovery: kept.filter((each) => each !== digest), revision: revision + 1, ...CLEARED })
}

const take = async (req: PayloadRequest, factor: SetUp, code: string): Promise<CodeAnswer> => {
  if (!looksLikeTotp(code)) return (await takeRecovery(req, factor, code)) === 1 ? 'recovery' : 'wrong'
  const step = stepOf(openFactor(String(factor.person), factor), code)
  return step !== undefined && (await takeStep(req, factor, step)) === 1 ? 'code' : 'wrong'
}

const countWrong = async (req: PayloadRequest, factor: SetUp): Promise<void> => {
  const failed = (factor.lockedUntil ? 0 : (factor.failed ?? 0)) + 1
  await updateRowIf(req, SLUG.factors, { id: { equals: factor.id } }, { failed, lockedUntil: failed >= MOST_TRIES ? new Date(now() + LOCK).toISOString() : null })
}

/**
 * Checks a code of a person's second factor, or a recovery code, and uses it up: no code passes twice, not even in two requests at once.
 * Five wrong ones lock the second factor for 15 minutes, over all sessions of the person together.
 */
export const spendCode = (payload: Payload, person: string, code: string): Promise<CodeAnswer> =>
  withTransaction(payload, async (req) => {
    const factor = await readFactor(req, person)
    if (!isSetUp(factor)) return 'wrong'
    if (factor.lockedUntil && Date.parse(factor.lockedUntil) > now()) return 'locked'
    const answer = await take(req, factor, code)
    if (answer === 'wrong') await countWrong(req, factor)
    return answer
  })
