import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { orderRows } from '@/services/studio/territory/acts'
import { SLUG } from '@/slugs'
import { texts } from '../_given'

/** POST {ids}: units side by side in this order. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request }) => {
  await orderRows(desk, { slug: SLUG.units, ids: texts((await readJson(request)).ids) })
  return {}
})
