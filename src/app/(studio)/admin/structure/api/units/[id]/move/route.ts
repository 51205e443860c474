import { studioDoor } from '@/app/(studio)/_server/door'
import { DomainError } from '@/domain/errors'
import { readJson } from '@/services/http'
import { moveUnit } from '@/services/studio/territory/acts'

/** POST {parent, reason}: hangs the unit elsewhere, with all below it. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request, params }) => {
  const { parent, reason } = await readJson(request)
  if (typeof parent !== 'string' || parent === '') throw new DomainError('invalid', {}, [{ field: 'parent', code: 'required' }])
  await moveUnit(desk, { unit: params.id ?? '', parent, reason })
  return {}
})
