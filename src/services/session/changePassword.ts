import type { Payload } from 'payload'
import { withTransaction } from '@/db/transaction'
import { passwordProblem } from '@/domain/access/password'
import { DomainError } from '@/domain/errors'
import { env } from '@/lib/env'
import { appendAudit } from '@/services/audit/append'
import { SLUG } from '@/slugs'
import { readAccount } from './account'
import { isAmong, PASSWORD_CHECKED, pastPasswords } from './passwordHistory'
import { verifyPassword } from './verifyPassword'

type Args = { payload: Payload; person: { id: string; office: string; name: string; username: string }; current: string; next: string; headers: Headers }

const wrong = (field: 'current' | 'next', code: string, params?: Record<string, number>) => new DomainError('invalid', {}, [{ field, code, ...(params ? { params } : {}) }])

/** Sets one's own password; every session of the person ends. Errors: `invalid` naming `current` or `next`; `conflict` when it was changed meanwhile. */
export const changePassword = async ({ payload, person, current, next, headers }: Args): Promise<void> => {
  const min = env().PASSWORD_MIN
  const problem = passwordProblem(next, [person.username, person.name], min)
  if (problem) throw wrong('next', problem, { min })
  if (next === current) throw wrong('next', 'same')
  const account = await verifyPassword({ payload, who: { id: person.id }, password: current, headers })
  if (!account) throw wrong('current', 'wrong')
  if (await isAmong(await pastPasswords({ payload }, person.id), next)) throw wrong('next', 'used')
  await withTransaction(payload, async (req) => {
    // the slow comparing was done outside; what it was done with must still hold
    if ((await readAccount(req, { id: person.id }))?.kept?.hash !== account.kept?.hash) throw new DomainError('conflict')
    req.context.actor = { id: person.id, name: person.name }
    req.context[PASSWORD_CHECKED] = true
    await req.payload.update({ collection: SLUG.users, id: person.id, data: { password: next, mustChangePassword: false }, overrideAccess: true, depth: 0, req })
    await appendAudit(req, { office: person.office, action: 'session.passwordChanged', actor: { kind: 'staff', id: person.id, name: person.name }, targetKind: SLUG.users, target: person.id, address: headers.get('x-portal-ip') ?? undefined })
  })
}
