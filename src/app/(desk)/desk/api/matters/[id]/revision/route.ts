import { revisionOf } from '@/services/desk/matter/open'
import { door } from '../../../../../_server/door'

/** GET ?since=<revision>: whether somebody changed it, and what happened. */
export const GET = door<{ id: string }>(({ desk, params, url }) => revisionOf(desk, params.id, Number(url.searchParams.get('since') ?? 0)))
