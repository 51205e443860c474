import { DomainError } from '@/domain/errors'
import type { ImportKind } from '@/services/structure/importColumns'

/** The kind that an address names. Errors: `notFound`. */
export const kindOf = (given: string | undefined): ImportKind => {
  if (given !== 'categories' && given !== 'units') throw new DomainError('notFound')
  return given
}
