import type { Problem } from './problem'
import type { StructurePackage } from './schema'

type Node = { code: string; parent?: string | undefined }

/** No territory and no list of categories is deeper; a hostile file could be, and looking through it would take for ever. */
const DEEPEST = 64

/** Rows that are their own ancestor, named once each. */
const cycles = (path: string, rows: readonly Node[]): Problem[] => {
  const parents = new Map(rows.map((row) => [row.code, row.parent]))
  const climbsToItself = (start: string): boolean => {
    const seen = new Set<string>()
    let at = parents.get(start)
    while (at !== undefined && !seen.has(at) && seen.size < DEEPEST) {
      if (at === start) return true
      seen.add(at)
      at = parents.get(at)
    }
    return false
  }
  return rows.flatMap((row, i) =>
    climbsToItself(row.code) ? [{ path: `${path}/${i}/parent`, code: 'cycle' as const, params: { value: row.code } }] : [])
}

/** Units and categories form trees. */
export const treeProblems = (pkg: StructurePackage): Problem[] => [...cycles('/units', pkg.units), ...cycles('/categories', pkg.categories)]

/** A unit stands below its parent's level; a unit without a parent stands on the top level. */
export const levelProblems = (pkg: StructurePackage): Problem[] => {
  const order = new Map(pkg.levels.map((row) => [row.code, row.order]))
  const levelOf = new Map(pkg.units.map((row) => [row.code, row.level]))
  const top = Math.min(...order.values())
  return pkg.units.flatMap((row, i) => {
    const own = order.get(row.level)
    const above = row.parent === undefined ? top - 1 : order.get(levelOf.get(row.parent) ?? '')
    if (own === undefined || above === undefined) return []
    const fits = row.parent === undefined ? own === top : own > above
    return fits ? [] : [{ path: `/units/${i}/level`, code: 'levelOrder' as const, params: { value: row.code, level: row.level } }]
  })
}
