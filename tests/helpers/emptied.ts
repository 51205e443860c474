import type { CollectionSlug, Payload } from 'payload'
import { withTransaction } from '@/db/transaction'
import { forgetOfficeModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'

/** Rows that others name go last. */
const LAST: readonly string[] = [SLUG.matters, SLUG.entries, SLUG.users, SLUG.columns, SLUG.roles, SLUG.types, SLUG.categories, SLUG.units, SLUG.levels, SLUG.teams, SLUG.posts, SLUG.runs, SLUG.routines, SLUG.forms, SLUG.workflows, SLUG.registers, SLUG.limits, SLUG.routing, SLUG.definitions, SLUG.offices]

/** Takes everything out of a database, as it is before its first office. */
export const emptied = async (payload: Payload): Promise<void> => {
  const all = Object.values(SLUG) as CollectionSlug[]
  const order = [...all.filter((slug) => !LAST.includes(slug)), ...(LAST as CollectionSlug[])]
  await withTransaction(payload, async (req) => {
    for (const collection of order) {
      if (payload.collections[collection].config.versions) await payload.db.deleteVersions({ collection, where: {}, req })
      await payload.db.deleteMany({ collection, where: {}, req })
    }
  })
  forgetOfficeModel()
}
