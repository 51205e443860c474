import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { readDraft, takeVersion } from '@/services/structure/drafts'
import { kindOf } from '../../../_kind'

/** POST {version?, reason?}: the draft becomes what a version says, the one in force where none is named. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request, params }) => {
  const [kind, key] = [kindOf(params.kind), params.key ?? '']
  const { version, reason } = await readJson(request)
  await takeVersion(desk, { kind, key, reason, ...(typeof version === 'string' ? { version } : {}) })
  return readDraft(desk, kind, key)
})
