import { studioDoor } from '@/app/(studio)/_server/door'
import { dropImport, importView } from '@/services/structure/importStage'

/** GET: how a kept file stands, and how far work on it is. */
export const GET = studioDoor(['structure.edit'], ({ desk, params }) => importView(desk, params.id ?? ''))

/** DELETE: puts a kept file away. */
export const DELETE = studioDoor(['structure.edit'], async ({ desk, params }) => {
  await dropImport(desk, params.id ?? '')
  return {}
})
