import { studioDoor } from '@/app/(studio)/_server/door'
import { IMPORT_RIGHTS } from '@/services/structure/package/allowed'
import { dropImport } from '@/services/structure/package/imports'
import { importView } from '@/services/structure/package/importView'

/** GET: how far an import is, and what it would do. */
export const GET = studioDoor(IMPORT_RIGHTS, ({ desk, params }) => importView(desk, params.id ?? ''))

/** DELETE: lets a file go that was not applied. */
export const DELETE = studioDoor(IMPORT_RIGHTS, async ({ desk, params }) => {
  await dropImport(desk, params.id ?? '')
  return {}
})
