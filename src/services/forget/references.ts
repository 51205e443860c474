import type { CollectionSlug, PayloadRequest } from 'payload'
import { deleteRows, findRows, updateRowIf, type RowChange } from '@/db/rows'
import type { RetentionMode } from '@/domain/privacy/retention'
import { eraseAttachments } from '@/services/photos/erase'
import { markOf } from '@/services/routines/rounds/photoMark'
import { SLUG } from '@/slugs'
import { iso } from '@/services/matters/row'

/** What one row is forgotten with: the id that others refer to, and when. Returns how many photos went. */
export type Forgetting = { req: PayloadRequest; target: string; at: number }
type Step = (forgetting: Forgetting) => Promise<number>

/** How a collection that refers to what is forgotten is treated, by field. A reference that is not listed here fails a test. */
export type Reference = { slug: CollectionSlug; field: string; steps: Record<RetentionMode, Step> }

const keep: Step = () => Promise.resolve(0)

const by = (field: string, target: string) => ({ [field]: { equals: target } })

const dropRows = (slug: CollectionSlug, field: string): Step => async ({ req, target }) => {
  await deleteRows(req, slug, by(field, target))
  return 0
}

const changeRows = <S extends CollectionSlug>(slug: S, field: string, change: (at: number) => RowChange<S>): Step => async ({ req, target, at }) => {
  for (const { id } of await findRows(req, slug, { where: by(field, target), sort: 'id' })) await updateRowIf(req, slug, { id: { equals: id } }, change(at))
  return 0
}

/** Found words of a check, and its photos: what was seen on the spot became the matter. */
const clearChecks = (field: string, change: RowChange<'round-checks'>): Step => async ({ req, target }) => {
  let photos = 0
  for (const { id } of await findRows(req, SLUG.checks, { where: by(field, target), sort: 'id' })) {
    photos += await eraseAttachments(req, { draft: { equals: markOf(id) } }, { drop: true })
    await updateRowIf(req, SLUG.checks, { id: { equals: id } }, { answers: null, note: null, ...change })
  }
  return photos
}

const dropChecks: Step = async (forgetting) => {
  const photos = await clearChecks('entry', {})(forgetting)
  await deleteRows(forgetting.req, SLUG.checks, by('entry', forgetting.target))
  return photos
}

const unlink = <S extends CollectionSlug>(slug: S, field: string): Reference['steps'] => ({ anonymise: keep, delete: changeRows(slug, field, () => ({ [field]: null }) as RowChange<S>) })
const dropped = (slug: CollectionSlug, field: string): Reference['steps'] => ({ anonymise: dropRows(slug, field), delete: dropRows(slug, field) })

const photosOf = (drop: boolean): Step => ({ req, target }) => eraseAttachments(req, by('matter', target), { drop })

/** Everything that refers to a matter. What goes first stands first. */
export const MATTER_REFERENCES: readonly Reference[] = [
  { slug: SLUG.contacts, field: 'matter', steps: dropped(SLUG.contacts, 'matter') },
  { slug: SLUG.outbox, field: 'matter', steps: dropped(SLUG.outbox, 'matter') },
  { slug: SLUG.legalHolds, field: 'matter', steps: dropped(SLUG.legalHolds, 'matter') },
  { slug: SLUG.attachments, field: 'matter', steps: { anonymise: photosOf(false), delete: photosOf(true) } },
  { slug: SLUG.texts, field: 'matter', steps: { anonymise: changeRows(SLUG.texts, 'matter', (at) => ({ text: null, key: null, erasedAt: iso(at) })), delete: dropRows(SLUG.texts, 'matter') } },
  { slug: SLUG.assignments, field: 'matter', steps: { anonymise: changeRows(SLUG.assignments, 'matter', () => ({ note: null })), delete: dropRows(SLUG.assignments, 'matter') } },
  { slug: SLUG.clocks, field: 'matter', steps: { anonymise: keep, delete: dropRows(SLUG.clocks, 'matter') } },
  { slug: SLUG.events, field: 'matter', steps: { anonymise: keep, delete: dropRows(SLUG.events, 'matter') } },
  { slug: SLUG.checks, field: 'matter', steps: { anonymise: clearChecks('matter', {}), delete: clearChecks('matter', { matter: null }) } },
  { slug: SLUG.runs, field: 'matter', steps: unlink(SLUG.runs, 'matter') },
  { slug: SLUG.matters, field: 'parent', steps: unlink(SLUG.matters, 'parent') },
  { slug: SLUG.matters, field: 'mergedInto', steps: unlink(SLUG.matters, 'mergedInto') },
]

/** Everything that refers to an entry of a register. */
export const ENTRY_REFERENCES: readonly Reference[] = [
  { slug: SLUG.legalHolds, field: 'entry', steps: dropped(SLUG.legalHolds, 'entry') },
  { slug: SLUG.checks, field: 'entry', steps: { anonymise: clearChecks('entry', {}), delete: dropChecks } },
  { slug: SLUG.matters, field: 'entry', steps: unlink(SLUG.matters, 'entry') },
]

/** Follows every reference, one after the other. Returns how many photos went. */
export const followReferences = async (references: readonly Reference[], mode: RetentionMode, forgetting: Forgetting): Promise<number> => {
  let photos = 0
  for (const { steps } of references) photos += await steps[mode](forgetting)
  return photos
}
