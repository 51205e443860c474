import { APIError, type CollectionBeforeOperationHook, type PayloadRequest } from 'payload'
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

const refuse = (req: PayloadRequest, key: 'none' | 'type' | 'scan', status: number): APIError<null> => new APIError<null>(t(langOf(req), `publishing.file.${key}`), status, null, true)

const scan = async (req: PayloadRequest, bytes: Buffer): Promise<void> => {
  try {
    await scanUpload(bytes)
  } catch (error) {
    if (error instanceof DomainError) throw refuse(req, error.code === 'notScanned' ? 'scan' : 'type', error.status)
    throw error
  }
}

/** The file of a request as it is kept. Errors: 415 for what is not taken, 503 while it cannot be scanned. */
const ingest = async (req: PayloadRequest, file: NonNullable<PayloadRequest['file']>): Promise<void> => {
  const type = fileTypeOf(file.data)
  if (!type) throw refuse(req, 'type', 415)
  await scan(req, file.data)
  req.file = { ...file, mimetype: FILE_TYPES[type], size: file.data.length, name: `${newId().toLowerCase()}.${type}` }
}

/** Every file comes in the one way: told by its content, looked at by the scanner where there is one, called by a name that cannot be guessed. */
export const cleanFile: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const plain = { ...args, data: withoutFileFacts((args as { data?: unknown }).data) } as typeof args
  // Whoever may not is refused by the access rule right behind this, and costs no work on a file before.
  if (!(args as { overrideAccess?: boolean }).overrideAccess && !(await holds('content.edit')({ req }))) return plain
  if (!req.file && operation === 'create') throw refuse(req, 'none', 400)
  if (req.file) await ingest(req, req.file)
  return plain
}
