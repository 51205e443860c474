import { asDomainError, newReference } from '@/services/http'

/** What a plain form is sent back with: the faults of its fields by name, else what went wrong as a whole. */
export const formFault = (error: unknown): Record<string, string> => {
  const known = asDomainError(error, newReference())
  return known.fields.length === 0 ? { fault: known.code } : Object.fromEntries(known.fields.map(({ field, code }) => [field, code]))
}
