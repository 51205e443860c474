'use client'

import { useId, type CSSProperties } from 'react'
import { dayHours, type DayLine, type HourCell } from '../../../domain/clocks/dayHours'
import type { ExplainRow, ExplainWhy } from '../../../domain/clocks/explain'
import type { Lang } from '../../../domain/words'
import type { Say } from './labels'
import { dateWords, leftText } from './times'

/** More days than this are told as a beginning and an end. */
const MOST = 12
const KEPT = 5

const Cell = ({ cell: { minutes, from, to } }: { cell: HourCell }) => {
  if (minutes === 0) return <td />
  const bar: CSSProperties = { left: `${from}%`, right: `${100 - to}%` }
  return minutes > 59.99 ? <td className="h-run">60</td> : <td className="h-part">{Math.round(minutes)}<i style={bar} /></td>
}

/** Days that stand in the year's list. */
const LISTED: readonly ExplainWhy[] = ['makeUp', 'partDay', 'holiday']
const COUNTING: readonly ExplainWhy[] = ['working', 'makeUp', 'partDay', 'natural']

const Line = ({ line, hours, say, lang, due }: { line: DayLine; hours: number; say: Say; lang: Lang; due?: string }) => (
  <tr>
    <th scope="row">{dateWords(line.date, lang, false)}{LISTED.includes(line.why) ? <><br /><span className={line.why === 'holiday' ? 'is-stop' : 'is-info'}>{line.name ?? say(`why.${line.why}`)}</span></> : null}</th>
    {line.minutes === 0 ? <td className="h-rest" colSpan={hours}>{say(`why.${COUNTING.includes(line.why) ? 'outsideHours' : line.why}`)}</td> : line.cells.map((cell) => <Cell key={cell.hour} cell={cell} />)}
    <td className="h-sum">{due ? <b>{due}</b> : leftText(line.left, say)}</td>
  </tr>
)

const Skipped = ({ count, columns, say }: { count: number; columns: number; say: Say }) => <tr><td className="h-rest" colSpan={columns}>{say('try.skipped', { count })}</td></tr>

const Lines = ({ days, hours, say, lang, due }: { days: DayLine[]; hours: number; say: Say; lang: Lang; due: string }) => {
  const line = (day: DayLine) => <Line key={day.date} line={day} hours={hours} say={say} lang={lang} due={day === days.at(-1) ? due : undefined} />
  if (days.length <= MOST) return days.map(line)
  return <>{days.slice(0, KEPT).map(line)}<Skipped count={days.length - 2 * KEPT} columns={hours + 2} say={say} />{days.slice(-KEPT).map(line)}</>
}

const looks = (hours: number): string => {
  if (hours > 12) return 'hours hours-wide'
  return hours < 5 ? 'hours hours-few' : 'hours'
}

/** How a due date came about: a line for each day, a cell for each hour, and what is left of the limit in the evening. */
export const HoursTable = ({ rows, say, lang, due }: { rows: ExplainRow[]; say: Say; lang: Lang; /** The time of day when it is due. */ due: string }) => {
  const { hours, days } = dayHours(rows)
  const caption = useId()
  if (days.length === 0) return null
  const [first, last] = [days[0]?.date ?? '', days.at(-1)?.date ?? '']
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say('try.scroll')}>
      <table className={looks(hours.length)} aria-labelledby={caption}>
        <caption className="sr" id={caption}>{say('try.caption', { from: dateWords(first, lang, true), to: dateWords(last, lang, true) })}</caption>
        <thead><tr><th scope="col"><span className="sr">{say('try.day')}</span></th>{hours.map((hour) => <th key={hour} scope="col">{say('try.hour', { hour })}</th>)}<th scope="col" className="end">{say('try.left')}</th></tr></thead>
        <tbody><Lines days={days} hours={hours.length} say={say} lang={lang} due={say('try.dueAt', { time: due })} /></tbody>
      </table>
    </div>
  )
}
