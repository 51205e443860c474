import type { QueueFilters, QueueOwner } from '@/db/queue'
import { dayNumber, instantOf } from '@/domain/clocks/calendar'
import { normaliseText } from '@/domain/matter/text'
import type { Desk } from './desk'
import { tagId } from './names'
import type { QueueQuery } from './view'

const OWNER = /^(unit|team|person):(.+)$/

const ownerFilter = (owner: string, me: string): QueueOwner[] => {
  if (owner === 'nobody') return [{ kind: 'nobody' }]
  if (owner === 'me') return [{ kind: 'share', id: me }]
  const [, kind, id] = OWNER.exec(owner) ?? []
  return kind && id ? [{ kind: kind as 'unit' | 'team' | 'person', id }] : []
}

const listOf = <T>(values: readonly T[] | undefined): values is readonly T[] => values !== undefined && values.length > 0

const pathsOf = (ids: readonly string[], rows: Map<string, { path: string }>): string[] => ids.flatMap((id) => rows.get(id)?.path ?? [])

const places = ({ category, unit }: QueueQuery, { model }: Desk): QueueFilters => ({
  ...(listOf(category) ? { categoryPaths: pathsOf(category, model.categories.byId) } : {}),
  ...(unit ? { unitPaths: pathsOf([unit], model.units.byId) } : {}),
})

const states = ({ phase, step, source, clock, owner, tag }: QueueQuery, { viewer, model }: Desk): QueueFilters => ({
  ...(listOf(phase) ? { phases: phase } : {}),
  ...(listOf(step) ? { steps: step } : {}),
  ...(listOf(source) ? { sources: source } : {}),
  ...(listOf(clock) ? { clocks: clock } : {}),
  ...(listOf(owner) ? { owners: owner.flatMap((each) => ownerFilter(each, viewer.id)) } : {}),
  ...(listOf(tag) ? { tags: tag.flatMap((name) => tagId(model, name) ?? []) } : {}),
})

const dayStart = (day: string, plus: number, { model: { calendar } }: Desk): string =>
  new Date(instantOf({ day: dayNumber(day) + plus, minute: 0, calendar })).toISOString()

const dates = ({ from, to, closedOn }: QueueQuery, desk: Desk): QueueFilters => ({
  ...(from ? { receivedFrom: dayStart(from, 0, desk) } : {}),
  ...(to ? { receivedBelow: dayStart(to, 1, desk) } : {}),
  ...(closedOn ? { archivedFrom: dayStart(closedOn, 0, desk), archivedBelow: dayStart(closedOn, 1, desk), closed: true } : {}),
})

/** Most words of a search that are looked for; the rest of a pasted text says nothing more. */
const MAX_TERMS = 8

const terms = (text: string | undefined): string[] => normaliseText(text ?? '').split(' ').filter(Boolean).slice(0, MAX_TERMS)

/**
 * What a query of the page means in ids, paths and instants. Names and ids that are not of this office let nothing through.
 * Errors: `invalid` for a day that is none.
 */
export const filtersOf = (query: QueueQuery, desk: Desk): QueueFilters => {
  const words = terms(query.text)
  return {
    ...places(query, desk), ...states(query, desk), ...dates(query, desk),
    ...(words.length > 0 ? { terms: words } : {}),
    ...(query.returned ? { returned: true } : {}),
    ...(query.closed ? { closed: true } : {}),
  }
}
