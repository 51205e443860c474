import type { Access, CollectionConfig } from 'payload'
import { accessAnd, holds, nobody, ownOffice, staff } from '../access'
import { fillOffice } from '../hooks/fillOffice'
import { forgetStructure } from '../hooks/forgetStructure'
import { keepBefore, keepRemoved, recordChange, recordRemoval } from '../hooks/recordChange'
import { keepNamedCode, refuseInUse } from '../hooks/refuseInUse'
import { takeReason } from '../hooks/takeReason'
import { uniqueCode } from '../hooks/uniqueCode'
import { hiddenFromEditors } from '../access/menu'
import { usesEndpoint } from '../services/structure/uses/endpoint'
import type { Slug } from '../slugs'
import { asked, idField, office, text } from './index'
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
  hidden?: NonNullable<CollectionConfig['admin']>['hidden']
  /** How what is written is seen before it is public. */
  livePreview?: NonNullable<CollectionConfig['admin']>['livePreview']
  /** Readable without a session: `read` then decides alone, and must let only published rows out. */
  publicRead?: boolean
}

const adminOf = ({ write, group, title, description, hidden = write ? false : hiddenFromEditors, columns, components, livePreview }: Args): CollectionConfig['admin'] => ({
  hideAPIURL: true,
  group,
  useAsTitle: title,
  description,
  hidden,
  ...(columns ? { defaultColumns: columns } : {}),
  ...(components ? { components } : {}),
  ...(livePreview ? { livePreview } : {}),
})

const readOf = ({ publicRead, read }: Args): Access => (publicRead ? (read ?? nobody) : accessAnd(read ?? staff, ownOffice))

const accessOf = (args: Args): CollectionConfig['access'] => {
  const write = args.write ?? holds('structure.edit')
  const writeOwn = accessAnd(write, ownOffice)
  return { read: readOf(args), create: write, update: writeOwn, delete: writeOwn, unlock: nobody, readVersions: args.readVersions ?? write }
}

const hooksOf = ({ hooks = {} }: Args): CollectionConfig['hooks'] => {
  const { beforeValidate = [], beforeChange = [], afterChange = [], beforeDelete = [], afterDelete = [] } = hooks
  return {
    ...hooks,
    beforeValidate: [takeReason, fillOffice, ...beforeValidate],
    beforeChange: [keepBefore, uniqueCode, keepNamedCode, ...beforeChange],
    // What a collection says about its own rows is more to the point: it is asked first.
    beforeDelete: [keepRemoved, ...beforeDelete, refuseInUse],
    afterChange: [...afterChange, recordChange, forgetStructure],
    afterDelete: [...afterDelete, recordRemoval, forgetStructure],
  }
}

const optionsOf = ({ slug, versions, endpoints, indexes, upload }: Args): Partial<CollectionConfig> => ({
  ...(versions ? { versions } : {}),
  endpoints: [...(endpoints || []), usesEndpoint(slug)],
  ...(indexes ? { indexes } : {}),
  ...(upload ? { upload } : {}),
})

/** Why a row is changed: goes into the record of the change, not into the row. */
export const changeReason = asked({ ...text('changeReason', '为什么改', { sidebar: true, help: '一句话，可以不写。记在“结构变更”里，以后的人看得懂。' }), maxLength: 500 } as CollectionConfig['fields'][number])

/** What every form of structure has beside its own fields: where the row is used, and why it is changed. Neither is stored in the row. */
const forEditors: CollectionConfig['fields'] = [
  { name: 'uses', type: 'ui', admin: { position: 'sidebar', components: { Field: '@/components/admin/Uses.client#Uses' } } },
  changeReason,
]

/**
 * A collection of structure that people edit: the office is filled in, codes are unique within it, every change is
 * recorded as a change set, what is referred to is not deleted, and the cached structure forgets what it knew.
 */
export const structure = (args: Args): CollectionConfig => ({
  slug: args.slug,
  labels: { singular: args.singular, plural: args.plural },
  admin: adminOf(args),
  access: accessOf(args),
  graphQL: names(args.slug),
  disableDuplicate: true,
  hooks: hooksOf(args),
  ...optionsOf(args),
  fields: [idField(), office(), ...args.fields, ...forEditors],
})
