import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { DomainError } from '@/domain/errors'
import { encodePhoto } from '@/services/photos/encode'

/** Every picture is decoded and encoded anew before anything is stored; one that cannot be is refused. */
export const cleanImage: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if ((operation !== 'create' && operation !== 'update') || !req.file) return args
  try {
    const photo = await encodePhoto(req.file.data)
    req.file = { ...req.file, data: photo.bytes, mimetype: photo.mime, size: photo.bytes.length, name: req.file.name.replace(/\.[^.]+$/, '') + '.' + photo.extension }
    return args
  } catch (error) {
    if (error instanceof DomainError) throw new APIError('图片不能用：请上传 JPEG、PNG 或 WebP', error.status, undefined, true)
    throw error
  }
}
