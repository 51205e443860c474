import { pick } from '@/services/desk/pick'
import { door } from '../../../_server/door'

/** GET ?kind&q&matter: what a picker offers. */
export const GET = door(({ desk, url: { searchParams } }) =>
  pick(desk, { kind: searchParams.get('kind') ?? '', q: (searchParams.get('q') ?? '').slice(0, 100), matter: searchParams.get('matter') ?? undefined }))
