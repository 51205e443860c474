import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { createDraft } from '@/services/structure/drafts'
import { kindOf, MAX_DRAFT } from '../_kind'

/** POST {definition, reason?}: a new draft of the kind. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request, params }) => {
  const { definition, reason } = await readJson(request, MAX_DRAFT)
  return { id: await createDraft(desk, { kind: kindOf(params.kind), definition, reason }) }
})
