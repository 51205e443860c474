import { DomainError } from '@/domain/errors'
import { env } from '@/lib/env'

/** The bytes of an upload. Errors: `tooLarge`, before they are read. */
export const bytesOf = async (file: File): Promise<Buffer> => {
  const maxMB = env().MAX_PHOTO_MB
  if (file.size > maxMB * 1024 * 1024) throw new DomainError('tooLarge', { maxMB })
  return Buffer.from(await file.arrayBuffer())
}
