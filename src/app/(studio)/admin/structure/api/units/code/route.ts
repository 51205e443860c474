import { studioDoor } from '@/app/(studio)/_server/door'
import { proposedCode } from '@/services/studio/territory/unit'

/** GET ?parent=: the code to propose for a new unit below a parent, or at the top. */
export const GET = studioDoor(['structure.edit'], async ({ desk, url }) => ({ code: proposedCode(desk, desk.model.units.byId.get(url.searchParams.get('parent') ?? '')) ?? null }))
