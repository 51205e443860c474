import { normaliseText } from '@/domain/matter/text'

/** One thing a search found: where it is, what it is called, the words around. */
export type Found = { path: string; title: string; excerpt?: string }

/** Whether a text holds every word looked for; the words of a query stand apart by spaces. `query` is normalised. */
export const holdsAll = (text: string, query: string): boolean => {
  const words = normaliseText(text)
  return query.split(' ').filter(Boolean).every((word) => words.includes(word))
}

const AROUND = 40

/** The part of a text around the first word looked for that stands in it; its beginning when none does. */
export const excerptOf = (text: string, query: string): string => {
  const words = query.split(' ').filter(Boolean)
  const lower = text.toLowerCase()
  const at = words.map((word) => lower.indexOf(word)).find((place) => place >= 0) ?? 0
  const from = Math.max(0, at - AROUND)
  const piece = text.slice(from, at + (words[0]?.length ?? 0) + AROUND * 2)
  return `${from > 0 ? '…' : ''}${piece}${from + piece.length < text.length ? '…' : ''}`
}

/** With an excerpt when there are words for one. */
export const foundOf = (path: string, title: string, text: string, query: string): Found => ({ path, title, ...(text ? { excerpt: excerptOf(text, query) } : {}) })
