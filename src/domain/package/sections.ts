import type { CodeKind, Reference } from './references'
import type { StructurePackage } from './schema'

/** The lists of a package, in the order of the file. */
export const LISTS = [
  'calendarDays', 'levels', 'units', 'categories', 'matterTypes', 'forms', 'workflows', 'sources', 'teams', 'posts', 'roles', 'ruleDocuments', 'noticeColumns', 'notices', 'pages',
  'standardReplies', 'tags', 'registers', 'routines', 'lifeEvents', 'serviceCounters', 'serviceItems',
] as const
export type ListSection = (typeof LISTS)[number]

/** What a package holds once: the office's own settings, its working time, its limits and its rules of routing. */
export const SINGLES = ['office', 'calendar', 'limits', 'routing'] as const
export type SingleSection = (typeof SINGLES)[number]

/** Every part of a package that is chosen, compared and applied by itself, in the order people read them. */
export const SECTIONS = [
  'office', 'calendar', 'calendarDays', 'levels', 'units', 'categories', 'matterTypes', 'forms', 'workflows', 'limits', 'routing', 'sources', 'teams', 'posts', 'roles', 'registers', 'routines',
  'ruleDocuments', 'noticeColumns', 'notices', 'pages', 'lifeEvents', 'serviceCounters', 'serviceItems', 'standardReplies', 'tags',
] as const satisfies readonly (ListSection | SingleSection)[]
export type Section = (typeof SECTIONS)[number]

export const isList = (section: Section): section is ListSection => (LISTS as readonly string[]).includes(section)

export type AnyRow = StructurePackage[ListSection][number]

/** The rows of a list, whatever they are. */
export const rowsOf = (pkg: StructurePackage, section: ListSection): readonly AnyRow[] => pkg[section]

/** What a row is found by: its date for a day of the calendar, its code for anything else. */
export const keyOf = (row: AnyRow): string => ('date' in row ? row.date : row.code)

/** What a row is called. */
export const nameOf = (row: AnyRow) => ('name' in row ? row.name : row.title)

const OF_KIND: Record<Exclude<CodeKind, 'step' | 'question'>, ListSection> = {
  level: 'levels', unit: 'units', category: 'categories', matterType: 'matterTypes', form: 'forms', workflow: 'workflows', source: 'sources', team: 'teams', post: 'posts',
  ruleDocument: 'ruleDocuments', clause: 'ruleDocuments', noticeColumn: 'noticeColumns', register: 'registers', role: 'roles', lifeEvent: 'lifeEvents', serviceCounter: 'serviceCounters', page: 'pages',
}

/** A row of a package by its place in it: `units:jw-01`; a section held once by its name alone. */
export type RowName = string

export const rowName = (section: Section, key?: string): RowName => (key === undefined ? section : `${section}:${key}`)

/** The row that names another: the start of a reference. */
export const namerOf = (pkg: StructurePackage, { path }: Reference): RowName => {
  const [section = '', index = ''] = path.split('/').slice(1)
  if (!(LISTS as readonly string[]).includes(section)) return section
  const row = rowsOf(pkg, section as ListSection)[Number(index)]
  return row ? rowName(section as ListSection, keyOf(row)) : section
}

const holder = (pkg: StructurePackage, { kind, code }: Reference): RowName | undefined => {
  if (kind === 'step') return pkg.workflows.filter(({ steps }) => steps.some((step) => step.code === code)).map((flow) => rowName('workflows', flow.code))[0]
  const asks = pkg.forms.find(({ pages }) => pages.some(({ questions }) => questions.some(({ key }) => key === code)))
  return asks && rowName('forms', asks.code)
}

/** The row that is named: the end of a reference. Steps and questions lie in the first workflow or form that has them. */
export const namedBy = (pkg: StructurePackage, reference: Reference): RowName | undefined => {
  const { kind, code } = reference
  if (kind === 'step' || kind === 'question') return holder(pkg, reference)
  return rowName(OF_KIND[kind], kind === 'clause' ? (code.split('#')[0] ?? code) : code)
}
