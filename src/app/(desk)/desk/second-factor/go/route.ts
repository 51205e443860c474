import config from '@payload-config'
import { getPayload } from 'payload'
import { sealRecovery } from '@/services/desk/account'
import { arrive } from '@/services/desk/desk'
import { confirmFactor } from '@/services/session/factor/setUp'
import { provenIn } from '@/services/session/fresh'
import { fromBrowserHere } from '@/services/session/sameSite'
import { formFault } from '../../../_server/formFault'
import { field, formIn, goTo, recoveryCookie } from '../../../_server/forms'
import { localPath } from '../../../_server/paths'

const HERE = '/desk/second-factor'

const back = (form: FormData, fault: Record<string, string>): Response => {
  const box: Record<string, string> = fault.fault === 'expired' ? {} : { box: field(form, 'box') }
  return goTo(`${HERE}?${new URLSearchParams({ ...fault, ...box, next: localPath(field(form, 'next')) }).toString()}`)
}

/** POST box, code, next: turns the offered second factor on, and leads to its recovery codes. */
export const POST = async (request: Request): Promise<Response> => {
  const form = await formIn(request)
  try {
    fromBrowserHere(request)
    const payload = await getPayload({ config })
    const arrival = await arrive({ payload, headers: request.headers })
    if (arrival.state === 'signedOut' || arrival.state === 'code' || arrival.state === 'password') return goTo(`/desk/sign-in?next=${encodeURIComponent(HERE)}`)
    const { person, sid } = arrival
    if (!(await provenIn(payload, sid))) return goTo(arrival.state === 'setup' ? '/desk/sign-in?said=ended' : `/desk/prove?next=${encodeURIComponent(HERE)}`)
    const codes = await confirmFactor({ payload, person, sid, headers: request.headers }, { box: field(form, 'box'), code: field(form, 'code') })
    return goTo(`${HERE}/codes?next=${encodeURIComponent(localPath(field(form, 'next')))}`, [recoveryCookie(sealRecovery(person.id, codes))])
  } catch (error) {
    return back(form, formFault(error))
  }
}
