import { studioDoor } from '@/app/(studio)/_server/door'
import { readJson } from '@/services/http'
import { logger } from '@/lib/logger'
import { startApply } from '@/services/structure/importApply'
import { importView } from '@/services/structure/importStage'

/** POST {reason}: begins to apply a kept file, all of it or nothing; the page watches. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request, params }) => {
  const { reason } = await readJson(request)
  const { id, work } = await startApply(desk, params.id ?? '', typeof reason === 'string' ? reason : '')
  void work.catch((error: unknown) => logger.info({ err: error, import: id }, 'a spreadsheet was not applied'))
  return importView(desk, id)
})
