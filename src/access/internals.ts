import type { Access, CollectionBeforeChangeHook, SanitizedConfig } from 'payload'
import { mayAnywhere } from '../domain/access/decide'
import type { Permission } from '../domain/access/types'
import { now } from '../lib/clock'
import { SLUG } from '../slugs'
import { viewerOf } from './viewer'

/** Who works in the admin, and so needs to know what others have open there. */
const EDITS: readonly Permission[] = ['structure.edit', 'content.edit', 'rules.edit', 'people.edit', 'grants.edit', 'settings.edit']

const editors: Access = async ({ req }) => {
  const viewer = await viewerOf(req)
  return viewer !== null && EDITS.some((permission) => mayAnywhere(viewer, permission, now()))
}

/** A document is held open by whoever says so, and by nobody else in their name. */
const inOwnName: CollectionBeforeChangeHook = ({ data, req }) =>
  req.user ? { ...data, user: { relationTo: SLUG.users, value: req.user.id } } : data

/**
 * Payload's own collection of documents that are open in the admin lets every account lock and unlock anything, in anybody's name.
 * It is for those who edit something there. What was migrated when is for nobody.
 */
export const closeInternals = (config: SanitizedConfig): SanitizedConfig => {
  const migrations = config.collections.find(({ slug }) => slug === 'payload-migrations')
  if (migrations) Object.assign(migrations.access, { create: () => false, read: () => false, update: () => false, delete: () => false })
  const locks = config.collections.find(({ slug }) => slug === 'payload-locked-documents')
  if (!locks) return config
  Object.assign(locks.access, { create: editors, read: editors, update: editors, delete: editors })
  locks.hooks.beforeChange.push(inOwnName)
  return config
}
