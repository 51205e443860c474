'use client'

import { useRef, useState, type KeyboardEvent } from 'react'
import { dateText, dayNumber, type DayKind } from '../../../../domain/clocks/calendar'
import type { PlanDay, PlanMonth } from '../../../../domain/clocks/yearPlan'
import type { Lang } from '../../../../domain/words'
import type { Say } from '../labels'
import { dayAndMonth, monthName } from '../times'

const LOOKS: Record<DayKind, string> = { workday: '', dayOff: 'd-off', holiday: 'd-hol', makeUp: 'd-make', partDay: 'd-part' }
const WHAT = { workday: 'year.work', dayOff: 'year.off', holiday: 'year.holiday', makeUp: 'year.makeUp', partDay: 'year.partDay' } as const satisfies Record<DayKind, string>
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/** How far an arrow key walks, in days. */
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 }

export const weekdayName = (weekday: number, say: Say): string => say(`year.wn${(weekday as (typeof WEEK)[number])}`)

/** A day with its weekday and what it is, for those who hear the page. */
export const dayName = ({ date, weekday, kind, name, hours }: PlanDay, say: Say, lang: Lang): string => {
  const what = hours ? say('year.hours', { what: say(WHAT[kind]), hours }) : say(WHAT[kind])
  return say(name ? 'year.dayNamed' : 'year.dayName', { date: dayAndMonth(date, lang), weekday: weekdayName(weekday, say), what, name: name ?? '' })
}

type Shared = { say: Say; lang: Lang; today: string; at: string; onPick?: (day: PlanDay) => void; onAt: (date: string) => void }

const Day = ({ day, shared: { say, lang, today, at, onPick, onAt } }: { day: PlanDay; shared: Shared }) => {
  const look = [LOOKS[day.kind], day.date === today ? 'd-today' : ''].filter(Boolean).join(' ')
  const title = dayName(day, say, lang)
  if (!onPick) return <td className={look} title={title}>{day.day}</td>
  return (
    <td className={look}>
      <button type="button" className="day" data-date={day.date} tabIndex={day.date === at ? 0 : -1} aria-label={title} title={title} aria-current={day.date === today ? 'date' : undefined} onFocus={() => onAt(day.date)} onClick={() => onPick(day)}>{day.day}</button>
    </td>
  )
}

/** The days of a month as weeks from Monday, empty where the month has no day. */
const weeksOf = (days: readonly PlanDay[]): (PlanDay | undefined)[][] => {
  const cells: (PlanDay | undefined)[] = [...Array.from({ length: (days[0]?.weekday ?? 1) - 1 }, () => undefined), ...days]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (__, at) => cells[week * 7 + at]))
}

const Month = ({ month: { month, days }, shared }: { month: PlanMonth; shared: Shared }) => (
  <table className="month">
    <caption>{monthName(month, shared.lang)}</caption>
    <thead><tr>{WEEK.map((weekday) => <th key={weekday} scope="col"><abbr title={weekdayName(weekday, shared.say)}>{shared.say(`year.w${weekday}`)}</abbr></th>)}</tr></thead>
    <tbody>{weeksOf(days).map((week, at) => <tr key={at}>{week.map((day, place) => (day ? <Day key={day.date} day={day} shared={shared} /> : <td key={place} />))}</tr>)}</tbody>
  </table>
)

/** Twelve months; the days are buttons with one stop of the tab key, and arrow keys walk between them. */
export const YearView = ({ months, year, say, lang, today, onPick }: { months: readonly PlanMonth[]; year: number; say: Say; lang: Lang; today: string; onPick?: (day: PlanDay) => void }) => {
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(today.startsWith(`${year}-`) ? today : `${year}-01-01`)
  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined || !(event.target instanceof HTMLElement) || event.target.dataset.date === undefined) return
    const next = dateText(dayNumber(event.target.dataset.date) + step)
    if (!next.startsWith(`${year}-`)) return
    event.preventDefault()
    box.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus()
  }
  const shared: Shared = { say, lang, today, at: at.startsWith(`${year}-`) ? at : `${year}-01-01`, onPick, onAt: setAt }
  return <div className="panel-pad year" ref={box} onKeyDown={walk}>{months.map((month) => <Month key={month.month} month={month} shared={shared} />)}</div>
}
