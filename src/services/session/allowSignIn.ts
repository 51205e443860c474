import { APIError, type PayloadRequest } from 'payload'
import { DomainError } from '@/domain/errors'
import { t } from '@/i18n'
import { env } from '@/lib/env'
import { langOf } from '@/lib/langOf'
import { inNetworks } from '@/lib/networks'
import { giveToken, takeToken } from '@/services/limits'

type Person = { id: string | number; active?: boolean | null }

/** Counts a try to sign in, before the password is looked at. Errors: 429. */
export const limitSignIn = async (req: PayloadRequest): Promise<void> => {
  const address = req.headers?.get('x-portal-ip')
  if (!address) return
  try {
    await takeToken({ payload: req.payload, door: 'signIn', address })
  } catch (error) {
    if (error instanceof DomainError) throw new APIError(t(langOf(req), 'staff.signIn.tooMany'), error.status, error.detail, true)
    throw error
  }
}

/** A sign-in that succeeded was no guess: an office of forty behind one address does not shut itself out on its first morning. */
export const uncountSignIn = async (req: PayloadRequest): Promise<void> => {
  const address = req.headers?.get('x-portal-ip')
  if (address) await giveToken({ payload: req.payload, door: 'signIn', address })
}

/** Whether this person may sign in from here, whichever door was used. Errors: 403. The password was already right. */
export const allowSignIn = ({ req, user }: { req: PayloadRequest; user: Person }): void => {
  const address = req.headers?.get('x-portal-ip') ?? undefined
  const allowed = env().DESK_IP_ALLOW
  if (address && allowed.length > 0 && !inNetworks(address, allowed)) throw new APIError(t(langOf(req), 'staff.signIn.network'), 403, undefined, true)
  if (user.active === false) throw new APIError(t(langOf(req), 'staff.signIn.inactive'), 403, undefined, true)
}
