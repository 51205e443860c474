/** A part of an address as it was meant; as it stands, where it stands for nothing. */
export const segmentOf = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (error instanceof URIError) return part
    throw error
  }
}
