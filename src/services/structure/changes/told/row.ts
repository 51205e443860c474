import type { RowChange } from '@/domain/package/diff'
import { isList, type ListSection, type Section } from '@/domain/package/sections'
import { t } from '@/i18n'
import { SLUG } from '@/slugs'
import { TABLE_OF } from '../../package/target'
import { definitionTold, type Teller, type Told } from '.'
import { plainTold, type Naming } from './plain'
import { saying } from './told'

type Row = Record<string, unknown>

/** Fields of a file that name a row of a section by its code. */
const NAMES: Record<string, ListSection> = {
  level: 'levels', parent: 'units', matterType: 'matterTypes', lead: 'posts', form: 'forms', workflow: 'workflows', units: 'units', post: 'posts', column: 'noticeColumns', boundTeams: 'teams', categories: 'categories',
  unit: 'units', lifeEvents: 'lifeEvents', counters: 'serviceCounters', onlineType: 'matterTypes', agentType: 'matterTypes',
  ownerTeam: 'teams', ownerUnit: 'units', reviews: 'roles',
}

/** What a row that is new says of itself besides its name: where it stands, and what it is for. */
const OF_NEW: Partial<Record<Section, readonly string[]>> = {
  calendarDays: ['kind', 'hours'], units: ['level', 'parent'], categories: ['parent', 'severity'], matterTypes: ['form', 'workflow'], sources: ['kind'], teams: ['kind'], roles: ['permissions'], ruleDocuments: ['number', 'audience'],
  notices: ['column'], serviceItems: ['lifeEvents', 'counters'], serviceCounters: ['unit', 'slotMinutes', 'capacity'],
}

/** The names that a row of a section refers to. */
const namingIn = (section: Section, { book }: Teller): Naming => (value, field) => {
  if (field === 'steps') return section === 'standardReplies' ? book.step(value) : undefined
  const of = field === 'parent' && section === 'categories' ? 'categories' : NAMES[field]
  return of ? book.name(of, value) : undefined
}

const tableOf = (section: Section): string | undefined => (isList(section) ? TABLE_OF[section] : section === 'limits' ? SLUG.limits : section === 'routing' ? SLUG.routing : undefined)

const changedTold = (section: Section, [before, after]: readonly [Row, Row], teller: Teller): Told[] => {
  const stored = (row: Row): Row => ({ ...row, definition: row, active: row.on })
  const defined = definitionTold({ table: tableOf(section) ?? '', before: stored(before), after: stored(after) }, teller)
  const naming = namingIn(section, teller)
  if (!defined) return plainTold({ before, after, teller, naming })
  return section === 'routines' ? [...plainTold({ before: { active: before.on }, after: { active: after.on }, teller, naming }), ...defined] : defined
}

const newTold = (section: Section, row: Row, teller: Teller): Told[] => {
  const fields = OF_NEW[section] ?? []
  const own = Object.fromEntries(fields.flatMap((field) => (row[field] === undefined ? [] : [[field, row[field]]])))
  return plainTold({ before: {}, after: own, teller, naming: namingIn(section, teller) }).map(({ label, after }) => ({ label, ...(after === undefined ? {} : { after }) }))
}

/** What a comparison of packages found of one row, as its editor would say it. Of a row that goes nothing but its name is told. */
export const rowTold = ({ section, kind, before, after }: Pick<RowChange, 'section' | 'kind' | 'before' | 'after'>, teller: Teller): Told[] => {
  if (kind === 'removed') return []
  if (kind === 'added') return newTold(section, after as Row, teller)
  const told = changedTold(section, [before as Row, after as Row], teller)
  return told.length > 0 ? told : [{ label: saying(teller)('touched', { what: t(teller.lang, 'packages.field.other') }) }]
}
