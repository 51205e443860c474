import sharp from 'sharp'
import { DomainError } from '@/domain/errors'
import { pixelsOf, type Box } from '@/domain/photos/boxes'

export type Photo = { bytes: Buffer; mime: 'image/jpeg'; extension: 'jpg'; width: number; height: number }

/** Longest side kept, in pixels: enough to read a door plate, small enough for a phone. */
const MAX_SIDE = 2048
/** More pixels than any phone takes; a picture that claims more is a bomb. */
const MAX_PIXELS = 120_000_000

/** Nearly black: what is covered shows as covered. */
const COVER = 24

const startsWith = (bytes: Buffer, ...signature: number[]) => signature.every((value, index) => bytes[index] === value)

/** JPEG, PNG or WebP by its first bytes: names and declared types are whatever a sender says. */
const isPicture = (bytes: Buffer): boolean =>
  startsWith(bytes, 0xff, 0xd8, 0xff) ||
  startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ||
  (bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP')

/**
 * A photo with parts of it covered: the pixels are replaced, nothing of them is left to be brought back. Encoded anew, without metadata.
 * Errors: those of `encodePhoto`.
 */
export const coverPhoto = async (bytes: Buffer, boxes: readonly Box[]): Promise<Photo> => {
  const { data: pixels, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).rotate().removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  for (const box of boxes) {
    const { left, top, width, height } = pixelsOf(box, info)
    for (let row = top; row < top + height; row += 1) pixels.fill(COVER, (row * info.width + left) * info.channels, (row * info.width + left + width) * info.channels)
  }
  const { data, info: made } = await sharp(pixels, { raw: { width: info.width, height: info.height, channels: info.channels } }).jpeg({ quality: 82, mozjpeg: false }).toBuffer({ resolveWithObject: true })
  return { bytes: data, mime: 'image/jpeg', extension: 'jpg', width: made.width, height: made.height }
}

/**
 * Decodes a picture and encodes it anew as JPEG: turned upright, without any metadata, at most 2048 px a side. Nothing of the
 * original file is kept. Errors: `unsupportedFile` when it is no JPEG, PNG or WebP, or cannot be decoded. Fails closed.
 */
export const encodePhoto = async (bytes: Buffer): Promise<Photo> => {
  if (!isPicture(bytes)) throw new DomainError('unsupportedFile', { offered: ['JPEG', 'PNG', 'WebP'] })
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false })
      .rotate()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 82, mozjpeg: false })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, mime: 'image/jpeg', extension: 'jpg', width: info.width, height: info.height }
  } catch (error) {
    const refusal = new DomainError('unsupportedFile', { offered: ['JPEG', 'PNG', 'WebP'], broken: true })
    refusal.cause = error
    throw refusal
  }
}
