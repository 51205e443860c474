import type { PayloadRequest } from 'payload'
import { updateRowIf } from '@/db/rows'
import { dayNumber } from '@/domain/clocks/calendar'
import { readHolidayList, type ListedDay } from '@/domain/clocks/holidayList'
import { spansIn, spansText } from '@/domain/clocks/spans'
import { listChanges, type DayChange } from '@/domain/clocks/yearPlan'
import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/matter/text'
import { t } from '@/i18n'
import type { Desk } from '@/services/desk/desk'
import { writeBatch, type BatchChange } from '@/services/structure/batch'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { editing } from '@/services/structure/editing'
import { removeRow, removeRowIn, saveRow, storedRow, writeRow } from '@/services/structure/saveRow'
import { SLUG } from '@/slugs'
import { listedDays, type CalendarDayView } from './calendar'

/** The desk with the structure as it is after a change. */
export const anew = async (desk: Desk): Promise<Desk> => {
  forgetOfficeModel()
  return { ...desk, model: await needModel(desk.payload, desk.model.office.id) }
}

const dateOf = (value: unknown): string => {
  const date = typeof value === 'string' ? value : ''
  dayNumber(date)
  return date
}

const KINDS = ['plain', 'holiday', 'workday', 'part'] as const
const kindOf = (value: unknown): (typeof KINDS)[number] => {
  const kind = KINDS.find((one) => one === value)
  if (!kind) throw new DomainError('invalid', {}, [{ field: 'kind', code: 'notOffered' }])
  return kind
}

const lineOf = (value: unknown, most: number): string => (typeof value === 'string' ? cleanLine(value).slice(0, most) : '')

/** The hours of a day that is worked by its own, as they are kept. */
const hoursOf = (kind: (typeof KINDS)[number], value: unknown): string | null => {
  if (kind !== 'part') return null
  const spans = spansIn(typeof value === 'string' ? value : '')
  if (!spans) throw new DomainError('invalid', {}, [{ field: 'hours', code: 'malformed' }])
  return spansText(spans)
}

/**
 * Makes one day a holiday, a make-up working day, one with hours of its own (`part`, with `hours` as "09:00-12:00"), or again what its weekday is. Open limits are reckoned anew by a task. `seen`: when the
 * day's row was read. Errors: `invalid`, `notAllowed`, `conflict`.
 */
export const setDay = async (desk: Desk, raw: Record<string, unknown>): Promise<void> => {
  const [date, kind] = [dateOf(raw.date), kindOf(raw.kind)]
  const row = (await listedDays(desk)).find((day) => day.date === date)
  if (kind === 'plain') {
    if (row) await removeRow(desk, { slug: SLUG.calendarDays, id: row.id, reason: raw.reason })
    return
  }
  const name = { zh: lineOf(raw.name, 60), ...(row?.name.en && row.name.zh === lineOf(raw.name, 60) ? { en: row.name.en } : {}) }
  await saveRow(desk, { slug: SLUG.calendarDays, id: row?.id, data: { date, kind: kind === 'part' ? 'workday' : kind, name, hours: hoursOf(kind, raw.hours) }, reason: raw.reason, ...(typeof raw.seen === 'string' ? { seen: raw.seen } : {}) })
}

const rowFor = (rows: readonly CalendarDayView[], date: string): CalendarDayView | undefined => rows.find((day) => day.date === date)

const applyDay = async (req: PayloadRequest, { date, is }: DayChange, row: CalendarDayView | undefined): Promise<BatchChange[]> => {
  const slug = SLUG.calendarDays
  const before = row ? await storedRow(req, slug, row.id) : null
  if (!is) {
    if (!row) return []
    await removeRowIn(req, slug, row.id)
    return [{ collection: slug, target: row.id, before, after: null }]
  }
  const target = await writeRow(req, { slug, id: row?.id, data: { date, kind: is.kind, name: { zh: is.name ?? '' }, hours: is.hours ? spansText(is.hours) : null } })
  return [{ collection: slug, target, before, after: await storedRow(req, slug, target) }]
}

const coverYear = async (req: PayloadRequest, desk: Desk, year: number): Promise<BatchChange[]> => {
  const { office, calendar } = desk.model
  if (calendar.coveredYears.includes(year)) return []
  const before = await storedRow(req, SLUG.offices, office.id)
  // Who keeps the calendar says which years it has: a part of the settings that goes with the list.
  await updateRowIf(req, SLUG.offices, { id: { equals: office.id } }, { calendarYears: [...calendar.coveredYears, year].sort((a, b) => a - b) })
  return [{ collection: SLUG.offices, target: office.id, before, after: await storedRow(req, SLUG.offices, office.id) }]
}

const plainDays = (days: readonly CalendarDayView[]): ListedDay[] => days.map(({ date, kind, name, hours }) => ({ date, kind, ...(name.zh ? { name: name.zh } : {}), ...(hours ? { hours } : {}) }))

const listFrom = ({ lang }: Desk, text: string, year: number): ListedDay[] => {
  const { days, problems } = readHolidayList(text, year)
  const said = problems.slice(0, 50).map(({ line, code, text: what }) => ({ path: String(line), text: t(lang, 'studioLimits.import.problemAt', { line, what: t(lang, `studioLimits.problem.${code}`), text: what }) }))
  if (said.length > 0) throw new DomainError('invalid', { said })
  if (!days.some(({ date }) => date.startsWith(`${year}-`))) throw new DomainError('invalid', { said: [{ path: '', text: t(lang, 'studioLimits.import.noDays', { year }) }] })
  return days
}

/**
 * Puts a whole year's list in the place of what the year had: all of it as one change that is taken back as one, or nothing; the year then
 * counts as listed. Open limits are reckoned anew by one task. Returns how many days changed. Errors: `invalid` with `detail.said`, `notAllowed`.
 */
export const importYear = async (desk: Desk, { text, year, reason }: { text: unknown; year: unknown; reason: unknown }): Promise<number> => {
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 2000 || year > 2999) throw new DomainError('invalid', {}, [{ field: 'year', code: 'malformed' }])
  if (!desk.holds('structure.edit')) throw new DomainError('notAllowed')
  const list = listFrom(desk, typeof text === 'string' ? text.slice(0, 50_000) : '', year)
  const changed = await editing({ desk, reason, work: async (req) => {
    const rows = await listedDays({ req, model: desk.model })
    const changes: BatchChange[] = []
    req.context.quietStructure = true
    for (const change of listChanges(plainDays(rows), list, year)) changes.push(...(await applyDay(req, change, rowFor(rows, change.date))))
    const count = changes.length
    changes.push(...(await coverYear(req, desk, year)))
    if (changes.length > 0) await writeBatch(req, { office: desk.model.office.id, label: t('zh', 'studioLimits.import.label', { year: String(year) }), changes })
    return count
  } })
  forgetOfficeModel()
  return changed
}
