import { suggest } from '@/services/desk/suggest'
import { door } from '../../../_server/door'

/** GET ?text&unit&category: what can be said while a clerk types. */
export const GET = door(({ desk, url: { searchParams } }) =>
  suggest(desk, { text: (searchParams.get('text') ?? '').slice(0, 2000), unit: searchParams.get('unit') ?? undefined, category: searchParams.get('category') ?? undefined }))
