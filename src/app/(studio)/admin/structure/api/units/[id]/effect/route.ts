import { studioDoor } from '@/app/(studio)/_server/door'
import { effectOf } from '@/services/studio/territory/effect'

/** GET: what closing, merging, splitting or moving the unit would come to. */
export const GET = studioDoor(['structure.edit'], ({ desk, params }) => effectOf(desk, params.id ?? ''))
