import type { Permission } from '@/domain/access/types'
import { CARRIED } from '../package/source'
import { kindOf } from '../package/rows'
import { SLUG } from '@/slugs'

const NEEDS: Record<string, readonly Permission[]> = {
  [SLUG.offices]: ['settings.edit'], [SLUG.roles]: ['grants.edit'], [SLUG.rules]: ['rules.edit'], [SLUG.columns]: ['content.edit'], [SLUG.notices]: ['content.edit', 'content.publish'],
  [SLUG.pages]: ['content.edit', 'content.publish'], [SLUG.memberships]: ['people.edit'], [SLUG.grants]: ['grants.edit'],
}

/** Tables that keep their rows with hooks of their own: a change is taken back through them. */
export const BY_HOOKS: readonly string[] = [SLUG.memberships, SLUG.grants]

const PLAIN: readonly string[] = [SLUG.offices, ...CARRIED]

/** Whether changes of a table can be taken back at all. Accounts cannot: a password or a locked door does not come back by a click. */
export const isUndoable = (table: string): boolean => PLAIN.includes(table) || BY_HOOKS.includes(table)

/** What somebody must hold to take back a change of a table: what the change itself needed. */
export const rightsFor = (table: string, publishes: boolean): readonly Permission[] =>
  NEEDS[table] ?? (kindOf(table) && publishes ? ['structure.edit', 'structure.publish'] : ['structure.edit'])
