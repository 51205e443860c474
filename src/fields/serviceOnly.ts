import { APIError, type Access, type CollectionBeforeOperationHook, type CollectionConfig } from 'payload'
import { nobody } from '../access'
import type { Slug } from '../slugs'
import { idField, office } from './index'

const READS: readonly string[] = ['read', 'readDistinct', 'count', 'countVersions', 'autosave']

/**
 * Refuses every writing operation on every door of Payload, the Local API with `overrideAccess` included
 * (decisions.md 10). Services write these rows through `payload.db`, which runs no hooks.
 */
const refuseWrites: CollectionBeforeOperationHook = ({ operation, collection }) => {
  if (READS.includes(operation)) return
  throw new APIError(`${collection.slug}: ${operation} is refused here; services write these rows`, 405, undefined, true)
}

type Args = {
  slug: Slug
  singular: string
  plural: string
  group: string
  title?: string
  columns?: string[]
  fields: CollectionConfig['fields']
  read: Access
  hidden?: NonNullable<CollectionConfig['admin']>['hidden']
  indexes?: CollectionConfig['indexes']
  /** An office has one row. MongoDB takes no second index over the same field. */
  onePerOffice?: boolean
  description?: string
  components?: NonNullable<CollectionConfig['admin']>['components']
  hooks?: Pick<NonNullable<CollectionConfig['hooks']>, 'afterOperation'>
}

/** A collection that only services write: closed on every door but reading, which `read` decides. */
export const serviceOnly = (args: Args): CollectionConfig => ({
  slug: args.slug,
  labels: { singular: args.singular, plural: args.plural },
  admin: {
    group: args.group,
    useAsTitle: args.title ?? 'id',
    hidden: args.hidden ?? false,
    hideAPIURL: true,
    ...(args.columns ? { defaultColumns: args.columns } : {}),
    ...(args.description ? { description: args.description } : {}),
    ...(args.components ? { components: args.components } : {}),
  },
  access: { read: args.read, create: nobody, update: nobody, delete: nobody, unlock: nobody, readVersions: nobody },
  graphQL: { ...names(args.slug), disableMutations: true },
  hooks: { ...args.hooks, beforeOperation: [refuseWrites] },
  disableDuplicate: true,
  disableBulkEdit: true,
  lockDocuments: false,
  timestamps: true,
  fields: [idField(), office({ unique: args.onePerOffice ?? false }), ...args.fields],
  ...(args.indexes ? { indexes: args.indexes } : {}),
})

const pascal = (slug: string) => slug.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')

/** GraphQL names from the slug: Payload would make them from the Chinese labels. */
export const names = (slug: string) => ({ singularName: `${pascal(slug)}Item`, pluralName: pascal(slug) })
