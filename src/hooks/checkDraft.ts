import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { definitionProblems } from '../domain/package/definitionProblems'
import type { DefinitionKind } from '../domain/package/definitions'

const MAX_BYTES = 1_000_000

/** A draft must have the right shape to be kept; whether it may be published is asked again at publishing. */
export const checkDraft = (kind: DefinitionKind): CollectionBeforeChangeHook => ({ data, collection, req }) => {
  if (data.definition === undefined) return data
  const refuse = (message: string) => new ValidationError({ collection: collection.slug, errors: [{ path: 'definition', message }] }, req.t)
  if (JSON.stringify(data.definition).length > MAX_BYTES) throw refuse('草稿太大')
  const problems = definitionProblems(kind, data.definition)
  const first = problems[0]
  if (first) throw refuse(`${first.path}：${first.code}（共 ${problems.length} 处）`)
  return data
}
