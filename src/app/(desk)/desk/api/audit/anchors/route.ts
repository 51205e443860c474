import { anchorsFile } from '@/services/desk/audit/files'
import { attachment } from '../../../../_server/attachment'
import { door } from '../../../../_server/door'

/** GET: the signed lines of every day. `key`: the public key they are checked with. */
export const GET = door(async ({ desk, url }) => attachment(await anchorsFile(desk, url.searchParams.has('key') ? 'key' : 'anchors')))
