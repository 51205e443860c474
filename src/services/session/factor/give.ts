import type { Payload } from 'payload'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { appendAudit } from '@/services/audit/append'
import { readAccount } from '../account'
import { recordNotLetIn } from '../attempts'
import { visitOf } from '../visit'
import { spendCode, type CodeAnswer } from './check'
import { auditOf, markPassed } from './setUp'

type Give = { payload: Payload; headers: Headers; code: string }

/** As words of the form: wrong codes and a lock. */
const refusal = (answer: Extract<CodeAnswer, 'wrong' | 'locked'>): DomainError => new DomainError('invalid', {}, [{ field: 'code', code: answer }])

/**
 * Gives the second factor in the session these headers come with: from now on it carries as far as its owner's rights. Also proves anew who
 * acts. Errors: `notSignedIn`, `invalid` naming `code` (`wrong`, `locked`).
 */
export const giveCode = async ({ payload, headers, code }: Give): Promise<CodeAnswer> => {
  const visit = await visitOf({ payload, headers })
  const account = visit && (await readAccount({ payload }, { id: String(visit.user.id) }))
  if (!visit || !account || visit.stage === 'setup') throw new DomainError('notSignedIn')
  const answer = await spendCode(payload, account.id, code)
  if (answer === 'wrong' || answer === 'locked') {
    await recordNotLetIn({ payload, account, username: account.username, why: 'code', headers })
    throw refusal(answer)
  }
  await withTransaction(payload, async (req) => {
    await markPassed(req, visit.session.sid)
    await appendAudit(req, { ...auditOf({ person: account, headers }, 'session.codeGiven'), detail: { by: answer } })
  })
  return answer
}
