import config from '@payload-config'
import { getPayload } from 'payload'
import { DomainError } from '@/domain/errors'
import { arrive } from '@/services/desk/desk'
import { asDomainError, newReference } from '@/services/http'
import { changePassword } from '@/services/session/changePassword'
import { fromBrowserHere } from '@/services/session/sameSite'
import { endedCookie, field, formIn, goTo } from '../../../_server/forms'

const back = (fault: Record<string, string>): Response => goTo(`/desk/password?${new URLSearchParams(fault).toString()}`)

const refused = (error: unknown): Response => {
  const known = asDomainError(error, newReference())
  if (known.fields.length === 0) return back({ fault: known.code })
  return back(Object.fromEntries(known.fields.map(({ field: name, code }) => [name, code])))
}

/** POST current, next, again: one's own password. Every session of the person ends with it. */
export const POST = async (request: Request): Promise<Response> => {
  try {
    fromBrowserHere(request)
    const form = await formIn(request)
    const payload = await getPayload({ config })
    const arrival = await arrive({ payload, headers: request.headers })
    if (arrival.state === 'signedOut' || arrival.state === 'code' || arrival.state === 'setup') return goTo('/desk/sign-in?said=ended&next=/desk/password')
    if (field(form, 'next') !== field(form, 'again')) throw new DomainError('invalid', {}, [{ field: 'again', code: 'mismatch' }])
    await changePassword({ payload, person: arrival.person, current: field(form, 'current'), next: field(form, 'next'), headers: request.headers })
    return goTo('/desk/sign-in?said=passwordChanged', [endedCookie(payload)])
  } catch (error) {
    return refused(error)
  }
}
