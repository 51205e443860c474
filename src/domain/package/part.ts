import { referencesOf } from './references'
import type { StructurePackage } from './schema'
import { keyOf, LISTS, namedBy, namerOf, rowName, rowsOf, type AnyRow, type ListSection, type RowName, type Section } from './sections'

/** Everything that rows name, and what that names in turn, with the rows themselves. */
export const closureOf = (pkg: StructurePackage, roots: Iterable<RowName>): Set<RowName> => {
  const needs = new Map<RowName, RowName[]>()
  for (const reference of referencesOf(pkg)) {
    const [from, to] = [namerOf(pkg, reference), namedBy(pkg, reference)]
    if (to) needs.set(from, [...(needs.get(from) ?? []), to])
  }
  const reached = new Set<RowName>(roots)
  // a set that grows while it is walked is walked to its end
  for (const name of reached) for (const next of needs.get(name) ?? []) reached.add(next)
  return reached
}

const everyRow = (pkg: StructurePackage): [ListSection, AnyRow][] => LISTS.flatMap((section) => rowsOf(pkg, section).map((row): [ListSection, AnyRow] => [section, row]))

const withRows = (pkg: StructurePackage, keep: ReadonlySet<RowName>): StructurePackage => {
  const lists = LISTS.map((section) => [section, rowsOf(pkg, section).filter((row) => keep.has(rowName(section, keyOf(row))))])
  return { ...pkg, ...Object.fromEntries(lists) }
}

const isClosed = (row: AnyRow): boolean => 'closed' in row && row.closed === true

/** Closed rows stay in a package only where something open still names them. */
export const withoutIdleClosed = (pkg: StructurePackage): StructurePackage => {
  const open = everyRow(pkg).filter(([, row]) => !isClosed(row)).map(([section, row]) => rowName(section, keyOf(row)))
  return withRows(pkg, closureOf(pkg, [...open, 'limits', 'routing']))
}

/** What is taken of a package: whole sections, or some rows of one by their keys. */
export type Chosen = Partial<Record<Section, 'all' | readonly string[]>>

const rootsOf = (pkg: StructurePackage, chosen: Chosen): RowName[] =>
  (Object.entries(chosen) as [Section, 'all' | readonly string[]][]).flatMap(([section, keys]) => {
    const list = LISTS.find((one) => one === section)
    if (!list) return [section]
    return rowsOf(pkg, list).map(keyOf).filter((key) => keys === 'all' || keys.includes(key)).map((key) => rowName(list, key))
  })

/**
 * A part of a package with everything it needs. It names what was chosen in `part`: an import changes that, and of the rest only adds what is
 * missing. The three separated roles come along always: no office is without them.
 */
export const partOf = (pkg: StructurePackage, chosen: Chosen): StructurePackage => {
  const roots = rootsOf(pkg, chosen)
  const separated = pkg.roles.filter((role) => role.exclusive).map((role) => rowName('roles', role.code))
  const needed = closureOf(pkg, [...roots, ...separated])
  // levels make sense together only: one that is missing leaves a gap
  const levels = [...needed].some((name) => name.startsWith('levels:')) ? pkg.levels.map(({ code }) => rowName('levels', code)) : []
  const whole = withRows(pkg, new Set([...needed, ...levels, ...closureOf(pkg, levels)]))
  return {
    ...whole,
    part: roots,
    limits: roots.includes('limits') ? pkg.limits : { ...pkg.limits, limits: [] },
    routing: roots.includes('routing') ? pkg.routing : { ...pkg.routing, rules: [] },
  }
}

/** Whether a file means to change a row, or holds it only because others need it. */
export const means = ({ part }: StructurePackage, name: RowName): boolean => part === undefined || part.includes(name)
