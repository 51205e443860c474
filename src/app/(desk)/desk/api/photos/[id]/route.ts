import { photoBytes } from '@/services/desk/photos'
import { originalBytes } from '@/services/photos/redact'
import { door } from '../../../../_server/door'

/** GET: the picture, for those who may see its matter, or who uploaded it and have not used it yet. `original`: without its covers, under a right of its own. */
export const GET = door<{ id: string }>(async ({ desk, params, url }) => {
  const original = url.searchParams.has('original')
  const bytes = original ? await originalBytes(desk, params.id) : await photoBytes(desk, params.id)
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'image/jpeg', 'cache-control': original ? 'no-store' : 'private, no-cache', 'content-disposition': 'inline', 'x-content-type-options': 'nosniff' },
  })
})
