'use client'

import { localParts } from '../time'
import { Empty } from '../ui/Empty'
import { Panel } from '../ui/Panel'
import { useDesk } from '../words'

type Hours = { hour: number; count: number }[]

/** So few hours are left in the evening that their columns would fill the panel: the chart keeps its measure. */
const LEAST_COLUMNS = 8

const STEP = 46
const FLOOR = 84
const TALLEST = 65

/** Clocks that end today, by hour; the same numbers as a table below. */
export const DueToday = ({ hours }: { hours: Hours }) => {
  const { say, now, timeZone } = useDesk()
  const most = Math.max(...hours.map(({ count }) => count), 1)
  const { hour, minute } = localParts(now, timeZone)
  const first = hours[0]?.hour ?? hour
  const nowAt = Math.max(8, Math.min(hours.length * STEP, (hour - first + minute / 60) * STEP + 8))
  const sum = hours.reduce((all, { count }) => all + count, 0)
  const width = Math.max(hours.length, LEAST_COLUMNS) * STEP + 18
  if (sum === 0) return <Panel title={say('first.dueToday')}><Empty title={say('first.dueNone')} hint={say('first.dueNoneHint')} /></Panel>
  return (
    <Panel title={say('first.dueToday')} count={say('first.dueTodayCount', { n: sum })}>
      <div className="inside stack">
        <svg className="hours" viewBox={`0 0 ${width} 104`} role="img" aria-label={say('first.dueTodayChart')}>
          <path className="floor" d={`M0 ${FLOOR}.5h${width}`} />
          {hours.map((entry, index) => {
            const height = Math.round((entry.count / most) * TALLEST)
            const x = index * STEP + 20
            return (
              <g key={entry.hour}>
                {entry.count ? <rect x={x} y={FLOOR - height} width="24" height={height} /> : null}
                <text className="n" x={x + 12} y={FLOOR - height - 5}>{entry.count}</text>
                <text x={x + 12} y="100">{say('first.hour', { n: entry.hour })}</text>
              </g>
            )
          })}
          <path className="now" d={`M${nowAt} 4v${FLOOR - 4}`} />
        </svg>
        <details className="small">
          <summary>{say('first.asTable')}</summary>
          <div className="scroll-x">
            <table className="table plain">
              <thead><tr><th scope="col">{say('first.hourHead')}</th>{hours.map(({ hour: at }) => <th key={at} scope="col">{say('first.hour', { n: at })}</th>)}</tr></thead>
              <tbody><tr><th scope="row">{say('first.dueHead')}</th>{hours.map(({ hour: at, count }) => <td key={at}>{count}</td>)}</tr></tbody>
            </table>
          </div>
        </details>
      </div>
    </Panel>
  )
}
