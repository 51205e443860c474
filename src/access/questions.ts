import { APIError, type CollectionBeforeOperationHook, type CollectionConfig, type FlattenedField, type Payload } from 'payload'
import { SLUG } from '../slugs'
import { oddIn } from './oddQuestions'

/** Structure that every member of staff may read whole: one may ask through a relation to it. */
const OPEN: readonly string[] = [
  SLUG.offices, SLUG.levels, SLUG.units, SLUG.categories, SLUG.types, SLUG.sources, SLUG.tags, SLUG.teams, SLUG.posts, SLUG.columns,
]

/** Rows that belong to a matter are only found with it, so one may filter by what stands in the matter itself. */
const TO_ITS_MATTER = 'matter'

type Fields = readonly FlattenedField[]
type Asking = { payload: Payload; own: string; sorting: boolean }

const fieldsOf = (payload: Payload, slug: string): Fields => payload.collections[slug as keyof Payload['collections']]?.config.flattenedFields ?? []

/** Where a relation leads, if one may ask on from there; undefined when not. */
const beyond = (field: FlattenedField, { payload, own, sorting }: Asking): Fields | undefined => {
  if (!('relationTo' in field) || typeof field.relationTo !== 'string') return undefined
  const itsMatter = field.relationTo === SLUG.matters && field.name === TO_ITS_MATTER && own !== SLUG.matters
  // Payload checks the fields of a filter one by one, but not those of an order.
  return OPEN.includes(field.relationTo) || (itsMatter && !sorting) ? fieldsOf(payload, field.relationTo) : undefined
}

const isRelation = (field: FlattenedField): boolean => field.type === 'relationship' || field.type === 'upload' || field.type === 'join'

/** What is asked inside of these becomes a statement of Payload's own making, text by text; nobody needs to ask there. */
const isText = (field: FlattenedField): boolean => field.type === 'json' || field.type === 'richText'

/** Whether a path stays in rows that the asker may read whole. What is no field at all is left to Payload, which refuses it. */
const stays = (segments: readonly string[], fields: Fields, asking: Asking): boolean => {
  const [name, ...rest] = segments
  const field = fields.find((each) => each.name === name)
  if (!field || rest.length === 0) return true
  if ('flattenedFields' in field) return stays(rest, field.flattenedFields, asking)
  if (!isRelation(field)) return !isText(field)
  // The id of the row it points to, and for relations of several kinds their kind, stand in the row itself.
  if (rest.length === 1 && ['id', 'value', 'relationTo'].includes(rest[0] ?? '')) return true
  const there = beyond(field, asking)
  return there !== undefined && stays(rest, there, { ...asking, own: '' })
}

/** What residents wrote: a list of all that mention a name or a number would be a file on a person (domain.md §8). The desk's search leaves such out. */
const RESIDENTS_WORDS = ['text', 'title', 'address', 'answers']

const isResidentsWord = ([name = '', below = '']: readonly string[], slug: string): boolean =>
  (slug === SLUG.matters && RESIDENTS_WORDS.includes(name)) || (name === TO_ITS_MATTER && RESIDENTS_WORDS.includes(below))

const BRANCHES = ['and', 'or']

/** Every path that a filter asks about. */
const pathsOf = (where: unknown): string[] => {
  if (Array.isArray(where)) return where.flatMap(pathsOf)
  if (!where || typeof where !== 'object') return []
  return Object.entries(where).flatMap(([key, value]) => (BRANCHES.includes(key.toLowerCase()) ? pathsOf(value) : [key]))
}

const ordersOf = (sort: unknown): string[] => [sort ?? []].flat().flatMap((one) => String(one).split(',')).map((one) => one.trim().replace(/^-/, ''))

/** A version's own fields stand under `version`; the row they are versions of is read through its own door. */
const inVersion = (path: string): string => path.replace(/^version\./, '')

type Question = { where?: unknown; sort?: unknown; field?: unknown; overrideAccess?: boolean }

/**
 * Refuses filters and orders that look through a relation into rows the asker may not see: whether a row is found, and where it
 * stands in a list, tells what is in them. Payload itself asks only whether the other collection has some reader.
 */
export const refuseLookingThrough: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  const { where, sort, field, overrideAccess } = args as Question
  if (overrideAccess) return
  const odd = oddIn(args)
  if (odd) throw new APIError(`The question cannot be understood: ${odd}`, 400, undefined, true)
  const check = (sorting: boolean) => (path: string) => {
    const segments = inVersion(path).split(/\.|__/)
    const open = stays(segments, collection.flattenedFields, { payload: req.payload, own: collection.slug, sorting })
    if (!open || isResidentsWord(segments, collection.slug)) {
      throw new APIError(`The following path cannot be queried: ${path}`, 400, undefined, true)
    }
  }
  pathsOf(where).forEach(check(false))
  ordersOf(sort).forEach(check(true))
  ordersOf(field).forEach(check(true))
}

/** The collection with every question to it looked at first. */
export const guardQuestions = (config: CollectionConfig): CollectionConfig => ({
  ...config,
  hooks: { ...config.hooks, beforeOperation: [refuseLookingThrough, ...(config.hooks?.beforeOperation ?? [])] },
})
