'use client'

import { useState } from 'react'
import { lintCalendar } from '../../../../domain/clocks/lintCalendar'
import type { Calendar } from '../../../../domain/clocks/types'
import { saveRow, type Fault } from '../../api'
import { FaultNote, Icon, Note, TextField } from '../../kit'
import type { Say } from '../labels'
import { clockTime, minutesOf } from '../../../admin/minutes'
import { weekdayName } from './YearView'

type Week = Calendar['week']
type Span = Week[1][number]
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const
const WORKDAYS = [2, 3, 4, 5] as const

/** What a new stretch starts as: after the last one, else a morning. */
const nextSpan = (spans: readonly Span[]): Span => {
  const last = spans.at(-1)?.to
  if (last === undefined) return { from: 9 * 60, to: 12 * 60 }
  const from = Math.min(last + 60, 22 * 60)
  return { from, to: Math.min(from + 240, 1439) }
}

type DayProps = { weekday: (typeof DAYS)[number]; spans: readonly Span[]; say: Say; locked: boolean; onChange: (spans: Span[]) => void }

const Hours = ({ weekday, spans, say, locked, onChange }: DayProps) => {
  const day = weekdayName(weekday, say)
  const put = (at: number, change: Partial<Span>) => onChange(spans.map((span, place) => (place === at ? { ...span, ...change } : span)))
  return (
    <div className="week-day" role="group" aria-label={day}>
      <b>{day}</b>
      <div className="bar">
        {spans.length === 0 ? <span className="muted">{say('week.off')}</span> : null}
        {spans.map(({ from, to }, at) => (
          <span key={at} className="nowrap">
            <input className="slot" type="time" disabled={locked} aria-label={say('week.from', { day, number: at + 1 })} value={clockTime(from)} onChange={(event) => { if (event.target.value) put(at, { from: minutesOf(event.target.value) }) }} />–<input className="slot" type="time" disabled={locked} aria-label={say('week.to', { day, number: at + 1 })} value={clockTime(to)} onChange={(event) => { if (event.target.value) put(at, { to: minutesOf(event.target.value) }) }} />
            {locked ? null : <button type="button" className="btn btn-icon" aria-label={say('week.remove', { day, number: at + 1 })} onClick={() => onChange(spans.filter((_, place) => place !== at))}><Icon name="cross" /></button>}
          </span>
        ))}
        {locked || spans.length >= 4 ? null : <button type="button" className="btn btn-small" aria-label={say('week.addTo', { day })} onClick={() => onChange([...spans, nextSpan(spans)])}><Icon name="plus" />{say('week.add')}</button>}
      </div>
    </div>
  )
}

type WeekProps = { week: Week; say: Say; locked: boolean; onChange: (week: Week) => void }

/** The stretches of work of each weekday. */
export const WeekDays = ({ week, say, locked, onChange }: WeekProps) => (
  <>
    {DAYS.map((weekday) => <Hours key={weekday} weekday={weekday} spans={week[weekday]} say={say} locked={locked} onChange={(spans) => onChange({ ...week, [weekday]: spans })} />)}
    {locked ? null : <p className="bar"><button type="button" className="btn btn-small btn-quiet" onClick={() => onChange({ ...week, ...Object.fromEntries(WORKDAYS.map((weekday) => [weekday, week[1]])) })}>{say('week.like')}</button></p>}
  </>
)

type Props = { calendar: Calendar; office: { id: string; seen: string }; canEdit: boolean; say: Say; onSaved: () => void }

/** The ordinary week in stretches of work. What the engine could not reckon in is not offered to be saved. */
export const WeekHours = ({ calendar, office, canEdit, say, onSaved }: Props) => {
  const [week, setWeek] = useState<Week>(calendar.week)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const dirty = JSON.stringify(week) !== JSON.stringify(calendar.week)
  const faults = lintCalendar({ ...calendar, exceptions: {}, week }).filter(({ severity }) => severity === 'error')
  const save = async () => {
    setBusy(true)
    const answer = await saveRow('offices', { id: office.id, data: { week }, seen: office.seen, reason })
    setBusy(false)
    setFault(answer.ok ? undefined : answer.fault)
    if (answer.ok) onSaved()
  }
  return (
    <section className="panel" aria-labelledby="week">
      <div className="panel-head"><h2 id="week">{say('week.heading')}</h2><p>{say('week.lead')}</p></div>
      <div className="panel-pad">
        <WeekDays week={week} say={say} locked={!canEdit} onChange={setWeek} />
        {canEdit ? null : <p className="small muted">{say('week.locked')}</p>}
        {faults.length > 0 ? <Note tone="stop" alert>{say(faults.some(({ code }) => code === 'noWorkingTime') ? 'week.empty' : 'week.wrong')}</Note> : null}
        {dirty && canEdit ? (
          <div className="stack-s">
            <TextField label={say('week.why')} value={reason} maxLength={500} onChange={setReason} />
            <button type="button" className="btn btn-main" disabled={busy || faults.length > 0} onClick={() => void save()}>{say('week.save')}</button>
          </div>
        ) : null}
        <FaultNote fault={fault} />
      </div>
    </section>
  )
}
