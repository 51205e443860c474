import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { publishDraft, readDraft } from '@/services/structure/drafts'
import { kindOf } from '../../../_kind'

/** POST {reason, seen}: publishes the saved draft as the next version. */
export const POST = studioDoor(['structure.publish'], async ({ desk, request, params }) => {
  const [kind, key] = [kindOf(params.kind), params.key ?? '']
  const { reason, seen } = await readJson(request)
  const { number, published } = await publishDraft(desk, { kind, key, reason, ...(typeof seen === 'string' ? { seen } : {}) })
  return { number, published, draft: await readDraft(desk, kind, key) }
})
