import type { Access, CollectionConfig } from 'payload'
import { accessAnd, holds, nobody, ownOffice, staff } from '../access'
import { fillOffice } from '../hooks/fillOffice'
import { forgetStructure } from '../hooks/forgetStructure'
import { recordChange, recordRemoval } from '../hooks/recordChange'
import { uniqueCode } from '../hooks/uniqueCode'
import type { Slug } from '../slugs'
import { idField, office } from './index'
import { names } from './serviceOnly'

type Args = {
  slug: Slug
  singular: string
  plural: string
  group: string
  title: string
  columns?: string[]
  description: string
  fields: CollectionConfig['fields']
  read?: Access
  write?: Access
  versions?: CollectionConfig['versions']
  readVersions?: Access
  hooks?: CollectionConfig['hooks']
  endpoints?: CollectionConfig['endpoints']
  indexes?: CollectionConfig['indexes']
  upload?: CollectionConfig['upload']
  components?: NonNullable<CollectionConfig['admin']>['components']
  hidden?: boolean
  /** Readable without a session: `read` then decides alone, and must let only published rows out. */
  publicRead?: boolean
}

/**
 * A collection of structure that people edit: the office is filled in, codes are unique within it, every change is
 * recorded as a change set, and the cached structure forgets what it knew.
 */
export const structure = (args: Args): CollectionConfig => {
  const write = args.write ?? holds('structure.edit')
  return {
    slug: args.slug,
    labels: { singular: args.singular, plural: args.plural },
    admin: {
      group: args.group,
      useAsTitle: args.title,
      description: args.description,
      hidden: args.hidden ?? false,
      ...(args.columns ? { defaultColumns: args.columns } : {}),
      ...(args.components ? { components: args.components } : {}),
    },
    access: {
      read: args.publicRead ? (args.read ?? nobody) : accessAnd(args.read ?? staff, ownOffice),
      create: write,
      update: accessAnd(write, ownOffice),
      delete: accessAnd(write, ownOffice),
      unlock: nobody,
      readVersions: args.readVersions ?? write,
    },
    graphQL: names(args.slug),
    disableDuplicate: true,
    hooks: {
      ...args.hooks,
      beforeValidate: [fillOffice, ...(args.hooks?.beforeValidate ?? [])],
      beforeChange: [uniqueCode, ...(args.hooks?.beforeChange ?? [])],
      afterChange: [...(args.hooks?.afterChange ?? []), recordChange, forgetStructure],
      afterDelete: [...(args.hooks?.afterDelete ?? []), recordRemoval, forgetStructure],
    },
    ...(args.versions ? { versions: args.versions } : {}),
    ...(args.endpoints ? { endpoints: args.endpoints } : {}),
    ...(args.indexes ? { indexes: args.indexes } : {}),
    ...(args.upload ? { upload: args.upload } : {}),
    fields: [idField(), office(), ...args.fields],
  }
}
