import config from '@payload-config'
import { getPayload } from 'payload'
import { arrive } from '@/services/desk/desk'
import { prove } from '@/services/session/prove'
import { fromBrowserHere } from '@/services/session/sameSite'
import { runAccountAct } from '../../../_server/accountActs'
import { formFault } from '../../../_server/formFault'
import { field, formIn, goTo } from '../../../_server/forms'
import { carriesRetention, goOnWithRetention } from '../../../_server/retentionActs'
import { localPath } from '../../../_server/paths'

/** POST proof, next, carry: proves anew who acts, and goes on with what was being done. */
export const POST = async (request: Request): Promise<Response> => {
  const form = await formIn(request)
  const next = localPath(field(form, 'next'))
  const carry = field(form, 'carry')
  try {
    fromBrowserHere(request)
    const payload = await getPayload({ config })
    const arrival = await arrive({ payload, headers: request.headers })
    if (arrival.state === 'signedOut' || arrival.state === 'code' || arrival.state === 'setup') return goTo(`/desk/sign-in?${new URLSearchParams({ next }).toString()}`)
    await prove({ payload, headers: request.headers, proof: field(form, 'proof') })
    if (carriesRetention(carry)) return await goOnWithRetention({ payload, headers: request.headers, person: arrival.person.id }, carry)
    return carry ? await runAccountAct(carry, { payload, headers: request.headers, arrival, row: '' }) : goTo(next)
  } catch (error) {
    return goTo(`/desk/prove?${new URLSearchParams({ ...formFault(error), next, ...(carry ? { carry } : {}) }).toString()}`)
  }
}
