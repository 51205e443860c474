import { APIError, type Payload, type PayloadRequest } from 'payload'
import { findRow, type RowRequest } from '@/db/rows'
import { isFresh } from '@/domain/access/session'
import { DomainError } from '@/domain/errors'
import { t } from '@/i18n'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { langOf } from '@/lib/langOf'
import { SLUG } from '@/slugs'
import { sessionIdOf } from './sessionId'

const MINUTE = 60_000

const provenRecently = async (req: RowRequest, sid: string): Promise<boolean> => {
  const session = await findRow(req, SLUG.sessions, { where: { sid: { equals: sid } } })
  return session !== undefined && isFresh({ provenAt: Date.parse(session.provenAt), window: env().PROOF_MINUTES * MINUTE, now: now() })
}

/** Whether the owner of a session proved to be themselves recently. */
export const provenIn = (payload: Payload, sid: string): Promise<boolean> => provenRecently({ payload }, sid)

/**
 * Asks for a recent proof before a dangerous act: the password or code must have been given within PROOF_MINUTES. Whoever acts without a
 * session (jobs, commands) is not asked. Errors: `proofNeeded`; the page then asks, and the same request works.
 */
export const assertFresh = async (req: PayloadRequest): Promise<void> => {
  const sid = sessionIdOf(req.user)
  if (sid !== undefined && !(await provenRecently(req, sid))) throw new DomainError('proofNeeded', { minutes: env().PROOF_MINUTES })
}

/** As `assertFresh`, for hooks of Payload's collections: told in words, with the same status. */
export const assertFreshInHook = async (req: PayloadRequest): Promise<void> => {
  try {
    await assertFresh(req)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'proofNeeded') throw error
    throw new APIError(t(langOf(req), 'staff.proof.needed'), error.status, { code: error.code, ...error.detail }, true)
  }
}
