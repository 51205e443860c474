import type { Payload, PayloadRequest } from 'payload'
import { afterCommit, withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { move } from '@/domain/publishing/chain'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import { appendAudit } from '@/services/audit/append'
import { forgetPages } from '@/services/site/pages/forget'
import { SLUG } from '@/slugs'
import { digestOf, newestEdition } from './content'
import { chainsWhere, iso, saveChain, writeStep, type ChainRow } from './row'

/** Looked at in one turn: the next one goes on. */
const MOST = 100

const SYSTEM = { kind: 'system' as const }

const audited = (req: PayloadRequest, chain: ChainRow, action: string): Promise<void> =>
  appendAudit(req, { office: chain.office, action, actor: SYSTEM, targetKind: SLUG.notices, target: chain.notice, detail: { code: chain.code } })

/** What was scheduled and then written on by code of the portal's own goes back: it is not what was reviewed. */
const sendBack = async (req: PayloadRequest, chain: ChainRow): Promise<void> => {
  const saved = await saveChain(req, chain, { ...(move(chain, 'edit') ?? chain), publishAt: null })
  await writeStep(req, saved, { act: 'edit', round: chain.round, level: 0 })
  await audited(req, saved, 'notice.reviewsVoid')
}

const publish = async (req: PayloadRequest, chain: ChainRow): Promise<void> => {
  const row = await newestEdition(req, chain.notice)
  if (!row || digestOf(row) !== chain.digest) return sendBack(req, chain)
  // Whoever is first moves the row; a second process finds another revision, and nothing is done twice.
  req.context.chainAct = 'publish'
  await req.payload.update({ collection: SLUG.notices, id: chain.notice, data: { _status: 'published' }, draft: false, locale: 'zh', overrideAccess: true, req })
  await afterCommit(req, forgetPages)
}

const expire = async (req: PayloadRequest, chain: ChainRow): Promise<void> => {
  const next = move(chain, 'expire')
  if (!next) return
  const saved = await saveChain(req, chain, next)
  await writeStep(req, saved, { act: 'expire', round: chain.round, level: 0 })
  await audited(req, saved, 'notice.expire')
  await afterCommit(req, forgetPages)
}

const each = async (payload: Payload, chains: readonly ChainRow[], work: (req: PayloadRequest, chain: ChainRow) => Promise<void>): Promise<number> => {
  let done = 0
  for (const chain of chains) {
    try {
      await withTransaction(payload, (req) => work(req, chain))
      done += 1
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'conflict') logger.error({ err: error, notice: chain.notice }, 'a notice could not be published or ended at its time; it is tried again')
    }
  }
  return done
}

/**
 * Publishes what is due and marks what has expired, each once, also what fell due while the portal was down. Returns how many notices were moved. What
 * fails is tried again, and keeps nothing else waiting.
 */
export const publishDue = async (payload: Payload): Promise<number> => {
  const at = iso(now())
  const due = await chainsWhere({ payload }, { and: [{ step: { equals: 'scheduled' } }, { publishAt: { less_than_equal: at } }] }, { sort: ['publishAt', 'id'], limit: MOST })
  const over = await chainsWhere({ payload }, { and: [{ live: { equals: 'published' } }, { validUntil: { less_than_equal: at } }] }, { sort: ['validUntil', 'id'], limit: MOST })
  return (await each(payload, due, publish)) + (await each(payload, over, expire))
}

