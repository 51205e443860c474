import type { Payload } from 'payload'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { wantsReminder } from '@/domain/publishing/reading'
import { now } from '@/lib/clock'
import { queueMessage } from '@/services/outbox/queue'
import type { OfficeModel } from '@/services/structure/load'
import { chainOf, iso, needChain, saveChain } from '../chain/row'
import { confirmations, readersOf, rolesOf, staffNotices, type ToRead } from './readers'

const remind = (payload: Payload, { id, office }: ToRead, people: string[]): Promise<boolean> =>
  withTransaction(payload, async (req) => {
    const chain = await needChain(req, id)
    await saveChain(req, chain, { remindedAt: iso(now()) })
    await queueMessage(req, { office, kind: 'notice.read', key: `read.${id}.${chain.revision}`, payload: { notice: id, people }, at: now() })
    return true
  })

const quietly = async (work: Promise<boolean>): Promise<boolean> => {
  try {
    return await work
  } catch (error) {
    // Somebody acted on it in this moment: the next turn looks again.
    if (error instanceof DomainError && error.code === 'conflict') return false
    throw error
  }
}

/** Reminds those who have not confirmed what they must read, every two days; returns how many reminders were queued. Who they are stands at the desk, and leaves the portal nowhere else. */
export const remindReaders = async (payload: Payload, model: OfficeModel): Promise<number> => {
  const asked = (await staffNotices({ payload }, model)).filter(({ mustRead }) => mustRead)
  if (asked.length === 0) return 0
  const roles = await rolesOf({ payload }, model.office.id)
  let told = 0
  for (const notice of asked) {
    const open = readersOf(model, notice, await confirmations({ payload }, { notice: notice.id }), roles).filter(({ at }) => at === undefined)
    const chain = await chainOf({ payload }, notice.id)
    const reminded = chain?.remindedAt ? Date.parse(chain.remindedAt) : undefined
    if (wantsReminder({ since: notice.since, ...(reminded === undefined ? {} : { reminded }), open: open.length, now: now() }) && (await quietly(remind(payload, notice, open.map(({ person }) => person.id))))) told += 1
  }
  return told
}
