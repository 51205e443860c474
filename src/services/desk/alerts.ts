import { minuteIn } from '@/domain/clocks/dayIn'
import { DomainError } from '@/domain/errors'
import { alertState, type AlertState } from '@/domain/publishing/alert'
import { alertRows } from '@/services/publishing/alerts/row'
import type { Desk } from './desk'
import { fieldTime } from './noticeTimes'

const SHOWN = 30
const HOUR = 3_600_000
/** What most alerts are for; offered as one tap. */
const OFFERED = [2, 6, 12, 24, 48, 168]

export type AlertLine = { id: string; zh: string; en?: string; path?: string; from: string; until: string; untilField: string; state: AlertState; who: string; ended?: string }
export type AlertsView = { on: AlertLine[]; past: AlertLine[]; hours: readonly number[]; /** The latest that may be given, as the field shows it. */ latest: string; soonest: string }

/** What stands above the pages now, and what did. Errors: `notFound` for those who may put none out. */
export const alertsView = async (desk: Desk): Promise<AlertsView> => {
  if (!desk.holds('alert.publish')) throw new DomainError('notFound')
  const zone = desk.model.calendar.timeZone
  const lines = (await alertRows({ payload: desk.payload }, { office: desk.viewer.office, limit: SHOWN })).map((row): AlertLine => ({
    id: row.id, zh: row.zh, from: minuteIn(zone, row.from), until: minuteIn(zone, row.until), untilField: fieldTime(zone, row.until), state: alertState(row, desk.now), who: desk.model.people.get(row.startedBy ?? '')?.name ?? '',
    ...(row.en ? { en: row.en } : {}), ...(row.path ? { path: row.path } : {}), ...(row.endedAt ? { ended: minuteIn(zone, row.endedAt) } : {}),
  }))
  return { on: lines.filter(({ state }) => state !== 'over'), past: lines.filter(({ state }) => state === 'over'), hours: OFFERED, latest: fieldTime(zone, desk.now + 168 * HOUR), soonest: fieldTime(zone, desk.now) }
}

/** When an alert of so many hours is over, from now on; undefined when none of the offered were chosen. */
export const hoursFromNow = (desk: Pick<Desk, 'now'>, given: string): number | undefined => {
  const hours = OFFERED.find((each) => String(each) === given)
  return hours === undefined ? undefined : desk.now + hours * HOUR
}
