import type { PayloadRequest } from 'payload'
import { isPermission, type Grant, type Permission, type Viewer } from '../domain/access/types'
import { idOf } from '../lib/idOf'
import { SLUG } from '../slugs'

type GrantRow = { role: string; unit?: string | null; team?: string | null; categories?: string[] | null; from?: string | null; until?: string | null }
type RoleRow = { id: string; code: string; permissions?: string[] | null }
type PathRow = { id: string; path: string }

const ms = (value?: string | null) => (value ? Date.parse(value) : undefined)

const byIds = async <T>(req: PayloadRequest, collection: typeof SLUG.roles | typeof SLUG.units | typeof SLUG.categories, ids: string[]): Promise<T[]> => {
  if (ids.length === 0) return []
  const found = await req.payload.db.find({ collection, where: { id: { in: ids } }, pagination: false, limit: 0, req })
  return found.docs as T[]
}

const present = (values: (string | null | undefined)[]): string[] => [...new Set(values.filter((value): value is string => Boolean(value)))]

type Held = { roles: ReadonlyMap<string, RoleRow>; units: ReadonlyMap<string, PathRow>; categories: ReadonlyMap<string, PathRow> }

const scopeOf = (row: GrantRow, categoryPaths: string[], { units }: Held): Pick<Grant, 'unitPath' | 'team' | 'categoryPaths'> => ({
  ...(row.unit ? { unitPath: units.get(row.unit)?.path } : {}),
  ...(row.team ? { team: row.team } : {}),
  ...(categoryPaths.length > 0 ? { categoryPaths } : {}),
})

// A grant whose role or scope is gone grants nothing: a missing scope must never widen into the whole office.
const grantOf = (row: GrantRow, held: Held): Grant[] => {
  const role = held.roles.get(row.role)
  if (!role || (row.unit && !held.units.has(row.unit))) return []
  const named = row.categories ?? []
  const paths = named.flatMap((id) => held.categories.get(id)?.path ?? [])
  if (named.length > 0 && paths.length === 0) return []
  const permissions = (role.permissions ?? []).filter((value): value is Permission => isPermission(value))
  return [{ role: role.code, permissions, ...scopeOf(row, paths, held), from: ms(row.from), until: ms(row.until) }]
}

const byId = <T extends { id: string }>(rows: T[]): Map<string, T> => new Map(rows.map((row) => [row.id, row]))

const resolve = async (req: PayloadRequest, rows: GrantRow[]): Promise<Grant[]> => {
  const held = {
    roles: byId(await byIds<RoleRow>(req, SLUG.roles, present(rows.map((row) => row.role)))),
    units: byId(await byIds<PathRow>(req, SLUG.units, present(rows.map((row) => row.unit)))),
    categories: byId(await byIds<PathRow>(req, SLUG.categories, present(rows.flatMap((row) => row.categories ?? [])))),
  }
  return rows.flatMap((row) => grantOf(row, held))
}

/** What a person holds, resolved from grants, roles and the paths of their scopes. */
export const loadViewer = async (req: PayloadRequest, person: { id: string; office: string }): Promise<Viewer> => {
  const found = await req.payload.db.find<GrantRow & { id: string }>({
    collection: SLUG.grants,
    where: { person: { equals: person.id } },
    pagination: false,
    limit: 0,
    req,
  })
  return { id: person.id, office: person.office, grants: await resolve(req, found.docs) }
}

const REMEMBERED = new WeakMap<object, Viewer>()

/** What was found out about a signed-in person in this request already: for the admin's menu, which cannot wait for an answer. */
export const rememberedViewer = (user: object | null | undefined): Viewer | undefined => (user ? REMEMBERED.get(user) : undefined)

const remember = async (user: object, found: Promise<Viewer | null>): Promise<Viewer | null> => {
  const viewer = await found
  if (viewer) REMEMBERED.set(user, viewer)
  return viewer
}

/**
 * The signed-in person as access sees them; null for nobody. Once per request: the promise is kept in `req.context`.
 * A person who must change the password, or is no longer active, holds nothing.
 */
export const viewerOf = (req: PayloadRequest): Promise<Viewer | null> => {
  const user = req.user
  if (!user || user.collection !== SLUG.users || user.active === false || user.mustChangePassword === true) return Promise.resolve(null)
  const known = req.context.viewer as { for: string; viewer: Promise<Viewer | null> } | undefined
  if (known?.for === user.id) return known.viewer
  const office = idOf(user.office)
  const viewer = remember(user, office ? loadViewer(req, { id: String(user.id), office }) : Promise.resolve(null))
  req.context.viewer = { for: user.id, viewer }
  return viewer
}
