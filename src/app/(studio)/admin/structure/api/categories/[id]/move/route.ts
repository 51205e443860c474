import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { moveCategory } from '@/services/studio/categories/acts'

/** POST {parent?, reason}: hangs the category elsewhere, with all below it. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request, params }) => {
  const { parent, reason } = await readJson(request)
  await moveCategory(desk, { category: params.id ?? '', reason, ...(typeof parent === 'string' && parent ? { parent } : {}) })
  return {}
})
