import { studioDoor } from '@/app/(studio)/_server/door'
import { DomainError } from '@/domain/errors'
import { readFormData } from '@/services/bodies'
import { MAX_FILE } from '@/services/structure/importFile'
import { failed, importView, startStaging } from '@/services/structure/importStage'
import { kindOf } from '../_kind'

/** POST multipart {file}: a workbook or a file of separated values; it is read and compared while the page watches. Changes no structure. */
export const POST = studioDoor(['structure.edit'], async ({ desk, request, params }) => {
  const kind = kindOf(params.kind)
  if (Number(request.headers.get('content-length') ?? 0) > MAX_FILE + 64 * 1024) throw new DomainError('tooLarge', { maxKB: MAX_FILE / 1024 })
  const file = (await readFormData(request)).get('file')
  if (!(file instanceof File)) throw new DomainError('invalid', {}, [{ field: 'file', code: 'required' }])
  if (file.size > MAX_FILE) throw new DomainError('tooLarge', { maxKB: MAX_FILE / 1024 })
  const { id, work } = await startStaging(desk, kind, { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) })
  void work.catch((error: unknown) => failed(desk, id, error))
  return importView(desk, id)
})
