'use client'

import { useState } from 'react'
import { lintCalendar } from '../../../domain/clocks/lintCalendar'
import type { Calendar } from '../../../domain/clocks/types'
import type { OfficeForm, OfficeView } from '../../../services/studio/office/view'
import { saveRow, type Fault } from '../api'
import { FaultNote, Mark, Note, TextField, WordsField } from '../kit'
import { WeekDays } from '../limits/calendar/WeekHours'
import { useSay } from '../words'
import { useKept } from './useKept'

type Form = Pick<OfficeForm, 'name' | 'shortName' | 'seal' | 'dutyPhone'> & { week: Calendar['week'] }

/** What the office is called, whom to ring, when it works. */
export const NameStep = ({ office }: { office: OfficeView }) => {
  const say = useSay('setup')
  const limits = useSay('studioLimits')
  const { name, shortName, seal, dutyPhone } = office.form
  const stored: Form = { name, shortName, seal, dutyPhone, week: office.calendar.week }
  const [form, keep, forget] = useKept<Form>('name', stored)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const set = (change: Partial<Form>) => keep({ ...form, ...change })
  const dirty = JSON.stringify(form) !== JSON.stringify(stored)
  const wrongWeek = lintCalendar({ ...office.calendar, exceptions: {}, week: form.week }).some(({ severity }) => severity === 'error')
  const save = async () => {
    setBusy(true)
    const answer = await saveRow('offices', { id: office.id, seen: office.seen, data: form })
    if (answer.ok) {
      forget()
      return window.location.reload()
    }
    setBusy(false)
    setFault(answer.fault)
  }
  return (
    <form className="panel panel-pad stack" onSubmit={(event) => { event.preventDefault(); void save() }}>
      <div className="cols cols-even">
        <WordsField label={say('office.name')} hint={say('office.nameHint')} value={form.name} maxLength={80} required onChange={(value) => set({ name: value })} />
        <WordsField label={say('office.shortName')} hint={say('office.shortHint')} value={form.shortName} maxLength={20} onChange={(value) => set({ shortName: value })} />
        <TextField label={say('office.seal')} hint={say('office.sealHint')} value={form.seal} maxLength={2} onChange={(value) => set({ seal: value })} />
        <TextField label={say('office.dutyPhone')} hint={say('office.dutyHint')} inputMode="tel" value={form.dutyPhone} maxLength={40} onChange={(value) => set({ dutyPhone: value })} />
      </div>
      <details className="more"><summary>{say('office.week')}</summary><WeekDays week={form.week} say={limits} locked={false} onChange={(week) => set({ week })} /></details>
      {wrongWeek ? <Note tone="stop" alert>{limits('week.wrong')}</Note> : null}
      <FaultNote fault={fault} />
      <div className="bar">
        <button type="submit" className="btn btn-main" disabled={busy || !dirty || wrongWeek || form.name.zh.trim() === ''}>{say('named.save')}</button>
        <span role="status">{dirty ? <Mark tone="info">{say('named.unsaved')}</Mark> : <Mark tone="ok">{say('named.saved')}</Mark>}</span>
      </div>
    </form>
  )
}
