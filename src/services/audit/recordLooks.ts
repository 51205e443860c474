import type { PayloadRequest } from 'payload'
import { withTransaction } from '@/db/transaction'
import { findRows } from '@/db/rows'
import { SLUG } from '@/slugs'
import { appendAudit } from './append'

/** What a look may have shown of a matter: with a `select`, little but its id. */
export type Looked = { id: string }

/** One audit record for each restricted matter among those that were read by the signed-in person. */
export const recordLooks = async (req: PayloadRequest, looked: readonly Looked[]): Promise<void> => {
  const { user, payload } = req
  if (!user || looked.length === 0) return
  const restricted = await findRows({ payload }, SLUG.matters, { where: { and: [{ id: { in: looked.map(({ id }) => id) } }, { confidentiality: { equals: 'restricted' } }] }, select: { office: true, number: true } })
  if (restricted.length === 0) return
  const actor = { kind: 'staff' as const, id: String(user.id), name: String(user.name ?? '') }
  const address = req.headers?.get('x-portal-ip') ?? undefined
  await withTransaction(payload, (tx) => appendAudit(tx, ...restricted.map((row) => ({
    office: String(row.office), action: 'matter.view', actor, targetKind: SLUG.matters, target: row.id, detail: { number: row.number }, address,
  }))), { req })
}
