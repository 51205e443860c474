import { queueCounts, queueDue, queuePage, queueTeams } from '@/db/queue'
import { instantOf, localDay } from '@/domain/clocks/calendar'
import { toLocal } from '@/domain/clocks/zone'
import { PHASES } from '@/domain/workflow/types'
import type { Desk } from './desk'
import { filtersOf } from './filters'
import { rowVMs } from './rows'
import type { FirstScreenVM, QueueQuery } from './view'

/** Unowned counts as a defect once a matter is past intake (domain.md §3 rule 6). */
export const PAST_INTAKE = PHASES.filter((phase) => phase !== 'intake' && phase !== 'archive')

const LISTS = {
  late: { clock: ['late'] },
  soon: { clock: ['soon'] },
  nobody: { owner: ['nobody'], phase: PAST_INTAKE },
  back: { returned: true },
  mine: { owner: ['me'] },
} satisfies Record<string, QueueQuery>

type Name = keyof typeof LISTS
const NAMES = Object.keys(LISTS) as Name[]

const SHOWN = 5
const HOUR = 3_600_000

/** The address of a list: the view of the same name, with its conditions. */
const hrefOf = (name: Name): string => {
  const found = new URLSearchParams({ view: name })
  for (const [key, value] of Object.entries(LISTS[name])) for (const each of [value].flat()) found.append(key, each === true ? '1' : String(each))
  return `/desk/queue?${found.toString()}`
}

const question = (desk: Desk, query: QueueQuery) => ({ payload: desk.payload, viewer: desk.viewer, now: desk.now, filters: filtersOf(query, desk) })

const listOf = async (desk: Desk, name: Name) => {
  const { rows } = await queuePage({ ...question(desk, LISTS[name]), sort: 'due', limit: SHOWN })
  return rowVMs(rows, desk)
}

const teamsOf = async (desk: Desk): Promise<FirstScreenVM['teams']> => {
  const counted = new Map((await queueTeams(question(desk, {}))).map((row) => [row.team, row]))
  return desk.model.teams.all.filter((team) => team.active !== false || counted.has(team.id)).map(({ id, name }) => {
    const { open = 0, soon = 0, late = 0 } = counted.get(id) ?? {}
    return { id, name: desk.say(name), href: `/desk/queue?owner=team%3A${id}`, open, soon, late }
  })
}

/** Running clocks that end between now and midnight, by local hour. */
const dueToday = async (desk: Desk): Promise<FirstScreenVM['dueToday']> => {
  const { now, model: { calendar } } = desk
  const below = instantOf({ day: localDay(now, calendar) + 1, minute: 0, calendar })
  const due = await queueDue({ ...question(desk, {}), from: new Date(now).toISOString(), below: new Date(below).toISOString() })
  const hours = new Map<number, number>()
  for (const text of due) {
    const hour = new Date(toLocal(calendar.timeZone, Date.parse(text))).getUTCHours()
    hours.set(hour, (hours.get(hour) ?? 0) + 1)
  }
  const first = new Date(Math.floor(toLocal(calendar.timeZone, now) / HOUR) * HOUR).getUTCHours()
  return Array.from({ length: 24 - first }, (_, at) => ({ hour: first + at, count: hours.get(first + at) ?? 0 }))
}

/** The first screen: five counts, five short lists, the teams. Everything within what the person may see. */
export const firstScreen = async (desk: Desk): Promise<FirstScreenVM> => {
  const all = await queueCounts(question(desk, {}))
  const counted = async (name: Name): Promise<number> => (name === 'late' || name === 'soon' ? all[name] : (await queueCounts(question(desk, LISTS[name]))).all)
  const counts = await Promise.all(NAMES.map(async (name): Promise<[Name, number]> => [name, await counted(name)]))
  const lists = await Promise.all(NAMES.map(async (name) => [name, await listOf(desk, name)] as const))
  return {
    total: all.all,
    tallies: counts.map(([key, count]) => ({ key, count, href: hrefOf(key) })),
    lists: Object.fromEntries(lists) as FirstScreenVM['lists'],
    teams: await teamsOf(desk),
    dueToday: await dueToday(desk),
  }
}
