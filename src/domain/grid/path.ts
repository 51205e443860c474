import { DomainError } from '../errors'

/**
 * Paths are the ids from the top down to the unit itself, joined: "/a/b/". Ids, not codes, because codes may change.
 * All comparisons are of plain characters, as SQLite and MongoDB do them; ids keep to characters for which that holds.
 */
const ID = /^[0-9A-Za-z_-]+$/
const PATH = /^\/(?:[0-9A-Za-z_-]+\/)+$/

const assertPath = (path: string): void => {
  if (!PATH.test(path)) throw new DomainError('invalid', { reason: 'path' })
}

/** The path of a unit under a parent's path; without a parent it is a top unit. Throws `invalid` for an id with other characters. */
export const makePath = (parentPath: string | undefined, id: string): string => {
  if (!ID.test(id)) throw new DomainError('invalid', { reason: 'id' })
  if (parentPath !== undefined) assertPath(parentPath)
  return `${parentPath ?? '/'}${id}/`
}

/** Ids along a path, top first, its own last. */
export const pathIds = (path: string): string[] => path.split('/').filter(Boolean)

/** How deep a path lies: 1 for a top unit. */
export const pathDepth = (path: string): number => pathIds(path).length

/** Paths of all ancestors, top first, without its own. */
export const ancestorPaths = (path: string): string[] => {
  const ids = pathIds(path).slice(0, -1)
  return ids.map((_, i) => `/${ids.slice(0, i + 1).join('/')}/`)
}

/** Path of the parent, undefined for a top unit. */
export const parentPath = (path: string): string | undefined => ancestorPaths(path).at(-1)

/** Whether a path is the other one or lies below it. */
export const isWithin = (path: string, ancestor: string): boolean => path.startsWith(ancestor)

/**
 * Bounds of a subtree as one range scan: `path >= from and path < below` holds for the unit itself and all below it.
 * "0" is the character that follows "/". Throws `invalid` for anything that is no path.
 */
export const pathRange = (path: string): { from: string; below: string } => {
  assertPath(path)
  return { from: path, below: `${path.slice(0, -1)}0` }
}

/**
 * One path after its subtree's top went from `from` to `to`; paths outside the subtree stay as they are.
 * Throws `invalid` when the subtree would hang below itself.
 */
export const repathOne = (path: string, from: string, to: string): string => {
  assertPath(from)
  assertPath(to)
  if (to !== from && isWithin(to, from)) throw new DomainError('invalid', { reason: 'cycle' })
  return isWithin(path, from) ? to + path.slice(from.length) : path
}

/** Rows of a moved subtree with their new paths, in their order; rows outside it are left out. Throws as `repathOne`. */
export const repath = <Row extends { path: string }>(rows: Row[], from: string, to: string): Row[] =>
  rows.filter((row) => isWithin(row.path, from)).map((row) => ({ ...row, path: repathOne(row.path, from, to) }))
