import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { closeCategory } from '@/services/studio/categories/acts'

/** POST {reason}: closes the category with all below it. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request, params }) => {
  await closeCategory(desk, { category: params.id ?? '', reason: (await readJson(request)).reason })
  return {}
})
