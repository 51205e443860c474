import { insertRow, isNotUnique } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import type { Desk } from '@/services/desk/desk'
import { SLUG } from '@/slugs'
import { confirmations, isConfirmed, staffNotices } from './readers'

/**
 * Somebody of the staff confirms the edition of a notice that they have read; a second time changes nothing. Errors: `notFound`, `conflict` where its text
 * is another by now.
 */
export const confirmRead = async ({ payload, viewer, me, acting, model }: Pick<Desk, 'payload' | 'viewer' | 'me' | 'acting' | 'model'>, id: string, edition: string): Promise<void> => {
  const notice = (await staffNotices({ payload }, model)).find((row) => row.id === id && row.mustRead)
  if (!notice) throw new DomainError('notFound')
  if (notice.edition !== edition) throw new DomainError('conflict', { edition: notice.edition })
  try {
    await withTransaction(payload, async (req) => {
      if (isConfirmed(notice, me.id, await confirmations(req, { person: me.id }))) return
      await insertRow(req, SLUG.reads, { office: viewer.office, notice: id, edition, person: me.id, at: new Date(now()).toISOString() })
      await appendAudit(req, { office: viewer.office, action: 'notice.read', actor: { kind: 'staff', id: me.id, name: me.name }, targetKind: SLUG.notices, target: id, address: acting.address })
    })
  } catch (error) {
    // A second click in the same moment: it is confirmed, and once.
    if (!isNotUnique(error)) throw error
  }
}
