import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { IMPORT_RIGHTS } from '@/services/structure/package/allowed'
import { compareAgain } from '@/services/structure/package/imports'

/** POST {remove?}: compares a staged file again, with another choice or since the structure changed. */
export const POST = studioDoor(IMPORT_RIGHTS, async ({ desk, request, params }) => {
  const { remove } = await readJson(request)
  const { id } = await compareAgain(desk, params.id ?? '', typeof remove === 'boolean' ? remove : undefined)
  return { id }
})
