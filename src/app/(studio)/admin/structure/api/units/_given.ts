/** Lists and words out of a request's body; whatever is not one is left out. */
export const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [])

export const isRow = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

export const wordsIn = (value: unknown): { zh: string; en?: string } => {
  const { zh, en } = isRow(value) ? value : {}
  return { zh: typeof zh === 'string' ? zh.trim() : '', ...(typeof en === 'string' && en.trim() ? { en: en.trim() } : {}) }
}
