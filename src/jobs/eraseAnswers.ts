import type { Payload, Where } from 'payload'
import { findRows } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { retentionTimes } from '@/domain/forms/retention'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import { eraseExpiredAnswers } from '@/services/matters/erasure'
import { matterById } from '@/services/matters/find'
import { needModel } from '@/services/structure/cache'
import { formVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'

const BATCH = 200

/** How far the archive was looked through, for one time of one version of a form. */
type Mark = { at: string; id: string }

/** Whatever is archived later stands behind the mark, so that each turn looks only at what became due since the last; a new process looks at all once. */
const marks = new Map<string, Mark>()

type Due = { version: string; cutoff: string; mark: Mark | undefined }

const whereDue = ({ version, cutoff, mark }: Due): Where => ({ and: [
  { formVersion: { equals: version } }, { open: { equals: false } }, { archivedAt: { less_than_equal: cutoff } },
  ...(mark ? [{ or: [{ archivedAt: { greater_than: mark.at } }, { and: [{ archivedAt: { equals: mark.at } }, { id: { greater_than: mark.id } }] }] } as Where] : []),
] })

/** How many answers of one matter went; undefined where they could not be erased now. */
const eraseOf = async (payload: Payload, id: string, version: string): Promise<number | undefined> => {
  try {
    const def = await formVersion(payload, version)
    return await withTransaction(payload, async (req) => {
      const matter = await matterById(req, id)
      return matter ? eraseExpiredAnswers({ req, model: await needModel(req, matter.office), matter, def, at: now() }) : 0
    })
  } catch (error) {
    // One matter that cannot be written now keeps no other from it; the mark stays before it.
    logger.error({ err: error, matter: id }, 'answers could not be erased; they are tried again at the next turn')
    return undefined
  }
}

type Sweep = { version: string; time: number; stopping: () => boolean }

/** The mark up to which a turn may begin; a clock that was set back makes it begin anew. */
const markBefore = (key: string, cutoff: string): Mark | undefined => {
  const mark = marks.get(key)
  return mark && mark.at <= cutoff ? mark : undefined
}

/** Matters that are due, in their order, a batch at a time. */
async function* dueMatters(payload: Payload, due: Due): AsyncGenerator<Mark> {
  for (let mark = due.mark; ;) {
    const rows = await findRows({ payload }, SLUG.matters, { where: whereDue({ ...due, mark }), sort: ['archivedAt', 'id'], limit: BATCH, select: { archivedAt: true } })
    for (const { id, archivedAt } of rows) {
      mark = { at: archivedAt ?? '', id }
      yield mark
    }
    if (rows.length < BATCH) return
  }
}

const sweep = async (payload: Payload, { version, time, stopping }: Sweep): Promise<number> => {
  const key = `${version} ${time}`
  const cutoff = new Date(now() - time).toISOString()
  let [matters, stuck] = [0, false]
  for await (const mark of dueMatters(payload, { version, cutoff, mark: markBefore(key, cutoff) })) {
    if (stopping()) return matters
    const erased = await eraseOf(payload, mark.id, version)
    stuck = stuck || erased === undefined
    matters += erased ? 1 : 0
    if (!stuck) marks.set(key, mark)
  }
  return matters
}

/** Erases answers that go before their matter, as the version of the form says that the matter was made with. Returns of how many matters. */
export const eraseAnswers = async (payload: Payload, stopping: () => boolean): Promise<number> => {
  const versions = await findRows({ payload }, SLUG.definitions, { where: { kind: { equals: 'form' } }, sort: 'id', select: { number: true } })
  let matters = 0
  for (const { id } of versions) {
    for (const time of retentionTimes(await formVersion(payload, id))) {
      if (stopping()) return matters
      matters += await sweep(payload, { version: id, time, stopping })
    }
  }
  return matters
}
