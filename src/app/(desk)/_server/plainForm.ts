import config from '@payload-config'
import { getPayload } from 'payload'
import type { DomainError } from '@/domain/errors'
import { needDesk, type Desk } from '@/services/desk/desk'
import { recordDeskRefusal } from '@/services/desk/refused'
import { asDomainError, newReference } from '@/services/http'
import { fromBrowserHere } from '@/services/session/sameSite'
import { field, formIn, goTo } from './forms'
import { langOf } from './lang'

type Given = (name: string) => string

/** What went wrong as a page can tell it: the first field's fault, why it was refused, else the kind of error. */
const faultOf = (error: DomainError): string => {
  const [first] = error.fields
  if (first) return `${first.field}_${first.code}`
  if (error.code === 'notAllowed') return error.code
  return typeof error.detail.why === 'string' ? error.detail.why : typeof error.detail.guard === 'string' ? error.detail.guard : error.code
}

const runFor = async (desk: Desk, request: Request, { page, given, run }: { page: string; given: Given; run: (desk: Desk, given: Given) => Promise<string> }): Promise<Response> => {
  try {
    return goTo(`${page}?done=${await run(desk, given)}`)
  } catch (error) {
    await recordDeskRefusal(desk, { error, method: request.method, path: new URL(request.url).pathname })
    throw error
  }
}

/**
 * A plain form of the desk: a request of this site by somebody signed in, then back to its page, which tells what was done or what stood in the way. `keep`:
 * fields that are given back with a fault, so that nothing typed is lost.
 */
export const plainForm = async (request: Request, page: string, run: (desk: Desk, given: Given) => Promise<string>, keep: readonly string[] = []): Promise<Response> => {
  const kept = new URLSearchParams()
  try {
    fromBrowserHere(request)
    const form = await formIn(request)
    const given: Given = (name) => field(form, name)
    for (const name of keep) if (given(name)) kept.set(name, given(name).slice(0, 300))
    const payload = await getPayload({ config })
    return await runFor(await needDesk({ payload, headers: request.headers, lang: langOf(request.headers) }), request, { page, given, run })
  } catch (error) {
    const known = asDomainError(error, newReference())
    if (known.code === 'notSignedIn') return goTo(`/desk/sign-in?said=ended&next=${encodeURIComponent(page)}`)
    kept.set('fault', faultOf(known))
    return goTo(`${page}?${kept.toString()}`)
  }
}
