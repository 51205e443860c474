import { studioDoor } from '@/app/(studio)/_server/door'
import { dropImport } from '@/services/structure/package/imports'
import { importView } from '@/services/structure/package/importView'

/** GET: how far an import is, and what it would do. */
export const GET = studioDoor(['structure.edit'], ({ desk, params }) => importView(desk, params.id ?? ''))

/** DELETE: lets a file go that was not applied. */
export const DELETE = studioDoor(['structure.edit'], async ({ desk, params }) => {
  await dropImport(desk, params.id ?? '')
  return {}
})
