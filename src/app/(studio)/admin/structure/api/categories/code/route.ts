import { studioDoor } from '@/app/(studio)/_server/door'
import { proposedCategoryCode } from '@/services/studio/categories/view'

/** GET ?parent=: the code to propose for a new category. */
export const GET = studioDoor(['structure.edit'], async ({ desk, url }) => ({ code: proposedCategoryCode(desk, desk.model.categories.byId.get(url.searchParams.get('parent') ?? '')) ?? null }))
