import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { definitionShape } from '../domain/package/definitionProblems'
import type { DefinitionKind } from '../domain/package/definitions'
import { langOf } from '../lib/langOf'
import { issueWords } from '../services/structure/publishCheck'
import { t } from '../i18n'

const MAX_BYTES = 1_000_000

/** A draft must have the right shape to be kept. What stands in the way of publishing is shown beside it, and asked again at publishing. */
export const checkDraft = (kind: DefinitionKind): CollectionBeforeChangeHook => ({ data, collection, req }) => {
  if (data.definition === undefined) return data
  const refuse = (message: string) => new ValidationError({ collection: collection.slug, errors: [{ path: 'definition', message }] }, req.t)
  if (JSON.stringify(data.definition).length > MAX_BYTES) throw refuse(t(langOf(req), 'structure.lint.tooLarge'))
  const problems = definitionShape(kind, data.definition)
  if (problems.length > 0) throw refuse(issueWords(problems, langOf(req)))
  return data
}
