import type { FieldError } from '../errors'
import type { InputDef } from './types'

export type Parsed<T> = { value: T } | { errors: FieldError[] }

/** Ids as the portal makes them. */
export const isId = (raw: unknown): raw is string => typeof raw === 'string' && /^[0-9A-Za-z_-]{1,64}$/.test(raw)

export const fail = (field: string, code: string, params?: FieldError['params']): { errors: FieldError[] } => ({
  errors: [params === undefined ? { field, code } : { field, code, params }],
})

// Control characters except tab and line feed, and characters that only hide or turn the text around them.
const UNSEEN = /(?![\t\n])\p{Cc}|[\u200B\u202A-\u202E\u2060-\u2069\uFEFF]/gu

/** A text as it is kept: one kind of line end, no unseen characters, no blank edges. */
export const cleanText = (raw: string): string => raw.replace(/\r\n?/g, '\n').replace(UNSEEN, '').trim()

/** Length in code points: an emoji or a rare character counts once. */
export const codePoints = (text: string): number => [...text].length

/** Too few or too many of something countable. */
export const countError = (def: InputDef, count: number): { errors: FieldError[] } | undefined => {
  if (count < (def.minCount ?? 0)) return fail(def.key, 'tooFew', { min: def.minCount ?? 0 })
  return def.maxCount !== undefined && count > def.maxCount ? fail(def.key, 'tooMany', { max: def.maxCount }) : undefined
}
