import type { Payload, PayloadRequest, Where } from 'payload'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { dueNow } from '@/domain/site/schedule'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import type { Page } from '@/payload-types'
import { SLUG } from '@/slugs'

/** Pages handled in one turn; the rest follows in the next. */
const MOST = 100

const iso = (at: number): string => new Date(at).toISOString()

const msOf = (value: string | null | undefined): number | undefined => (value ? Date.parse(value) : undefined)

/** Newest drafts whose time to be published has come, and published pages whose time is over. */
const dueIds = async (payload: Payload): Promise<string[]> => {
  const at = iso(now())
  const waiting: Where = { and: [{ latest: { equals: true } }, { 'version._status': { equals: 'draft' } }, { or: [{ 'version.publishAt': { less_than_equal: at } }, { 'version.withdrawAt': { less_than_equal: at } }] }] }
  const over: Where = { and: [{ _status: { equals: 'published' } }, { withdrawAt: { less_than_equal: at } }] }
  const drafts = await payload.db.findVersions<Page>({ collection: SLUG.pages, where: waiting, limit: MOST, pagination: false })
  const published = await payload.db.find<Page>({ collection: SLUG.pages, where: over, limit: MOST, pagination: false })
  return [...new Set([...drafts.docs.flatMap(({ parent }) => idOf(parent) ?? []), ...published.docs.map(({ id }) => id)])]
}

type State = { published: boolean; /** Of the newest draft, where there is one. */ draft?: Page; row: Page }

const stateOf = async (req: PayloadRequest, id: string): Promise<State | undefined> => {
  const row = await req.payload.db.findOne<Page>({ collection: SLUG.pages, where: { id: { equals: id } }, req })
  if (!row) return undefined
  const { docs } = await req.payload.db.findVersions<Page>({ collection: SLUG.pages, where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] }, limit: 1, pagination: false, req })
  const draft = docs[0]?.version._status === 'draft' ? docs[0].version : undefined
  return { published: row._status === 'published', row, ...(draft ? { draft } : {}) }
}

/** What is due of a page: its newest draft goes out, or what is published comes in. A newer draft of a published page may itself be due. */
const dueOf = ({ published, draft, row }: State): { _status: 'published' | 'draft' } | undefined => {
  const at = now()
  const live = published ? dueNow({ withdrawAt: msOf(row.withdrawAt) }, { published, now: at }) : undefined
  if (live === 'withdraw') return { _status: 'draft' }
  const next = draft ? dueNow({ publishAt: msOf(draft.publishAt), withdrawAt: msOf(draft.withdrawAt) }, { published: false, now: at }) : undefined
  if (next === 'publish') return { _status: 'published' }
  return next === 'withdraw' && !published ? { _status: 'draft' } : undefined
}

const carryOut = (payload: Payload, id: string): Promise<boolean> =>
  withTransaction(payload, async (req) => {
    const state = await stateOf(req, id)
    const due = state && dueOf(state)
    if (!due) return false
    // its dates are done with; an end that is still to come stays
    const dates = due._status === 'published' ? { publishAt: null } : { publishAt: null, withdrawAt: null }
    await payload.update({ collection: SLUG.pages, id, data: { ...due, ...dates }, locale: 'zh', depth: 0, overrideAccess: true, draft: due._status === 'draft' && !state.published, req })
    return true
  })

/**
 * Publishes and withdraws pages whose time has come, each once: whoever comes second finds nothing due any more. What came due in a standstill is made up for.
 * A page that cannot be published as it stands is told in the log and left for its writers. Returns how many were changed.
 */
export const carryOutSchedule = async (payload: Payload, stopping: () => boolean = () => false): Promise<number> => {
  let done = 0
  for (const id of await dueIds(payload)) {
    if (stopping()) return done
    try {
      if (await carryOut(payload, id)) done += 1
    } catch (error) {
      if (error instanceof DomainError && error.code === 'busy') throw error
      logger.error({ err: error, page: id }, 'a page could not be published or withdrawn at its time')
    }
  }
  return done
}
