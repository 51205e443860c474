import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { idOf } from '@/lib/idOf'
import { appendAudit } from '@/services/audit/append'
import { SLUG } from '@/slugs'

type Account = { id?: unknown; office?: unknown; username?: unknown }

const setsPassword = (data: { password?: unknown }): boolean => typeof data.password === 'string' && data.password !== ''

const record = (req: PayloadRequest, account: Account, office: string): Promise<void> =>
  appendAudit(req, {
    office, action: 'people.passwordSet', actor: { kind: 'staff', id: String(req.user?.id), name: String(req.user?.name) }, targetKind: SLUG.users, target: String(account.id),
    detail: { username: String(account.username) }, address: req.headers?.get('x-portal-ip') ?? undefined,
  })

/** Whoever sets another's password could sign in as them: that leaves a record of its own, whatever else changes. */
export const recordPasswordSet: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const office = idOf(originalDoc?.office)
  if (operation === 'update' && setsPassword(data) && office && req.user && req.user.id !== originalDoc?.id) await record(req, originalDoc as Account, office)
  return data
}
