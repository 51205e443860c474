import type { Payload, PayloadRequest } from 'payload'
import { findRows } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { dueBySilence } from '@/domain/workflow/silence'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import { plainActing } from '@/services/matters/actor'
import { matterById } from '@/services/matters/find'
import { engineContext } from '@/services/matters/engine'
import { transitionMatter } from '@/services/matters/transition'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { createLocalReq } from 'payload'

const BATCH = 200

const ACTING = plainActing({ kind: 'system', job: 'closeSilent' })

const closeOne = async (payload: Payload, id: string, outer?: PayloadRequest): Promise<boolean> => {
  const req = outer ?? (await createLocalReq({}, payload))
  const matter = await matterById(req, id)
  if (!matter) return false
  const { context } = await engineContext(req, await needModel(payload), matter, ACTING)
  const action = dueBySilence(context)
  if (!action) return false
  try {
    await transitionMatter({ payload, req: outer, matter: id, action, input: {}, expectedRevision: matter.revision, acting: () => ACTING })
    return true
  } catch (error) {
    if (outer) throw error
    // Somebody answered in this very moment: their word counts, and the next sweep looks again.
    if (error instanceof DomainError && (error.code === 'conflict' || error.code === 'illegalStep')) return false
    logger.error({ err: error, matter: id }, 'a matter could not be closed after silence')
    return false
  }
}

/**
 * Archives matters that a person has verified and whose reporter did not answer in the days announced (decisions.md 14). `outer`: a
 * request whose transaction it shall join; then a failure is the owner's.
 */
export const closeSilent = async (payload: Payload, outer?: PayloadRequest): Promise<number> => {
  const due = await findRows(outer ?? { payload }, SLUG.matters, {
    where: { and: [{ open: { equals: true } }, { silenceAt: { less_than_equal: new Date(now()).toISOString() } }] }, limit: BATCH, sort: 'silenceAt',
  })
  let closed = 0
  for (const matter of due) if (await closeOne(payload, matter.id, outer)) closed += 1
  return closed
}
