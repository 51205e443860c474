import { studioDoor } from '@/app/(studio)/_server/door'
import { unitView } from '@/services/studio/territory/unit'

/** GET: one unit with everything its pane edits. */
export const GET = studioDoor(['structure.view', 'structure.edit'], ({ desk, params }) => unitView(desk, params.id ?? ''))
