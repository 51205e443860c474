import type { PayloadRequest } from 'payload'
import { withTransaction } from '@/db/transaction'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import { SLUG } from '@/slugs'

type Person = { id: string | number; office?: unknown; name?: unknown }
type Record = { req: PayloadRequest; user: Person; what: 'signIn' | 'signOut'; headers?: Headers; way?: 'password' | 'provider' }

/** Every sign-in and sign-out is an audit record, whichever door was used. */
export const recordSignIn = async ({ req, user, what, headers, way }: Record): Promise<void> => {
  const office = idOf(user.office)
  if (!office) return
  const id = String(user.id)
  await withTransaction(req.payload, async (tx) => {
    if (what === 'signIn') {
      const at = new Date(now()).toISOString()
      await tx.payload.db.updateOne({ collection: SLUG.users, id, data: { lastSignInAt: at, updatedAt: at }, req: tx, returning: false })
    }
    await appendAudit(tx, {
      office, action: `session.${what}`, actor: { kind: 'staff', id, name: String(user.name ?? '') }, targetKind: SLUG.users, target: id,
      ...(way === 'provider' ? { detail: { way } } : {}), address: (headers ?? req.headers)?.get('x-portal-ip') ?? undefined,
    })
  }, { req })
}
