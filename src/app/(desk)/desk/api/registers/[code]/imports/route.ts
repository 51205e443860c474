import { DomainError } from '@/domain/errors'
import { readFormData } from '@/services/bodies'
import { stageEntries } from '@/services/registers/importing'
import { needEditor } from '@/services/registers/register'
import { MAX_FILE } from '@/services/structure/importFile'
import { door } from '../../../../../_server/door'

const ROOM = 64 * 1024

const missing = (): DomainError => new DomainError('invalid', {}, [{ field: 'file', code: 'required' }])

const fileOf = async (request: Request): Promise<File> => {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_FILE + ROOM) throw new DomainError('tooLarge', { maxMB: MAX_FILE / 1024 / 1024 })
  try {
    const file = (await readFormData(request)).get('file')
    if (file instanceof File && file.size > 0) return file
  } catch (error) {
    // The body is no form, or was cut off on its way: that is no file.
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error
  }
  throw missing()
}

/** POST multipart {file}: checked and compared, not yet written. */
export const POST = door<{ code: string }>(async ({ desk, request, params }) => {
  const register = await needEditor(desk, params.code)
  const file = await fileOf(request)
  return stageEntries(desk, register, { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) })
})
