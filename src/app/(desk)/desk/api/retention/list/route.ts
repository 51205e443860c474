import { retentionFile } from '@/services/desk/retentionFile'
import { attachment } from '../../../../_server/attachment'
import { door } from '../../../../_server/door'

/** GET: the whole list of what one run would destroy now, and of what is held, as a file. */
export const GET = door(async ({ desk }) => attachment(await retentionFile(desk)))
