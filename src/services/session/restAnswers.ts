import type { PayloadRequest } from 'payload'
import type { DomainError } from '@/domain/errors'
import { t } from '@/i18n'
import { langOf } from '@/lib/langOf'

const UNAUTHORIZED = 401

/** A refused code, in the shape of Payload's answers. */
export const answerCode = (req: PayloadRequest, error: DomainError): Response => {
  const locked = error.fields.some(({ code }) => code === 'locked')
  const said = error.code === 'notSignedIn' ? 'signedOut' : locked ? 'codeLocked' : 'codeWrong'
  return Response.json({ errors: [{ message: t(langOf(req), `staff.signIn.${said}`) }] }, { status: error.code === 'invalid' ? UNAUTHORIZED : error.status, headers: { 'cache-control': 'no-store' } })
}
