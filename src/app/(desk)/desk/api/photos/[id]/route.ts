import { photoBytes } from '@/services/desk/photos'
import { door } from '../../../../_server/door'

/** GET: the picture, for those who may see its matter, or who uploaded it and have not used it yet. */
export const GET = door<{ id: string }>(async ({ desk, params }) => new Response(new Uint8Array(await photoBytes(desk, params.id)), {
  headers: { 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=300', 'content-disposition': 'inline', 'x-content-type-options': 'nosniff' },
}))
