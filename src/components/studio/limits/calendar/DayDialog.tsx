'use client'

import { useState } from 'react'
import { standardSpans, type Span } from '../../../../domain/clocks/calendar'
import type { Calendar } from '../../../../domain/clocks/types'
import { spansIn, spansText } from '../../../../domain/clocks/spans'
import { choicesOf, type DayChoice, type PlanDay } from '../../../../domain/clocks/yearPlan'
import type { Lang } from '../../../../domain/words'
import type { CalendarDayView, CalendarView } from '../../../../services/studio/limits/calendar'
import { ask, type Fault } from '../../api'
import { Dialog, FaultNote, TextField } from '../../kit'
import { useSay } from '../../words'
import type { Say } from '../labels'
import { dayAndMonth } from '../times'
import { weekdayName } from './YearView'

type Props = { day: PlanDay; row?: CalendarDayView; calendar: Calendar; say: Say; lang: Lang; onDone: (view: CalendarView) => void; onClose: () => void }

const kindOf = (row: CalendarDayView | undefined): DayChoice => (row?.hours ? 'part' : (row?.kind ?? 'plain'))

/** What a day cut short most often is: its first stretch of work. */
const morningOf = (calendar: Calendar): Span[] => standardSpans(calendar).slice(0, 1)

/** What one day is: as its weekday, a holiday, made up for one, or worked by hours of its own. */
export const DayDialog = ({ day, row, calendar, say, lang, onDone, onClose }: Props) => {
  const say2 = useSay('studio')
  const choices = choicesOf(day.date, calendar)
  const was = kindOf(row)
  const [kind, setKind] = useState<DayChoice>(was)
  const [hours, setHours] = useState(spansText(row?.hours ?? morningOf(calendar)))
  const [name, setName] = useState(row?.name.zh ?? '')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const offered: readonly DayChoice[] = choices.includes(was) ? choices : [...choices, was]
  const unclear = kind === 'part' && spansIn(hours) === undefined
  const label = (one: DayChoice): string => (one === 'plain' ? say(choices.includes('workday') ? 'day.plainOff' : 'day.plainWork') : say(`day.${one}`))
  const save = async () => {
    if (unclear) return
    setBusy(true)
    const answer = await ask<CalendarView>('limits/calendar/day', { method: 'POST', json: { date: day.date, kind, name, reason, ...(kind === 'part' ? { hours } : {}), ...(row ? { seen: row.seen } : {}) } })
    setBusy(false)
    setFault(answer.ok ? undefined : answer.fault)
    if (answer.ok) onDone(answer.data)
  }
  return (
    <Dialog title={say('day.heading', { date: dayAndMonth(day.date, lang), weekday: weekdayName(day.weekday, say) })} onClose={onClose} foot={
      <><button type="button" className="btn btn-main" disabled={busy} onClick={() => void save()}>{say('day.save')}</button><button type="button" className="btn" onClick={onClose}>{say2('act.cancel')}</button></>
    }>
      <fieldset>
        <legend>{say('day.what')}</legend>
        {offered.map((one) => <label key={one} className="check"><input type="radio" name="kind" value={one} checked={kind === one} onChange={() => setKind(one)} /><span>{label(one)}</span></label>)}
      </fieldset>
      {kind === 'part' ? <TextField label={say('day.hours')} hint={say('day.hoursHint')} error={unclear ? say('day.hoursFault') : undefined} value={hours} maxLength={60} onChange={setHours} /> : null}
      {kind === 'plain' ? null : <TextField label={say('day.name')} hint={say('day.nameHint')} value={name} maxLength={60} onChange={setName} />}
      <TextField label={say('day.why')} value={reason} maxLength={500} onChange={setReason} />
      <p className="small muted">{say('day.effect')}</p>
      <FaultNote fault={fault} />
    </Dialog>
  )
}
