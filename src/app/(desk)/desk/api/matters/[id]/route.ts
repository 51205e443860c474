import { openMatter } from '@/services/desk/matter/open'
import { door } from '../../../../_server/door'

/** GET: the matter as it stands now, and the server's clock. */
export const GET = door<{ id: string }>(async ({ desk, params }) => ({ matter: await openMatter(desk, params.id), now: desk.now }))
