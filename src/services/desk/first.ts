import { queueCounts, queueDue, queuePage, queueTeams } from '@/db/queue'
import { instantOf, localDay } from '@/domain/clocks/calendar'
import { toLocal } from '@/domain/clocks/zone'
import type { Permission } from '@/domain/access/types'
import { PHASES, type Phase } from '@/domain/workflow/types'
import { wishes } from '@/services/setup/invite'
import { setupWaits } from '@/services/setup/state'
import type { Desk } from './desk'
import { filtersOf } from './filters'
import { rowVMs } from './rows'
import { closedLately } from './closed'
import { awaitedCount } from './rules'
import { withReturns, withWhyNobody } from './notes'
import type { FirstScreenVM, MatterRow, QueueQuery } from './view'

/** Unowned counts as a defect once a matter is past intake (domain.md §3 rule 6). */
export const PAST_INTAKE = PHASES.filter((phase) => phase !== 'intake' && phase !== 'archive')

/** Whose turn a phase is: nobody's own, but waited for by all who hold the right that leads out of it. */
const TURNS: [Phase, Permission][] = [['intake', 'matter.accept'], ['routing', 'matter.route'], ['supervision', 'matter.verify']]

/** The phases in which a person is waited for; empty for those who only handle what they are given. */
export const turnPhases = ({ holds }: Pick<Desk, 'holds'>): Phase[] => TURNS.flatMap(([phase, permission]) => (holds(permission) ? [phase] : []))

type Name = FirstScreenVM['tallies'][number]['key']

/** The lists of a person's first screen, in their order. */
const listsFor = (desk: Desk): Partial<Record<Name, QueueQuery>> => {
  const phase = turnPhases(desk)
  return {
    late: { clock: ['late'] },
    soon: { clock: ['soon'] },
    ...(phase.length > 0 ? { turn: { phase } } : {}),
    nobody: { owner: ['nobody'], phase: PAST_INTAKE },
    back: { returned: true },
    mine: { owner: ['me'] },
  }
}

const SHOWN = 5
const HOUR = 3_600_000

/** The address of a list: the view of the same name, with its conditions. */
const hrefOf = (name: Name, query: QueueQuery): string => {
  const found = new URLSearchParams({ view: name })
  for (const [key, value] of Object.entries(query)) for (const each of [value].flat()) found.append(key, each === true ? '1' : String(each))
  return `/desk/queue?${found.toString()}`
}

const question = (desk: Desk, query: QueueQuery) => ({ payload: desk.payload, viewer: desk.viewer, now: desk.now, filters: filtersOf(query, desk) })

const NOTED: Partial<Record<Name, (desk: Desk, rows: MatterRow[]) => Promise<MatterRow[]>>> = { back: withReturns, nobody: withWhyNobody }

const listOf = async (desk: Desk, name: Name, query: QueueQuery): Promise<MatterRow[]> => {
  const { rows } = await queuePage({ ...question(desk, query), sort: 'due', limit: SHOWN })
  const shown = await rowVMs(rows, desk)
  return NOTED[name]?.(desk, shown) ?? shown
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

/** Rights whose work is done in the structure editors. */
const ELSEWHERE: Permission[] = ['structure.view', 'content.edit', 'people.view', 'grants.view']

const GUIDE = '/admin/structure/setup'

/** Where the work of somebody stands who sees no matters, and what waits for them there. */
const elsewhere = async (desk: Desk): Promise<NonNullable<FirstScreenVM['elsewhere']>> => {
  if (setupWaits(desk)) return { href: GUIDE, what: 'setup' }
  const waiting = desk.holds('grants.edit') ? (await wishes(desk)).length : 0
  if (waiting > 0) return { href: `${GUIDE}#step-people`, what: 'wishes', n: waiting }
  if (desk.holds('audit.view')) return { href: '/desk/audit', what: 'audit' }
  return ELSEWHERE.some(desk.holds) ? { href: '/admin/structure', what: 'admin' } : { what: 'nothing' }
}

/** The first screen: what to look at first as counts and short lists, and the teams. Everything within what the person may see. */
export const firstScreen = async (desk: Desk): Promise<FirstScreenVM> => {
  const all = await queueCounts(question(desk, {}))
  const wanted = Object.entries(listsFor(desk)) as [Name, QueueQuery][]
  const counted = async (name: Name, query: QueueQuery): Promise<number> => (name === 'late' || name === 'soon' ? all[name] : (await queueCounts(question(desk, query))).all)
  const tallies = await Promise.all(wanted.map(async ([key, query]) => ({ key, count: await counted(key, query), href: hrefOf(key, query) })))
  const lists = await Promise.all(wanted.map(async ([name, query]) => [name, await listOf(desk, name, query)] as const))
  return {
    total: all.all,
    ...(desk.holds('matter.view') ? {} : { elsewhere: await elsewhere(desk) }),
    rules: await awaitedCount(desk),
    canAssign: desk.holds('matter.route') || desk.holds('matter.assign'),
    tallies,
    lists: Object.fromEntries(lists),
    teams: await teamsOf(desk),
    ...(await closedLately(desk)),
    dueToday: await dueToday(desk),
  }
}
