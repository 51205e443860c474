'use client'

/** Longest side that is worth sending, in pixels: the server keeps no more. */
const MAX_SIDE = 2048
/** Smaller files are sent as they are. */
const SMALL_ENOUGH = 1_200_000

/** Width and height within the longest side. */
export const fitted = (width: number, height: number, most = MAX_SIDE): { width: number; height: number } => {
  const scale = Math.min(1, most / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

const toJpeg = (canvas: HTMLCanvasElement): Promise<Blob | null> => new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.86))

const jpegName = (name: string): string => `${name.replace(/\.\w+$/, '')}.jpg`

const draw = async (file: File): Promise<Blob | null> => {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const { width, height } = fitted(bitmap.width, bitmap.height)
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  return toJpeg(canvas)
}

/** A large photo made smaller before it is sent, without its position data; anything else, or a file that is no picture, as it is. */
export const shrinkPhoto = async (file: File): Promise<File> => {
  if (file.size <= SMALL_ENOUGH || !/^image\/(jpeg|png|webp)$/.test(file.type)) return file
  try {
    const blob = await draw(file)
    return blob && blob.size < file.size ? new File([blob], jpegName(file.name), { type: 'image/jpeg' }) : file
  } catch (error) {
    // The browser cannot read it; the server will say why it is refused.
    if (error instanceof DOMException) return file
    throw error
  }
}
