import type { FieldError } from '../errors'
import type { InputDef } from './types'

export type Parsed<T> = { value: T } | { errors: FieldError[] }

/** Ids as the portal makes them. */
export const isId = (raw: unknown): raw is string => typeof raw === 'string' && /^[0-9A-Za-z_-]{1,64}$/.test(raw)

export const fail = (field: string, code: string, params?: FieldError['params']): { errors: FieldError[] } => ({
  errors: [params === undefined ? { field, code } : { field, code, params }],
})

/** Too few or too many of something countable. */
export const countError = (def: InputDef, count: number): { errors: FieldError[] } | undefined => {
  if (count < (def.minCount ?? 0)) return fail(def.key, 'tooFew', { min: def.minCount ?? 0 })
  return def.maxCount !== undefined && count > def.maxCount ? fail(def.key, 'tooMany', { max: def.maxCount }) : undefined
}
