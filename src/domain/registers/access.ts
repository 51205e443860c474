import { grantsFor, isUnder, may } from '../access/decide'
import type { Grant, Permission, Viewer } from '../access/types'
import type { RegisterDef } from './types'

export type RegisterVerb = 'view' | 'edit'

/** What access to a register depends on. */
export type RegisterRights = Pick<RegisterDef, 'viewers' | 'editors'> & { office: string }

/** `team`: one whose work it is about, so that grants narrowed to just this team count, too. */
type Asked = { verb: RegisterVerb; register: RegisterRights; now: number; team?: string }

const PERMISSION: Record<RegisterVerb, Permission> = { view: 'register.view', edit: 'register.edit' }

const rolesOf = (verb: RegisterVerb, { viewers, editors }: RegisterRights): readonly string[] => (verb === 'view' ? viewers : editors)

/** The viewer with only those grants whose role the register names; all of them where it names none. */
const among = (viewer: Viewer, roles: readonly string[]): Viewer =>
  roles.length === 0 ? viewer : { ...viewer, grants: viewer.grants.filter(({ role }) => roles.includes(role)) }

/** Grants narrowed to a team or to categories are about matters: an entry has neither, so they reach none but what was given to that team. */
const isPlain = ({ team, categoryPaths }: Grant, given?: string): boolean => (team === undefined || team === given) && categoryPaths === undefined

const holdsOne = (viewer: Viewer, { verb, register, now }: Asked, path: string): boolean => {
  if (viewer.office !== register.office) return false
  const holder = among(viewer, rolesOf(verb, register))
  // What lies nowhere belongs to the whole office: anybody of its roles sees it, only who holds the whole office changes it.
  if (path === '' && verb === 'view') return grantsFor(holder, PERMISSION.view, now).some((grant) => isPlain(grant))
  return may(holder, PERMISSION[verb], { office: register.office, path, categoryPath: '', confidentiality: 'normal', teams: [], persons: [] }, now)
}

/**
 * The one decision on entries: permission ∧ a role the register names ∧ the unit's scope, all within one grant. Whoever may edit an entry sees it.
 * `path` is that of the entry's unit, "" where it has none; `now` is epoch milliseconds. Never true across offices.
 */
export const mayEntry = (viewer: Viewer, asked: Asked, path: string): boolean =>
  holdsOne(viewer, asked, path) || (asked.verb === 'view' && holdsOne(viewer, { ...asked, verb: 'edit' }, path))

/** Where a viewer sees or edits entries: everywhere, or below these paths; `unplaced` are entries without a unit. */
export type EntryReach = { all: true } | { all: false; paths: string[]; unplaced: boolean }

const pathsOf = (viewer: Viewer, { verb, register, now, team }: Asked): (string | undefined)[] =>
  viewer.office === register.office ? grantsFor(among(viewer, rolesOf(verb, register)), PERMISSION[verb], now).filter((grant) => isPlain(grant, team)).map(({ unitPath }) => unitPath) : []

/** The decision of `mayEntry` as a filter, for lists, counts, maps and files. */
export const entryReach = (viewer: Viewer, asked: Asked): EntryReach => {
  const given = pathsOf(viewer, asked)
  const all = asked.verb === 'view' ? [...given, ...pathsOf(viewer, { ...asked, verb: 'edit' })] : given
  if (all.includes(undefined)) return { all: true }
  const paths = [...new Set(all.filter((path): path is string => path?.endsWith('/') === true))]
  const outermost = paths.filter((path) => !paths.some((other) => other !== path && isUnder(path, other)))
  return { all: false, paths: outermost, unplaced: asked.verb === 'view' && given.length > 0 }
}

/** Whether a filter lets an entry through. */
export const reaches = (reach: EntryReach, path: string): boolean =>
  reach.all || (path === '' ? reach.unplaced : reach.paths.some((node) => isUnder(path, node)))

/** Whether there is anything at all to see or edit: for what menus show. */
export const reachesAny = (reach: EntryReach): boolean => reach.all || reach.unplaced || reach.paths.length > 0
