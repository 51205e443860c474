import { updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import type { Desk } from '@/services/desk/desk'
import { assertFresh } from '@/services/session/fresh'
import { dropSessions } from '@/services/session/store'
import { SLUG } from '@/slugs'
import { readFactor } from './read'

/** Errors: `notAllowed` for whoever does not grant, and over oneself; `notFound`; `proofNeeded`. */
export const assertKeeper = async (desk: Desk, person: string): Promise<void> => {
  if (!desk.holds('grants.edit') || person === desk.viewer.id) throw new DomainError('notAllowed')
  if (!desk.model.people.has(person)) throw new DomainError('notFound')
  await assertFresh(desk.req)
}

/**
 * Takes away the second factor of a person who lost telephone and recovery codes: by the security administrator, never for oneself. All their
 * sessions end; they are told at the next sign-in. Errors: as `assertKeeper`; `notFound` when there is none.
 */
export const resetFactor = async (desk: Desk, person: string): Promise<void> => {
  await assertKeeper(desk, person)
  const { viewer, me, acting } = desk
  await withTransaction(desk.payload, async (req) => {
    const factor = await readFactor(req, person)
    if (!factor?.confirmedAt) throw new DomainError('notFound')
    await updateRowIf(req, SLUG.factors, { id: { equals: factor.id } }, {
      cipher: null, keyId: null, recovery: null, confirmedAt: null, failed: 0, lockedUntil: null, revision: (factor.revision ?? 0) + 1,
      resetAt: new Date(now()).toISOString(), resetBy: me.name, toldAt: null,
    })
    await dropSessions(req, person)
    await appendAudit(req, { office: viewer.office, action: 'session.factorReset', actor: { kind: 'staff', id: me.id, name: me.name }, targetKind: SLUG.users, target: person, address: acting.address })
  })
}
