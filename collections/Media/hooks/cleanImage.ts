import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { holds } from '@/access'
import { newId } from '@/db/ids'
import { DomainError } from '@/domain/errors'
import { ingestPhoto } from '@/services/photos/ingest'

/** What a request may say of a file besides sending it: an address that the server would fetch, names and measures of files that are there. */
const OF_FILES = ['url', 'filename', 'mimeType', 'filesize', 'width', 'height', 'thumbnailURL', 'sizes', 'focalX', 'focalY']

const WORDS: Partial<Record<string, string>> = { notScanned: '图片暂时不能检查，没有收下；过几分钟再传' }

const withoutFileFacts = (data: unknown): unknown =>
  data && typeof data === 'object' ? Object.fromEntries(Object.entries(data).filter(([name]) => !OF_FILES.includes(name))) : data

/** Every picture comes in the one way, as a file; what it is called from then on tells nothing and cannot be guessed. One that cannot be used is refused. */
export const cleanImage: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const plain = { ...args, data: withoutFileFacts((args as { data?: unknown }).data) } as typeof args
  // Whoever may not is refused by the access rule right behind this, and costs no work on a picture before.
  if (!(args as { overrideAccess?: boolean }).overrideAccess && !(await holds('content.edit')({ req }))) return plain
  if (!req.file) {
    if (operation === 'create') throw new APIError('请选一张图片', 400, undefined, true)
    return plain
  }
  try {
    const photo = await ingestPhoto(req.file.data)
    req.file = { ...req.file, data: photo.bytes, mimetype: photo.mime, size: photo.bytes.length, name: `${newId().toLowerCase()}.${photo.extension}` }
    return plain
  } catch (error) {
    if (error instanceof DomainError) throw new APIError(WORDS[error.code] ?? '图片不能用：请上传 JPEG、PNG 或 WebP', error.status, undefined, true)
    throw error
  }
}
