import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { findRow, insertRow, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError, type FieldError } from '@/domain/errors'
import { cleanText, codePoints } from '@/domain/matter/text'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import type { Desk } from '@/services/desk/desk'
import { staffOf } from '@/services/matters/actor'
import { visibleMatter } from '@/services/matters/find'
import { iso } from '@/services/matters/row'
import { saveMatter, type NewEvent } from '@/services/matters/save'
import { mayOnEntry, registerById } from '@/services/registers/register'
import { assertFresh } from '@/services/session/fresh'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { holdOn, type Held } from './holds'

const DAY = 86_400_000
/** A hold is looked at again after three years at the latest. */
export const HOLD_MOST_DAYS = 1096
const REASON_MAX = 500

const refuse = (...fields: FieldError[]) => new DomainError('invalid', {}, fields)

const reasonIn = (given: string): string => {
  const reason = cleanText(given)
  if (codePoints(reason) < 4) throw refuse({ field: 'reason', code: 'tooShort', params: { min: 4 } })
  if (codePoints(reason) > REASON_MAX) throw refuse({ field: 'reason', code: 'tooLong', params: { max: REASON_MAX } })
  return reason
}

/** The end of the day that was typed, as an instant of the database. */
const reviewIn = (given: string, at: number): string => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(given) ? Date.parse(`${given}T15:59:59.000Z`) : NaN
  if (Number.isNaN(day) || day <= at || day > at + HOLD_MOST_DAYS * DAY) throw refuse({ field: 'reviewBy', code: 'outOfRange' })
  return iso(day)
}

type Tx = { req: PayloadRequest; desk: Desk; held: Held; at: number }

/** What is done to a matter stands in its history, with the reason as an erasable text. Errors: `notFound`, `notAllowed`. */
const tellMatter = async ({ req, desk, held, at }: Tx, event: NewEvent): Promise<void> => {
  const model = await needModel(req, desk.viewer.office)
  const acting = await staffOf(desk.req)(req, model)
  const matter = await visibleMatter(req, held.id, acting)
  if (!acting.can('retention.hold', matter)) throw new DomainError('notAllowed')
  await saveMatter({ req, model, before: matter, changes: {}, acting, at, event })
}

const tellEntry = async ({ req, desk, held }: Tx, action: string): Promise<void> => {
  const row = await findRow(req, SLUG.entries, { where: { id: { equals: held.id } } })
  const register = row && (await registerById({ payload: req.payload, req, model: desk.model }, String(row.register)))
  if (!row || !register || !mayOnEntry(desk, register, 'view', row.path ?? '')) throw new DomainError('notFound')
  if (!desk.holds('retention.hold')) throw new DomainError('notAllowed')
  await appendAudit(req, { office: desk.viewer.office, action: `retention.${action}`, actor: { kind: 'staff', id: desk.me.id, name: desk.me.name }, targetKind: SLUG.entries, target: held.id, detail: { code: row.code } })
}

const tell = (tx: Tx, action: 'hold' | 'liftHold', reason: string): Promise<void> =>
  tx.held.kind === 'matter' ? tellMatter(tx, { kind: 'act', action, texts: [{ role: 'reason', text: reason, readers: 'staff' }] }) : tellEntry(tx, action)

/**
 * Keeps a matter or an entry from being forgotten, until somebody lifts it: nothing of it goes, on nobody's request. Errors: `invalid` naming the field, also when it is
 * held already; `notFound`; `notAllowed`; `conflict`.
 */
export const setHold = async (desk: Desk, held: Held, given: { reason: string; reviewBy: string }): Promise<void> =>
  withTransaction(desk.payload, async (req) => {
    const at = now()
    const [reason, reviewBy] = [reasonIn(given.reason), reviewIn(given.reviewBy, at)]
    if (await holdOn(req, held)) throw refuse({ field: 'reason', code: 'held' })
    await tell({ req, desk, held, at }, 'hold', reason)
    await insertRow(req, SLUG.legalHolds, { id: newId(), office: desk.viewer.office, [held.kind]: held.id, reason, setBy: desk.me.id, setAt: iso(at), reviewBy })
  })

/** Lifts a hold, with why. Errors as `setHold`; `notFound` when none stands; `proofNeeded`. */
export const liftHold = async (desk: Desk, held: Held, given: { reason: string }): Promise<void> => {
  const reason = reasonIn(given.reason)
  await assertFresh(desk.req)
  await withTransaction(desk.payload, async (req) => {
    const at = now()
    const hold = await holdOn(req, held)
    if (!hold) throw new DomainError('notFound')
    await tell({ req, desk, held, at }, 'liftHold', reason)
    await updateRowIf(req, SLUG.legalHolds, { and: [{ id: { equals: hold.id } }, { liftedAt: { exists: false } }] }, { liftedAt: iso(at), liftedBy: desk.me.id, liftReason: reason })
  })
}
