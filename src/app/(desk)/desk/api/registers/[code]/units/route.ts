import { needRegister } from '@/services/registers/register'
import { findUnits } from '@/services/registers/units'
import { door } from '../../../../../_server/door'

/** GET ?q: units by name or code. */
export const GET = door<{ code: string }>(async ({ desk, url, params }) => {
  await needRegister(desk, params.code)
  return { units: findUnits(desk, (url.searchParams.get('q') ?? '').slice(0, 80)) }
})
