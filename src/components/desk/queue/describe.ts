import { instantOf } from '../time'
import type { Ref, QueueOptions, QueueQuery, QueueSort } from '../types'
import { dayWord } from '../time'
import type { Desk } from '../words'

/** Conditions that always stand in the sentence, and those that are added to it. */
export const FIXED_SLOTS = ['unit', 'phase', 'owner', 'source'] as const
export const EXTRA_SLOTS = ['category', 'clock', 'step', 'tag', 'dates', 'text', 'returned', 'closed', 'closedOn'] as const
export type ExtraSlot = (typeof EXTRA_SLOTS)[number]
export type SlotName = (typeof FIXED_SLOTS)[number] | ExtraSlot | 'sort'

export const DEFAULT_SORT: QueueSort = 'due'

type Voice = Pick<Desk, 'say' | 'now' | 'timeZone'>
type Told = { query: QueueQuery; options: QueueOptions; desk: Voice }

const FEW = 3

/** "受理、分流"; more than three: the first two and how many. */
const listed = (names: string[], { say }: Voice): string => {
  if (names.length <= FEW) return names.join(say('common.comma'))
  return say('queue.andMore', { names: names.slice(0, FEW - 1).join(say('common.comma')), n: names.length })
}

const nameIn = (known: Ref[], id: string, named: Record<string, string>): string => known.find((item) => item.id === id)?.name ?? named[id] ?? id

/** Name of an owner filter: `me`, `nobody`, `team:<id>` … */
export const ownerName = (owner: string, options: QueueOptions, { say }: Voice): string => {
  if (owner === 'me' || owner === 'nobody') return say(`queue.owner.${owner}`)
  const id = owner.slice(owner.indexOf(':') + 1)
  return nameIn(options.teams, id, { ...options.named, ...(options.named[owner] ? { [id]: options.named[owner] } : {}) })
}

const dayOf = (value: string, desk: Voice): string => dayWord(instantOf(value, 12, 0, desk.timeZone), desk)

const datesWord = ({ query, desk }: Told): string => {
  const day = (value: string) => dayOf(value, desk)
  if (query.from && query.to) return desk.say('queue.dates.both', { from: day(query.from), to: day(query.to) })
  if (query.from) return desk.say('queue.dates.from', { from: day(query.from) })
  return query.to ? desk.say('queue.dates.to', { to: day(query.to) }) : desk.say('queue.any.dates')
}

const WORDS: Record<SlotName, (told: Told) => string> = {
  unit: ({ query, options, desk }) => (query.unit ? options.named[query.unit] ?? query.unit : desk.say('queue.any.unit')),
  phase: ({ query, options, desk }) => listed((query.phase ?? []).map((code) => options.phases.find((phase) => phase.code === code)?.name ?? code), desk),
  owner: ({ query, options, desk }) => listed((query.owner ?? []).map((owner) => ownerName(owner, options, desk)), desk),
  source: ({ query, options, desk }) => listed((query.source ?? []).map((id) => nameIn(options.sources, id, options.named)), desk),
  category: ({ query, options, desk }) => listed((query.category ?? []).map((id) => nameIn(options.categories, id, options.named)), desk),
  clock: ({ query, desk }) => listed((query.clock ?? []).map((state) => desk.say(`queue.clock.${state}`)), desk),
  step: ({ query, options, desk }) => listed((query.step ?? []).map((code) => options.steps.find((step) => step.code === code)?.name ?? code), desk),
  tag: ({ query, desk }) => listed(query.tag ?? [], desk),
  dates: datesWord,
  text: ({ query, desk }) => (query.text ? desk.say('queue.quoted', { text: query.text }) : ''),
  returned: ({ desk }) => desk.say('queue.returned'),
  closed: ({ desk }) => desk.say('queue.closed'),
  closedOn: ({ query, desk }) => (query.closedOn ? dayOf(query.closedOn, desk) : ''),
  sort: ({ query, desk }) => desk.say(`queue.sort.${query.sort ?? DEFAULT_SORT}`),
}

/** What stands in a slot of the sentence: its values, or the word for "any". */
export const slotWord = (name: SlotName, told: Told): string => {
  const words = WORDS[name](told)
  return words || told.desk.say(name === 'returned' || name === 'closed' || name === 'sort' ? 'queue.any.text' : `queue.any.${name}`)
}

/** Whether a slot narrows the list. */
export const isSet = (name: SlotName, query: QueueQuery): boolean => {
  if (name === 'dates') return Boolean(query.from ?? query.to)
  if (name === 'sort') return Boolean(query.sort)
  const value = query[name]
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

/** The change that empties a slot. */
export const clearing = (name: SlotName): Partial<QueueQuery> => (name === 'dates' ? { from: undefined, to: undefined } : { [name]: undefined })
