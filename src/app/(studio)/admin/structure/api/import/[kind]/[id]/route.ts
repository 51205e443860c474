import { studioDoor } from '@/app/(studio)/_server/door'
import { dropImport, importRow, viewOf } from '@/services/structure/importStage'

/** GET: how a kept file stands. */
export const GET = studioDoor(['structure.edit'], async ({ desk, params }) => viewOf(await importRow({ payload: desk.payload }, desk, params.id ?? '')))

/** DELETE: puts a kept file away. */
export const DELETE = studioDoor(['structure.edit'], async ({ desk, params }) => {
  await dropImport(desk, params.id ?? '')
  return {}
})
