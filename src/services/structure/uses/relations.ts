import type { FlattenedBlock, FlattenedField, Payload, PayloadRequest } from 'payload'
import { countPointing, countPointingVersions } from '@/db/pointing'
import type { Slug } from '@/slugs'

/** A field that may point to rows of another collection: its path in a filter, and what the admin calls it. */
export type Relation = { path: string; label: string }

const labelOf = (field: FlattenedField): string => ('label' in field && typeof field.label === 'string' ? field.label : field.name)

const blocksOf = (field: FlattenedField, payload: Payload): FlattenedBlock[] => {
  if (field.type !== 'blocks') return []
  const named = (field.blockReferences ?? []).flatMap((block) => (typeof block === 'string' ? (payload.blocks[block as keyof Payload['blocks']] ?? []) : block))
  return [...field.blocks, ...(named as FlattenedBlock[])]
}

const pointsTo = (field: FlattenedField, target: string): 'plain' | 'mixed' | undefined => {
  if (field.type !== 'relationship' && field.type !== 'upload') return undefined
  if (Array.isArray(field.relationTo)) return field.relationTo.includes(target as never) ? 'mixed' : undefined
  return field.relationTo === target ? 'plain' : undefined
}

const below = (field: FlattenedField, payload: Payload): readonly FlattenedField[] =>
  'flattenedFields' in field ? field.flattenedFields : blocksOf(field, payload).flatMap(({ flattenedFields }) => flattenedFields)

const walk = (fields: readonly FlattenedField[], { payload, target, prefix }: { payload: Payload; target: string; prefix: string }): Relation[] =>
  fields.flatMap((field) => {
    const path = `${prefix}${field.name}`
    const kind = pointsTo(field, target)
    if (kind) return [{ path: kind === 'mixed' ? `${path}.value` : path, label: labelOf(field) }]
    return walk(below(field, payload), { payload, target, prefix: `${path}.` })
  })

/** Every field of a collection that may point to rows of `target`, arrays, groups and blocks included; each path once. */
export const relationsTo = (payload: Payload, collection: string, target: string): Relation[] => {
  const fields = payload.collections[collection as keyof Payload['collections']]?.config.flattenedFields ?? []
  const found = walk(fields, { payload, target, prefix: '' })
  return found.filter(({ path }, at) => found.findIndex((other) => other.path === path) === at)
}

/** Collections of Payload's own (open documents, preferences): their rows belong to the session, not to the office. */
const isOurs = (slug: string): slug is Slug => !slug.startsWith('payload-')

/** A place that points to a row, and how many rows do so. `field` is the admin's label, `as` a place that is no field of its own. */
export type Use = { collection: Slug; field?: string; as?: 'draft' | 'version' | 'staffing' | 'below' | 'labels'; count: number }

type Args = { req: PayloadRequest; collection: Slug; id: string; relation: Relation }

/** Rows whose newest draft points there, though what is published does not: kept as versions only. */
const inDrafts = async ({ req, collection, id, relation }: Args): Promise<number> => {
  const { versions } = req.payload.collections[collection].config
  if (!versions?.drafts) return 0
  return countPointingVersions({ req, collection, path: relation.path, id })
}

const countIn = async (args: Args): Promise<number> => {
  const { req, collection, id, relation } = args
  const count = await countPointing({ req, collection, path: relation.path, id })
  return count > 0 ? count : inDrafts(args)
}

/** How many rows point to a row, collection by collection and field by field; what points nowhere near it is left out. */
export const relationUses = async (req: PayloadRequest, target: Slug, id: string): Promise<Use[]> => {
  const uses: Use[] = []
  for (const collection of Object.keys(req.payload.collections).filter(isOurs)) {
    for (const relation of relationsTo(req.payload, collection, target)) {
      const count = await countIn({ req, collection, id, relation })
      if (count > 0) uses.push({ collection, field: relation.label, count })
    }
  }
  return uses
}
