import config from '@payload-config'
import { getPayload } from 'payload'
import { arrive } from '@/services/desk/desk'
import { sealAppointed } from '@/services/desk/entry'
import { asDomainError, newReference } from '@/services/http'
import { appoint } from '@/services/people/appoint'
import { fromBrowserHere } from '@/services/session/sameSite'
import { appointedCookie, field, formIn, goTo } from '../../../_server/forms'

/** Names of the service's fields in the form. */
const INPUTS: Record<string, string> = { 'security.name': 'securityName', 'security.username': 'securityLogin', 'audit.name': 'auditName', 'audit.username': 'auditLogin' }

const refused = (error: unknown, form: FormData): Response => {
  const known = asDomainError(error, newReference())
  const back = new URLSearchParams({ fault: known.code })
  for (const name of Object.values(INPUTS)) back.set(name, field(form, name).slice(0, 60))
  for (const { field: name, code } of known.fields) back.set(`wrong-${INPUTS[name] ?? name}`, code)
  return goTo(`/desk/appoint?${back.toString()}`)
}

/** POST: the owner names the security administrator and the auditor, once (decisions.md 12). */
export const POST = async (request: Request): Promise<Response> => {
  const form = await formIn(request)
  try {
    fromBrowserHere(request)
    const payload = await getPayload({ config })
    const arrival = await arrive({ payload, headers: request.headers })
    if (arrival.state !== 'appoint' && arrival.state !== 'open') return goTo('/desk/sign-in?next=/desk/appoint')
    const named = (kind: 'security' | 'audit') => ({ name: field(form, `${kind}Name`), username: field(form, `${kind}Login`).trim() })
    const made = await appoint({ payload, owner: arrival.person, security: named('security'), audit: named('audit'), address: request.headers.get('x-portal-ip') ?? undefined })
    return goTo('/desk/appoint', [appointedCookie(sealAppointed(made))])
  } catch (error) {
    return refused(error, form)
  }
}
