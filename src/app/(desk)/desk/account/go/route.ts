import config from '@payload-config'
import { getPayload } from 'payload'
import { DomainError } from '@/domain/errors'
import { arrive } from '@/services/desk/desk'
import { fromBrowserHere } from '@/services/session/sameSite'
import { runAccountAct } from '../../../_server/accountActs'
import { formFault } from '../../../_server/formFault'
import { field, formIn, goTo } from '../../../_server/forms'

/** POST act, row: what the account page's forms do. */
export const POST = async (request: Request): Promise<Response> => {
  const form = await formIn(request)
  const act = field(form, 'act')
  try {
    fromBrowserHere(request)
    const payload = await getPayload({ config })
    const arrival = await arrive({ payload, headers: request.headers })
    if (arrival.state === 'signedOut' || arrival.state === 'code' || arrival.state === 'setup') return goTo('/desk/sign-in?next=/desk/account')
    return await runAccountAct(act, { payload, headers: request.headers, arrival, row: field(form, 'row') })
  } catch (error) {
    if (error instanceof DomainError && error.code === 'proofNeeded') return goTo(`/desk/prove?${new URLSearchParams({ next: '/desk/account', carry: act }).toString()}`)
    return goTo(`/desk/account?${new URLSearchParams(formFault(error)).toString()}`)
  }
}
