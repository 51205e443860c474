import type { Payload } from 'payload'
import { updateRowIf } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { now } from '@/lib/clock'
import { SLUG } from '@/slugs'
import { giveCode } from './factor/give'
import { isSetUp, readFactor } from './factor/read'
import { verifyPassword } from './verifyPassword'
import { visitOf, type Visit } from './visit'

/** What a person is asked for: the code of their second factor where they have one, else the password, else to sign in at the provider again. */
export type ProofAsked = 'code' | 'password' | 'provider'

type Asking = { payload: Payload; headers: Headers }

const need = async ({ payload, headers }: Asking): Promise<NonNullable<Awaited<ReturnType<typeof visitOf>>>> => {
  const visit = await visitOf({ payload, headers })
  if (visit?.stage !== 'open') throw new DomainError('notSignedIn')
  return visit
}

const askedOf = async (payload: Payload, { user, session }: Visit): Promise<ProofAsked> => {
  if (isSetUp(await readFactor({ payload }, String(user.id)))) return 'code'
  return session?.way === 'provider' ? 'provider' : 'password'
}

/** Errors: `notSignedIn`. */
export const proofAsked = async (asking: Asking): Promise<ProofAsked> => askedOf(asking.payload, await need(asking))

/** Proves anew that the person is who signed in. Errors: `notSignedIn`, `invalid` naming `proof` (`wrong`, `locked`). */
export const prove = async ({ payload, headers, proof }: Asking & { proof: string }): Promise<void> => {
  const visit = await need({ payload, headers })
  if ((await askedOf(payload, visit)) === 'code') {
    await giveCode({ payload, headers, code: proof }).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'invalid') throw new DomainError('invalid', {}, error.fields.map(({ code }) => ({ field: 'proof', code })))
      throw error
    })
    return
  }
  const account = await verifyPassword({ payload, who: { id: String(visit.user.id) }, password: proof, headers })
  if (!account) throw new DomainError('invalid', {}, [{ field: 'proof', code: 'wrong' }])
  await updateRowIf({ payload }, SLUG.sessions, { id: { equals: visit.session.id } }, { provenAt: new Date(now()).toISOString() })
}
