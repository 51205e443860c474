import { studioDoor } from '@/app/(studio)/_server/door'
import { changeDetail } from '@/services/structure/changes/detail'

/** GET: one change, what it changed, and what taking it back would do. */
export const GET = studioDoor(['structure.view'], ({ desk, params }) => changeDetail(desk, params.id ?? ''))
