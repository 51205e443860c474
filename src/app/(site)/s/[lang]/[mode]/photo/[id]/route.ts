import config from '@payload-config'
import { getPayload } from 'payload'
import { errorResponse } from '@/services/http'
import { photoForReporter } from '@/services/site/track/photo'
import { readSession } from '@/services/site/track/session'
import { sentCookie } from '../../../../../lib/door'

/** A photo, for the browser it belongs to alone. */
export const GET = async (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
  try {
    const { id } = await params
    const payload = await getPayload({ config })
    const bytes = await photoForReporter({ payload, id, draft: sentCookie(request, 'draft'), session: readSession(sentCookie(request, 'track')) })
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'image/jpeg',
        'content-length': String(bytes.length),
        'content-disposition': `inline; filename="photo-${id.slice(-6).toLowerCase()}.jpg"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache',
        'cross-origin-resource-policy': 'same-origin',
      },
    })
  } catch (error) {
    return errorResponse(request, error)
  }
}
