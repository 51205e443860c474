import type { Payload } from 'payload'
import { AuthenticationError } from 'payload'
import { passwordProblem } from '@/domain/access/password'
import { DomainError } from '@/domain/errors'
import { withTransaction } from '@/db/transaction'
import { now } from '@/lib/clock'
import { appendAudit } from '@/services/audit/append'
import { SLUG } from '@/slugs'

type Args = { payload: Payload; person: { id: string; office: string; name: string; username: string }; current: string; next: string; headers: Headers }

const assertCurrent = async ({ payload, person, current, headers }: Args): Promise<void> => {
  try {
    await payload.login({ collection: SLUG.users, data: { username: person.username, password: current }, overrideAccess: true, req: { headers } })
  } catch (error) {
    if (error instanceof AuthenticationError) throw new DomainError('invalid', {}, [{ field: 'current', code: 'wrong' }])
    throw error
  }
}

/** Sets one's own password; every session of the person ends. Errors: `invalid` naming `current` or `next`. */
export const changePassword = async (args: Args): Promise<void> => {
  const { payload, person, current, next, headers } = args
  const problem = passwordProblem(next, [person.username, person.name])
  if (problem) throw new DomainError('invalid', {}, [{ field: 'next', code: problem }])
  if (next === current) throw new DomainError('invalid', {}, [{ field: 'next', code: 'same' }])
  await assertCurrent(args)
  const at = new Date(now()).toISOString()
  await withTransaction(payload, async (req) => {
    req.context.actor = { id: person.id, name: person.name }
    await req.payload.update({ collection: SLUG.users, id: person.id, data: { password: next, mustChangePassword: false, passwordChangedAt: at }, overrideAccess: true, depth: 0, req })
    await appendAudit(req, { office: person.office, action: 'session.passwordChanged', actor: { kind: 'staff', id: person.id, name: person.name }, targetKind: SLUG.users, target: person.id, address: headers.get('x-portal-ip') ?? undefined })
  })
}
