import type { Words } from '../domain/words'

/** The words of a localised field read below Payload (all languages at once), or of a plain text. */
export const wordsOf = (value: unknown): Words => {
  if (typeof value === 'string') return { zh: value }
  if (!value || typeof value !== 'object') return { zh: '' }
  const { zh, en } = value as Partial<Record<'zh' | 'en', unknown>>
  return { zh: typeof zh === 'string' ? zh : '', ...(typeof en === 'string' && en !== '' ? { en } : {}) }
}
