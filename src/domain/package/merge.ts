import { means } from './part'
import type { StructurePackage } from './schema'
import { isList, keyOf, LISTS, rowName, rowsOf, SECTIONS, SINGLES, type AnyRow, type ListSection, type Section } from './sections'

export type MergeChoice = {
  /** Whether what the file lacks goes. A part of an office never removes anything. */
  remove: boolean
  /** Sections that stay as they are. */
  skip?: readonly Section[]
}

/** The three separated roles stay: an office is never without them. What is closed already is out of the way. */
const stays = (row: AnyRow): boolean => ('exclusive' in row && row.exclusive !== undefined) || ('closed' in row && row.closed === true)

const merged = (office: StructurePackage, file: StructurePackage, section: ListSection, remove: boolean): AnyRow[] => {
  const given = new Map(rowsOf(file, section).map((row) => [keyOf(row), row]))
  const kept = rowsOf(office, section).flatMap((row) => {
    const other = given.get(keyOf(row))
    if (other) return [means(file, rowName(section, keyOf(row))) ? other : row]
    return remove && !stays(row) ? [] : [row]
  })
  const there = new Set(rowsOf(office, section).map(keyOf))
  return [...kept, ...rowsOf(file, section).filter((row) => !there.has(keyOf(row)))]
}

const singles = (office: StructurePackage, file: StructurePackage, skip: readonly Section[]): Partial<StructurePackage> => {
  const taken = SINGLES.filter((section) => !skip.includes(section) && means(file, section))
  return {
    ...(taken.includes('office') ? { office: file.office } : {}),
    ...(taken.includes('calendar') ? { week: file.week, calendarYears: file.calendarYears } : {}),
    // their codes and names are the office's own
    ...(taken.includes('limits') ? { limits: { ...file.limits, code: office.limits.code } } : {}),
    ...(taken.includes('routing') ? { routing: { ...file.routing, code: office.routing.code } } : {}),
  }
}

/** One matter type at most is taken where nobody names one: the file's, where it means to change it. */
const oneListed = (office: StructurePackage, pkg: StructurePackage, file: StructurePackage): StructurePackage => {
  const listed = pkg.matterTypes.filter((row) => row.listed)
  if (listed.length < 2) return pkg
  const own = office.matterTypes.find((row) => row.listed)?.code
  const chosen = listed.find(({ code }) => code !== own && means(file, rowName('matterTypes', code)))?.code ?? own
  return { ...pkg, matterTypes: pkg.matterTypes.map((row) => ({ ...row, listed: row.code === chosen })) }
}

/**
 * The office as it would be with a file applied: rows of the same code are the file's, new ones are added, and what the file lacks stays or goes.
 * Rows keep their order; new ones come last.
 */
export const mergePackages = (office: StructurePackage, file: StructurePackage, { remove, skip = [] }: MergeChoice): StructurePackage => {
  const removes = remove && file.part === undefined
  const lists = LISTS.filter((section) => !skip.includes(section)).map((section) => [section, merged(office, file, section, removes)])
  return oneListed(office, { ...office, ...Object.fromEntries(lists), ...singles(office, file, skip) }, file)
}

/** Sections a file says anything about. */
export const sectionsIn = (file: StructurePackage): Section[] =>
  SECTIONS.filter((section) => (isList(section) ? rowsOf(file, section).length > 0 : means(file, section)))
