import { DomainError } from '@/domain/errors'
import { DEFINITION_KINDS, type DefinitionKind } from '@/domain/package/definitions'

/** The kind of definition that an address names. Errors: `notFound`. */
export const kindOf = (given: string | undefined): DefinitionKind => {
  const kind = DEFINITION_KINDS.find((one) => one === given)
  if (!kind) throw new DomainError('notFound')
  return kind
}

/** Most bytes of a draft, its words in both languages. */
export const MAX_DRAFT = 1_100_000
