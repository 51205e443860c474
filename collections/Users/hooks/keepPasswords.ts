import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { t } from '@/i18n'
import { now } from '@/lib/clock'
import { langOf } from '@/lib/langOf'
import { isAmong, pastPasswords, wasChecked } from '@/services/session/passwordHistory'
import { SLUG } from '@/slugs'

/** None of the last passwords comes back, whoever sets it; what is replaced is kept as it was, hashed. */
export const keepPasswords: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const password: unknown = data.password
  if (typeof password !== 'string' || password === '') return data
  const kept = operation === 'update' ? await pastPasswords(req, String(originalDoc?.id)) : []
  if (!wasChecked(req) && (await isAmong(kept, password))) {
    throw new ValidationError({ collection: SLUG.users, errors: [{ path: 'password', message: t(langOf(req), 'staff.password.used') }] }, req.t)
  }
  return { ...data, passwordHistory: kept, passwordChangedAt: new Date(now()).toISOString() }
}
