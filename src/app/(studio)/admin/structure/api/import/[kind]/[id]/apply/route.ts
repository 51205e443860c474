import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { applyImport } from '@/services/structure/importApply'

/** POST {reason}: applies a kept file, all of it or nothing. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request, params }) => {
  const { reason } = await readJson(request)
  return applyImport(desk, params.id ?? '', typeof reason === 'string' ? reason : '')
})
