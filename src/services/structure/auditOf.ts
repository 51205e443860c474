import type { PayloadRequest } from 'payload'
import { findRow } from '@/db/rows'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import type { AuditEntry } from '@/services/audit/append'
import { SLUG, type Slug } from '@/slugs'

type Row = Record<string, unknown>

/** Parts of the office's own structure, whose names say nothing of anybody. What people write (notices, pages, pictures, entries) is told by code or id alone: nothing of the log is ever erased. */
const NAMED: ReadonlySet<string> = new Set<Slug>([
  SLUG.offices, SLUG.levels, SLUG.units, SLUG.categories, SLUG.types, SLUG.forms, SLUG.workflows, SLUG.limits, SLUG.routing, SLUG.sources, SLUG.teams, SLUG.posts, SLUG.roles, SLUG.columns, SLUG.registers, SLUG.routines,
])

export const isNamed = (collection: string): boolean => NAMED.has(collection)

/** Who may do what is asked for by itself: added, changed, taken away. */
const RIGHTS: Partial<Record<string, readonly [string, string, string]>> = {
  [SLUG.grants]: ['grant.given', 'grant.changed', 'grant.taken'],
  [SLUG.roles]: ['role.made', 'role.changed', 'role.removed'],
  [SLUG.users]: ['people.added', 'people.changed', 'people.removed'],
  [SLUG.memberships]: ['membership.given', 'membership.changed', 'membership.taken'],
}

export const isRight = (collection: string): boolean => RIGHTS[collection] !== undefined

const CODE = /^[\w.-]{1,64}$/

const codeOf = (row: Row | null): string | undefined => (typeof row?.code === 'string' && CODE.test(row.code) ? row.code : undefined)

const ended = (row: Row | null): boolean => typeof row?.until === 'string' && Date.parse(row.until) <= now()

/** A grant or a seat whose last day is set to be over is taken away, as one that is removed. */
const actionOf = (collection: string, before: Row | null, after: Row | null): string => {
  const rights = RIGHTS[collection]
  if (!rights) return 'structure.change'
  if (!before) return rights[0]
  return after === null || (ended(after) && !ended(before)) ? rights[2] : rights[1]
}

/** Whose right it is, and which; a role by its code. */
const rightOf = async (req: PayloadRequest, row: Row | null): Promise<Record<string, unknown>> => {
  const [person, role] = [idOf(row?.person), idOf(row?.role)]
  const code = role ? (await findRow(req, SLUG.roles, { where: { id: { equals: role } }, select: { code: true } }))?.code : undefined
  return { ...(person ? { person } : {}), ...(code ? { role: code } : {}) }
}

type Change = { collection: string; before: Row | null; after: Row | null; label: string }

/** A change of a row as the audit log tells it: which act it was, and its name as far as that is nobody's words. */
export const auditOfChange = async (req: PayloadRequest, { collection, before, after, label }: Change): Promise<Pick<AuditEntry, 'action' | 'detail'>> => {
  const code = codeOf(after ?? before)
  const named = isNamed(collection) && label !== '' ? { label } : {}
  const right = collection === SLUG.grants || collection === SLUG.memberships ? await rightOf(req, after ?? before) : {}
  return { action: actionOf(collection, before, after), detail: { ...named, ...(code ? { code } : {}), ...right } }
}
