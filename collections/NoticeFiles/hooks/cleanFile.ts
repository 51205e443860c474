import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { holds } from '@/access'
import { newId } from '@/db/ids'
import { DomainError } from '@/domain/errors'
import { fileTypeOf, FILE_TYPES } from '@/domain/publishing/fileType'
import { t } from '@/i18n'
import { langOf } from '@/lib/langOf'
import { scanUpload } from '@/services/photos/clamd'

/** What a request may say of a file besides sending it. */
const OF_FILES = ['url', 'filename', 'mimeType', 'filesize', 'width', 'height', 'thumbnailURL', 'sizes', 'focalX', 'focalY']

const withoutFileFacts = (data: unknown): unknown =>
  data && typeof data === 'object' ? Object.fromEntries(Object.entries(data).filter(([name]) => !OF_FILES.includes(name))) : data

/** Every file comes in the one way: looked at by the scanner where there is one, told by its content, called by a name that cannot be guessed. */
export const cleanFile: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const plain = { ...args, data: withoutFileFacts((args as { data?: unknown }).data) } as typeof args
  if (!(args as { overrideAccess?: boolean }).overrideAccess && !(await holds('content.edit')({ req }))) return plain
  const refuse = (key: 'none' | 'type' | 'scan', status: number) => new APIError(t(langOf(req), `publishing.file.${key}`), status, undefined, true)
  if (!req.file) {
    if (operation === 'create') throw refuse('none', 400)
    return plain
  }
  const type = fileTypeOf(req.file.data)
  if (!type) throw refuse('type', 415)
  try {
    await scanUpload(req.file.data)
  } catch (error) {
    if (error instanceof DomainError) throw refuse(error.code === 'notScanned' ? 'scan' : 'type', error.status)
    throw error
  }
  req.file = { ...req.file, mimetype: FILE_TYPES[type], size: req.file.data.length, name: `${newId().toLowerCase()}.${type}` }
  return plain
}
