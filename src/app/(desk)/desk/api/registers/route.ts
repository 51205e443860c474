import { pickEntries } from '@/services/registers/pointing'
import { door } from '../../../_server/door'

/** GET ?q&type: entries that a matter of the type may point at. */
export const GET = door(async ({ desk, url }) => pickEntries(desk, { q: (url.searchParams.get('q') ?? '').slice(0, 200), type: url.searchParams.get('type') ?? '' }))
