import { studioDoor } from '@/app/(studio)/_server/door'
import { categoryView } from '@/services/studio/categories/view'

/** GET: one category with everything its pane edits. */
export const GET = studioDoor(['structure.view', 'structure.edit'], ({ desk, params }) => categoryView(desk, params.id ?? ''))
