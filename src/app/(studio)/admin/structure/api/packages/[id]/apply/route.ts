import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { IMPORT_RIGHTS } from '@/services/structure/package/allowed'
import { applyImport } from '@/services/structure/package/imports'

/** POST {reason}: applies a staged file, whole or not at all. */
export const POST = studioDoor(IMPORT_RIGHTS, async ({ desk, request, params }) => {
  const { reason } = await readJson(request)
  const { id } = await applyImport(desk, params.id ?? '', reason)
  return { id }
})
