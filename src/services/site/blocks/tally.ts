import { findRows } from '@/db/rows'
import { dayNumber, instantOf } from '@/domain/clocks/calendar'
import { localDate } from '@/domain/clocks'
import { FEW } from '@/domain/privacy/few'
import { say } from '@/domain/words'
import { now } from '@/lib/clock'
import { iso } from '@/services/matters/row'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { walkTops } from '../content/grid'
import type { ChartRow, Here } from './types'

/** Plain numbers may be some minutes old. */
const KEPT_MS = 5 * 60_000
/** Rows a chart has at most: more bars are no picture any more. */
const MOST_BARS = 16

type Arrived = { path?: string | null; categoryPath?: string | null }
type Month = { from: number; until: number; rows: Arrived[] }

const kept = new WeakMap<OfficeModel, { at: number; month: Promise<Month> }>()

const monthStart = (model: OfficeModel, at: number): number => instantOf({ day: dayNumber(`${localDate(at, model.calendar).slice(0, 7)}-01`), minute: 0, calendar: model.calendar })

const read = async ({ payload, model }: Here): Promise<Month> => {
  const until = now()
  const from = monthStart(model, until)
  const rows = await findRows({ payload }, SLUG.matters, { where: { and: [{ office: { equals: model.office.id } }, { receivedAt: { greater_than_equal: iso(from) } }] }, select: { path: true, categoryPath: true } })
  return { from, until, rows }
}

const monthOf = (here: Here): Promise<Month> => {
  const known = kept.get(here.model)
  if (known && Math.abs(now() - known.at) < KEPT_MS) return known.month
  const month = read(here).catch((error: unknown) => {
    kept.delete(here.model)
    throw error
  })
  kept.set(here.model, { at: now(), month })
  return month
}

/** None and a few look the same from outside. */
const shown = (count: number): number | null => (count < FEW ? null : count)

type Group = { label: string; path: string }

const groupsOf = ({ model, lang }: Here, by: 'categories' | 'units'): Group[] => {
  const rows = by === 'units' ? walkTops(model) : model.categories.all.filter(({ parent, active }) => !parent && active !== false)
  return rows.slice(0, MOST_BARS).map(({ name, path }) => ({ label: say(name, lang), path }))
}

/** How many matters came in this month, by the highest categories or by the units the walk begins with. Nothing under 5; empty while all are. */
export const arrivedThisMonth = async (here: Here, by: 'categories' | 'units'): Promise<{ rows: ChartRow[]; from: number; until: number }> => {
  const { from, until, rows } = await monthOf(here)
  const field = by === 'units' ? 'path' : 'categoryPath'
  const counted = groupsOf(here, by).map(({ label, path }) => ({ label, value: shown(rows.filter((row) => row[field]?.startsWith(path) === true).length) }))
  return { rows: counted.some(({ value }) => value !== null) ? counted : [], from, until }
}
