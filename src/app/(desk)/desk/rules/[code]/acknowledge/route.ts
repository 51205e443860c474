import config from '@payload-config'
import { getPayload } from 'payload'
import { segmentOf } from '@/lib/segment'
import type { DomainError } from '@/domain/errors'
import { needDesk } from '@/services/desk/desk'
import { acknowledgeRule } from '@/services/desk/rules'
import { asDomainError, newReference } from '@/services/http'
import { fromBrowserHere } from '@/services/session/sameSite'
import { field, formIn, goTo } from '../../../../_server/forms'
import { langOf } from '../../../../_server/lang'

const FAULTS: Partial<Record<DomainError['code'], string>> = { conflict: 'changed', notAllowed: 'refused', notFound: 'refused' }

const refused = (error: unknown, page: string): Response => {
  const known = asDomainError(error, newReference())
  if (known.code === 'notSignedIn') return goTo(`/desk/sign-in?said=ended&next=${encodeURIComponent(page)}`)
  return goTo(`${page}?fault=${FAULTS[known.code] ?? 'failed'}`)
}

/** POST edition: whoever is signed in acknowledges the edition they have read. */
export const POST = async (request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> => {
  const code = segmentOf((await params).code)
  const page = `/desk/rules/${encodeURIComponent(code)}`
  try {
    fromBrowserHere(request)
    const form = await formIn(request)
    const payload = await getPayload({ config })
    const desk = await needDesk({ payload, headers: request.headers, lang: langOf(request.headers) })
    await acknowledgeRule(desk, code, field(form, 'edition'))
    return goTo(page)
  } catch (error) {
    return refused(error, page)
  }
}
