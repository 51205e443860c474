import type { Payload } from 'payload'
import type { Calendar, LimitSet } from '@/domain/clocks/types'
import type { RoutingSet } from '@/domain/routing/types'
import { SLUG, type Slug } from '@/slugs'
import { calendarOf } from './calendarOf'
import type { CalendarDayRow, CategoryRow, DraftRow, LevelRow, MembershipRow, OfficeRow, PersonRow, PostRow, SourceRow, TagRow, TeamRow, TypeRow, UnitRow, VersionRow } from './rows'

/** Rows found by id and by code, in the order of the table. */
export type Table<T> = { all: T[]; byId: Map<string, T>; byCode: Map<string, T> }

export type Current<T> = { version: string; number: number; definition: T }

export type OfficeModel = {
  office: OfficeRow
  levels: Table<LevelRow>
  units: Table<UnitRow>
  categories: Table<CategoryRow>
  types: Table<TypeRow>
  forms: Table<DraftRow>
  registers: Table<DraftRow>
  workflows: Table<DraftRow>
  sources: Table<SourceRow>
  teams: Table<TeamRow>
  posts: Table<PostRow>
  tags: Table<TagRow>
  memberships: MembershipRow[]
  people: Map<string, PersonRow>
  calendar: Calendar
  limits: Current<LimitSet> | null
  routing: Current<RoutingSet> | null
}

const table = <T extends { id: string; code: string }>(rows: T[]): Table<T> => ({
  all: rows,
  byId: new Map(rows.map((row) => [row.id, row])),
  byCode: new Map(rows.map((row) => [row.code, row])),
})

const byOrder = <T extends { order?: number | null; code: string }>(rows: T[]): T[] =>
  [...rows].sort((one, other) => (one.order ?? 0) - (other.order ?? 0) || (one.code < other.code ? -1 : 1))

const reader = (payload: Payload, office: string) => async <T>(collection: Slug): Promise<T[]> => {
  const found = await payload.db.find({ collection, where: { office: { equals: office } }, pagination: false, limit: 0, locale: 'all' })
  return found.docs as T[]
}

const currentOf = async <T>(payload: Payload, drafts: DraftRow[]): Promise<Current<T> | null> => {
  const id = drafts.find((draft) => draft.current)?.current
  if (!id) return null
  const version = await payload.db.findOne<VersionRow>({ collection: SLUG.definitions, where: { id: { equals: id } } })
  return version ? { version: version.id, number: version.number, definition: version.definition as T } : null
}

/** Reads all structure of an office (the only one when none is named). Null when there is none. */
export const loadOfficeModel = async (payload: Payload, officeId?: string): Promise<OfficeModel | null> => {
  const office = await payload.db.findOne<OfficeRow>({ collection: SLUG.offices, where: officeId ? { id: { equals: officeId } } : {}, locale: 'all' })
  if (!office) return null
  const rows = reader(payload, office.id)
  const days = await rows<CalendarDayRow>(SLUG.calendarDays)
  const people = await rows<PersonRow>(SLUG.users)
  return {
    office,
    levels: table(byOrder(await rows<LevelRow>(SLUG.levels))),
    units: table(byOrder(await rows<UnitRow>(SLUG.units))),
    categories: table(byOrder(await rows<CategoryRow>(SLUG.categories))),
    types: table(await rows<TypeRow>(SLUG.types)),
    forms: table(await rows<DraftRow>(SLUG.forms)),
    registers: table(await rows<DraftRow>(SLUG.registers)),
    workflows: table(await rows<DraftRow>(SLUG.workflows)),
    sources: table(await rows<SourceRow>(SLUG.sources)),
    teams: table(await rows<TeamRow>(SLUG.teams)),
    posts: table(await rows<PostRow>(SLUG.posts)),
    tags: table(await rows<TagRow>(SLUG.tags)),
    memberships: await rows<MembershipRow>(SLUG.memberships),
    people: new Map(people.map((person) => [person.id, person])),
    calendar: calendarOf(office, days),
    limits: await currentOf<LimitSet>(payload, await rows<DraftRow>(SLUG.limits)),
    routing: await currentOf<RoutingSet>(payload, await rows<DraftRow>(SLUG.routing)),
  }
}
