import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { DRAFTS, readDraft, saveDraft } from '@/services/structure/drafts'
import { removeRow } from '@/services/structure/saveRow'
import { kindOf, MAX_DRAFT } from '../../_kind'

const READS = ['structure.view', 'structure.edit', 'structure.publish'] as const

/** GET: the draft, the version in force, and what the checks say. */
export const GET = studioDoor(READS, ({ desk, params }) => readDraft(desk, kindOf(params.kind), params.key ?? ''))

/** PUT {definition, seen, reason?}: keeps the draft. Answers with it as it stands now. */
export const PUT = studioDoor(['structure.edit'], async ({ desk, request, params }) => {
  const [kind, key] = [kindOf(params.kind), params.key ?? '']
  const { definition, seen, reason } = await readJson(request, MAX_DRAFT)
  await saveDraft(desk, { kind, key, definition, reason, ...(typeof seen === 'string' ? { seen } : {}) })
  return readDraft(desk, kind, key)
})

/** DELETE {reason?}: a draft that was never published and that nothing refers to. */
export const DELETE = studioDoor(['structure.edit'], async ({ desk, request, params }) => {
  const { reason } = await readJson(request)
  const kind = kindOf(params.kind)
  const { id } = await readDraft(desk, kind, params.key ?? '')
  await removeRow(desk, { slug: DRAFTS[kind], id, reason })
  return {}
})
