import { ValidationError, type CollectionBeforeValidateHook } from 'payload'
import { passwordProblem } from '@/domain/access/password'
import { t } from '@/i18n'
import { env } from '@/lib/env'
import { langOf } from '@/lib/langOf'
import { SLUG } from '@/slugs'

/** The same password rule on every door that sets one. */
export const checkPassword: CollectionBeforeValidateHook = ({ data, originalDoc, req }) => {
  const password: unknown = data?.password
  if (typeof password !== 'string' || password === '') return data
  const person = (field: 'username' | 'name') => String(data?.[field] ?? originalDoc?.[field] ?? '')
  const min = env().PASSWORD_MIN
  const problem = passwordProblem(password, [person('username'), person('name')], min)
  if (problem) throw new ValidationError({ collection: SLUG.users, errors: [{ path: 'password', message: t(langOf(req), `staff.password.${problem}`, { min }) }] }, req.t)
  return data
}
