import type { PayloadRequest } from 'payload'
import type { Calendar } from '@/domain/clocks/types'
import { idOf } from '@/lib/idOf'
import { needModel } from './cache'
import { calendarOf, ownHours } from './calendarOf'
import type { OfficeRow } from './rows'
import { gatherTask } from './tasks'

type Day = { date: string; kind: 'holiday' | 'workday'; hours?: string | null }
type Hours = Pick<OfficeRow, 'timeZone' | 'week'>

const moved = (before: Calendar, after: Calendar): boolean => JSON.stringify([before.timeZone, before.week]) !== JSON.stringify([after.timeZone, after.week])

const noted = async (req: PayloadRequest, office: string, before: Calendar): Promise<void> => gatherTask(req, { office, kind: 'reclock', input: { before } })

const told = (day?: Day): string => (day ? [day.date, day.kind, day.hours ?? ''].join(' ') : '')

const entry = (day?: Day): Calendar['exceptions'] => (day ? { [day.date]: { kind: day.kind, ...ownHours(day) } } : {})

const without = (exceptions: Calendar['exceptions'], date: string | undefined): Calendar['exceptions'] =>
  Object.fromEntries(Object.entries(exceptions).filter(([day]) => day !== date))

/**
 * A day was entered, changed or removed: open clocks are computed again by a task of this very transaction (decisions.md 8).
 * The calendar as it was is told from the day's former row, so that it does not matter how much of the change is seen already.
 */
export const dayChanged = async (req: PayloadRequest, { office, before, after }: { office: unknown; before?: Day; after?: Day }): Promise<void> => {
  const id = idOf(office)
  if (!id || told(before) === told(after)) return
  const { calendar } = await needModel(req, id)
  const others = without(without(calendar.exceptions, after?.date), before?.date)
  await noted(req, id, { ...calendar, exceptions: { ...others, ...entry(before) } })
}

/** The office's working hours or time zone were changed. */
export const hoursChanged = async (req: PayloadRequest, { office, before, after }: { office: string; before: Hours; after: Hours }): Promise<void> => {
  const plain = (hours: Hours) => calendarOf({ ...hours, calendarYears: [] }, [])
  if (!moved(plain(before), plain(after))) return
  const { calendar } = await needModel(req, office)
  const { timeZone, week } = plain(before)
  await noted(req, office, { ...calendar, timeZone, week })
}
