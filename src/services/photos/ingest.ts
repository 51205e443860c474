import { encodePhoto, type Photo } from './encode'
import { scanUpload } from './clamd'

/**
 * The one way a picture comes in, whatever the door: looked at by the scanner where there is one, told by its content, decoded, turned upright and
 * encoded anew without anything of the file that was sent. Errors: those of `scanUpload` and `encodePhoto`; nothing is kept then.
 */
export const ingestPhoto = async (bytes: Buffer): Promise<Photo> => {
  await scanUpload(bytes)
  return encodePhoto(bytes)
}
