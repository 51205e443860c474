import { unitsBelow } from '@/services/desk/pick'
import { door } from '../../../_server/door'

/** GET ?parent: the units below one, or the topmost. */
export const GET = door(async ({ desk, url }) => unitsBelow(desk, url.searchParams.get('parent') ?? undefined))
