import { queuePage } from '@/db/queue'
import { findRows } from '@/db/rows'
import { instantOf, isWorkday, localDay } from '@/domain/clocks/calendar'
import { SLUG } from '@/slugs'
import type { Desk } from './desk'
import { filtersOf } from './filters'
import type { FirstScreenVM } from './view'

const DAY = 86_400_000
const LOOK_BACK = 14
/** A day with more than this is not counted on the first screen: it is read from statistics. */
const MOST = 300

const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** The last working day before today, as a day number; none within two weeks of holidays. */
const lastWorkday = ({ now, model: { calendar } }: Desk): number | undefined => {
  const today = localDay(now, calendar)
  return Array.from({ length: LOOK_BACK }, (_, back) => today - 1 - back).find((day) => isWorkday(dateOf(day), calendar))
}

/** What was closed on the last working day, of what the person may see, and how much of it in time (按期结案率, domain.md §7). */
export const closedLately = async (desk: Desk): Promise<Pick<FirstScreenVM, 'closed'>> => {
  const day = lastWorkday(desk)
  if (day === undefined) return {}
  const closedOn = dateOf(day)
  const { payload, viewer, now, model: { calendar } } = desk
  const { rows, next } = await queuePage({ payload, viewer, now, filters: filtersOf({ closedOn }, desk), sort: 'received', limit: MOST })
  if (rows.length === 0 || next) return {}
  const clocks = await findRows({ payload }, SLUG.clocks, { where: { and: [{ matter: { in: rows.map(({ id }) => id) } }, { clock: { equals: 'resolve' } }] }, select: { matter: true, state: true } })
  return {
    closed: {
      day: instantOf({ day, minute: 12 * 60, calendar }), closed: rows.length, inTime: clocks.filter(({ state }) => state === 'met').length,
      href: `/desk/queue?closedOn=${closedOn}&sort=updated`,
    },
  }
}
