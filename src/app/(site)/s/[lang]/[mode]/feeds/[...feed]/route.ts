import config from '@payload-config'
import { getPayload } from 'payload'
import { DomainError } from '@/domain/errors'
import { segmentOf } from '@/lib/segment'
import { errorResponse } from '@/services/http'
import { feedAt, type Served } from '@/services/site/content/feeds'
import { needModel } from '@/services/structure/cache'
import { originIn, variantOf } from '../../../../../lib/site'

type Params = { lang: string; mode: string; feed: string[] }

const weak = (tag: string): string => tag.trim().replace(/^W\//, '')

/** Whether the asker has it already: by its mark, else by its date (RFC 9110 13.2.2). */
const isKnown = (request: Request, { etag, modified }: Served): boolean => {
  const match = request.headers.get('if-none-match')
  if (match !== null) return match === '*' || match.split(',').map(weak).includes(etag)
  const since = Date.parse(request.headers.get('if-modified-since') ?? '')
  return !Number.isNaN(since) && modified > 0 && Math.floor(modified / 1000) * 1000 <= since
}

const headersOf = ({ type, etag, modified }: Served): Record<string, string> => ({
  'content-type': type, etag, 'cache-control': 'public, max-age=300', 'x-content-type-options': 'nosniff', ...(modified > 0 ? { 'last-modified': new Date(modified).toUTCString() } : {}),
})

/** A feed of notices or a calendar of activities: what residents may read, and nothing else. */
export const GET = async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
  try {
    const { feed, ...given } = await params
    const variant = variantOf(given)
    if (!variant) throw new DomainError('notFound')
    const payload = await getPayload({ config })
    const served = await feedAt({ payload, model: await needModel(payload), lang: variant.lang, origin: originIn(request.headers), path: [feed].flat().map(segmentOf) })
    if (isKnown(request, served)) return new Response(null, { status: 304, headers: headersOf(served) })
    return new Response(served.body, { headers: headersOf(served) })
  } catch (error) {
    return errorResponse(request, error)
  }
}
