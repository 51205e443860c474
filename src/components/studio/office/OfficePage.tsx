'use client'

import { useState } from 'react'
import { lintCalendar } from '../../../domain/clocks/lintCalendar'
import type { Calendar } from '../../../domain/clocks/types'
import type { OfficeForm, OfficeView } from '../../../services/studio/office/view'
import { saveRow, type Fault } from '../api'
import { FaultNote, Mark, Note, TextField } from '../kit'
import { WeekDays } from '../limits/calendar/WeekHours'
import { useSay } from '../words'
import { Look } from './look'
import { Navigation } from './navigation'
import { Door, Figures, Keeping, Names, Reach, type Part } from './parts'
import { ErrorWords, Footer } from './site'

const changedOf = (form: OfficeForm, before: OfficeForm): Partial<OfficeForm> =>
  Object.fromEntries(Object.entries(form).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof OfficeForm])))

type State = { busy?: boolean; fault?: Fault }

const Hours = ({ calendar, week, canEdit, onChange }: { calendar: Calendar; week: Calendar['week']; canEdit: boolean; onChange: (week: Calendar['week']) => void }) => {
  const say = useSay('setup')
  const limits = useSay('studioLimits')
  const faults = lintCalendar({ ...calendar, exceptions: {}, week }).filter(({ severity }) => severity === 'error')
  return (
    <section className="panel" aria-labelledby="o-week">
      <div className="panel-head"><h2 id="o-week">{say('office.week')}</h2><p>{say('office.weekHint')}</p></div>
      <div className="panel-pad stack-s">
        <WeekDays week={week} say={limits} locked={!canEdit} onChange={onChange} />
        {faults.length > 0 ? <Note tone="stop" alert>{limits(faults.some(({ code }) => code === 'noWorkingTime') ? 'week.empty' : 'week.wrong')}</Note> : null}
        <p className="small"><a href="/admin/structure/limits/calendar">{say('office.holidays')}</a></p>
      </div>
    </section>
  )
}

/** The office's settings, and the button that keeps them, which says how much was changed. */
export const OfficePage = ({ view, canEdit }: { view: OfficeView; canEdit: boolean }) => {
  const say = useSay('setup')
  const [form, setForm] = useState(view.form)
  const [week, setWeek] = useState(view.calendar.week)
  const [reason, setReason] = useState('')
  const [state, setState] = useState<State>({})
  const changed: Record<string, unknown> = { ...changedOf(form, view.form), ...(JSON.stringify(week) === JSON.stringify(view.calendar.week) ? {} : { week }) }
  const count = Object.keys(changed).length
  const part: Part = { form, set: (change) => setForm((now) => ({ ...now, ...change })), wrong: (field) => state.fault?.said.find(({ path }) => path === field)?.text }
  const save = async () => {
    setState({ busy: true })
    const answer = await saveRow('offices', { id: view.id, seen: view.seen, reason, data: changed })
    if (answer.ok) return window.location.reload()
    setState({ fault: answer.fault })
  }
  return (
    <>
      <div className="page-head"><div><h1>{say('office.heading')}</h1><p>{say('office.lead')}</p></div></div>
      {canEdit ? null : <Note tone="info">{say('office.readOnly')}</Note>}
      <form className="stack office" onSubmit={(event) => { event.preventDefault(); void save() }}>
        <fieldset className="stack" disabled={!canEdit}>
          <Names {...part} /><Reach {...part} />
          <Hours calendar={view.calendar} week={week} canEdit={canEdit} onChange={setWeek} />
          <Door {...part} /><Look {...part} /><Figures {...part} /><Keeping {...part} />
          <Navigation {...part} pages={view.pages} /><Footer {...part} /><ErrorWords {...part} />
        </fieldset>
        {canEdit ? (
          <div className="applybar">
            {count > 0 ? <TextField label={say('reason')} value={reason} maxLength={500} onChange={setReason} /> : null}
            <button type="submit" className="btn btn-main" disabled={state.busy || count === 0}>{say('office.save')}</button>
            <span role="status">{count > 0 ? <Mark tone="info">{say('office.changed', { n: count })}</Mark> : <Mark tone="ok">{say('office.kept')}</Mark>}</span>
            <FaultNote fault={state.fault} />
          </div>
        ) : null}
      </form>
    </>
  )
}
