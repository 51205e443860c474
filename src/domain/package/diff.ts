import { canonical } from '../canonical'
import type { StructurePackage } from './schema'
import { isList, keyOf, rowsOf, SECTIONS, type AnyRow, type ListSection, type Section } from './sections'

/** One value that differs. `path` leads to it; rows of lists stand in it by their code, not by their place. */
export type ValueChange = { path: string[]; before?: unknown; after?: unknown }

export type RowChange = { section: Section; key: string; kind: 'added' | 'changed' | 'removed'; before?: unknown; after?: unknown; values: ValueChange[] }

type Json = Record<string, unknown>

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What rows inside a definition go by. */
const nameIn = (value: unknown): string | undefined => {
  if (!isRecord(value)) return undefined
  const name = value.code ?? value.key
  return typeof name === 'string' ? name : undefined
}

const isNamedList = (value: unknown): value is Json[] => Array.isArray(value) && value.length > 0 && value.every((item) => nameIn(item) !== undefined)

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Rows by what they go by, whatever their order; the order itself is told apart. */
const namedLists = (before: unknown, after: unknown, path: string[]): ValueChange[] => {
  const [old, fresh] = [before, after].map((list) => new Map(listOf(list).map((item) => [nameIn(item) ?? '', item]))) as [Map<string, unknown>, Map<string, unknown>]
  const rows = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name) => valueChanges(old.get(name), fresh.get(name), [...path, name]))
  const [one, other] = [[...old.keys()].filter((name) => fresh.has(name)), [...fresh.keys()].filter((name) => old.has(name))]
  return one.join(' ') === other.join(' ') ? rows : [...rows, { path: [...path, '#order'], before: one, after: other }]
}

const records = (before: Json, after: Json, path: string[]): ValueChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => valueChanges(before[key], after[key], [...path, key]))

const places = (before: unknown[], after: unknown[], path: string[]): ValueChange[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, at) => at).flatMap((at) => valueChanges(before[at], after[at], [...path, String(at + 1)]))

const holdsObjects = (list: unknown[]): boolean => list.some((item) => typeof item === 'object' && item !== null)

const comparedByPlace = (before: unknown, after: unknown): boolean =>
  Array.isArray(before) && Array.isArray(after) && (holdsObjects(before) || holdsObjects(after)) && !isPositions(before)

const oneValue = (path: string[], before: unknown, after: unknown): ValueChange => ({ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) })

/** Values that differ between two JSON values; nothing when they say the same. A list of plain values is one value. */
export const valueChanges = (before: unknown, after: unknown, path: string[] = []): ValueChange[] => {
  if (canonical(before) === canonical(after)) return []
  if (isRecord(before) && isRecord(after)) return records(before, after, path)
  if (isNamedList(before) && isNamedList(after)) return namedLists(before, after, path)
  if (comparedByPlace(before, after)) return places(listOf(before), listOf(after), path)
  return [oneValue(path, before, after)]
}

/** Boundaries are one value: nobody reads positions one by one. */
const isPositions = (list: unknown[]): boolean => Array.isArray(list[0])

const listChanges = (from: StructurePackage, to: StructurePackage, section: ListSection): RowChange[] => {
  const [old, fresh] = [from, to].map((pkg) => new Map(rowsOf(pkg, section).map((row): [string, AnyRow] => [keyOf(row), row]))) as [Map<string, AnyRow>, Map<string, AnyRow>]
  const removed = [...old].filter(([key]) => !fresh.has(key)).map(([key, before]): RowChange => ({ section, key, kind: 'removed', before, values: [] }))
  const others = [...fresh].flatMap(([key, after]): RowChange[] => {
    const before = old.get(key)
    if (!before) return [{ section, key, kind: 'added', after, values: [] }]
    const values = valueChanges(before, after)
    return values.length > 0 ? [{ section, key, kind: 'changed', before, after, values }] : []
  })
  return [...others, ...removed]
}

/** What a package holds once, as one value each. */
export const singleOf = (pkg: StructurePackage, section: Exclude<Section, ListSection>): unknown => {
  if (section === 'calendar') return { week: pkg.week, calendarYears: pkg.calendarYears }
  return section === 'office' ? pkg.office : pkg[section]
}

const singleChange = (from: StructurePackage, to: StructurePackage, section: Exclude<Section, ListSection>): RowChange[] => {
  const [before, after] = [singleOf(from, section), singleOf(to, section)]
  const values = valueChanges(before, after)
  return values.length > 0 ? [{ section, key: section, kind: 'changed', before, after, values }] : []
}

/** Everything that differs between two packages, section by section; the order of rows within a section is not looked at. */
export const packageChanges = (from: StructurePackage, to: StructurePackage): RowChange[] =>
  SECTIONS.flatMap((section) => (isList(section) ? listChanges(from, to, section) : singleChange(from, to, section)))
