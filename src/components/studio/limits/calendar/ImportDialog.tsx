'use client'

import { useId, useState } from 'react'
import { readHolidayList, type HolidayList, type ListedDay } from '../../../../domain/clocks/holidayList'
import { spansText } from '../../../../domain/clocks/spans'
import { listChanges, type DayChange } from '../../../../domain/clocks/yearPlan'
import type { Lang } from '../../../../domain/words'
import type { CalendarDayView, CalendarView } from '../../../../services/studio/limits/calendar'
import { ask, type Fault } from '../../api'
import { Dialog, FaultNote, Note, NumberField, TextField } from '../../kit'
import { useSay } from '../../words'
import type { Say } from '../labels'
import { dateWords } from '../times'

const plain = (days: readonly CalendarDayView[]): ListedDay[] => days.map(({ date, kind, name, hours }) => ({ date, kind, ...(name.zh ? { name: name.zh } : {}), ...(hours ? { hours } : {}) }))

const What = ({ day, say }: { day?: ListedDay; say: Say }) => (day ? <>{say(day.hours ? 'day.part' : `day.${day.kind}`)}{day.hours ? ` ${spansText(day.hours)}` : ''}{day.name ? ` · ${day.name}` : ''}</> : <>{say('import.asWeek')}</>)

const Changes = ({ changes, year, say, lang }: { changes: readonly DayChange[]; year: number; say: Say; lang: Lang }) => (
  <div className="scroll import-preview" tabIndex={0} role="region" aria-label={say('import.preview')}>
    <table>
      <thead><tr><th scope="col">{say('import.date')}</th><th scope="col">{say('import.was')}</th><th scope="col">{say('import.is')}</th></tr></thead>
      <tbody>
        {changes.map(({ date, was, is }) => (
          <tr key={date}>
            <th scope="row">{dateWords(date, lang, true)}{date.startsWith(`${year}-`) ? null : <small className="is-warn"> {date.slice(0, 4)} · {say('import.otherYear', { year: String(year) })}</small>}</th>
            <td><What day={was} say={say} /></td><td><b><What day={is} say={say} /></b></td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const Problems = ({ problems, say }: { problems: HolidayList['problems']; say: Say }) => (
  <Note tone="stop">
    <b>{say('import.problems', { count: new Set(problems.map(({ line }) => line)).size })}</b>
    <ul>{problems.slice(0, 20).map(({ line, code, text }, at) => <li key={at}>{say('import.problemAt', { line, what: say(`problem.${code}`), text })}</li>)}</ul>
  </Note>
)

const Preview = ({ list, changes, year, say, lang }: { list: HolidayList; changes: readonly DayChange[]; year: number; say: Say; lang: Lang }) => {
  const own = list.days.filter(({ date }) => date.startsWith(`${year}-`))
  if (list.problems.length > 0) return <Problems problems={list.problems} say={say} />
  if (own.length === 0) return <Note tone="warn">{say('import.noDays', { year: String(year) })}</Note>
  const count = (kind: ListedDay['kind']): number => own.filter((day) => day.kind === kind).length
  return (
    <>
      <Note tone="ok"><b>{say('import.found', { year: String(year), holidays: count('holiday'), makeUps: count('workday'), changes: changes.length })}</b>{changes.length === 0 ? say('import.same') : say('import.replaces')}</Note>
      {changes.length > 0 ? <Changes changes={changes} year={year} say={say} lang={lang} /> : null}
    </>
  )
}

const busyWords = (open: number, say: Say): string => (open > 0 ? say('import.busy', { n: open }) : say('import.busyNone'))

const MAX_FILE = 200_000

const FileField = ({ say, onText }: { say: Say; onText: (text: string) => void }) => {
  const id = useId()
  const read = async (file: File | undefined) => { if (file && file.size <= MAX_FILE) onText(await file.text()) }
  return <div className="field"><label htmlFor={id}>{say('import.file')}</label><input id={id} type="file" accept=".csv,.txt,text/csv,text/plain" className="input" onChange={(event) => void read(event.target.files?.[0])} /></div>
}

type Props = { year: number; /** Matters whose limits follow. */ open: number; days: readonly CalendarDayView[]; say: Say; lang: Lang; onDone: (answer: { changed: number; view: CalendarView }) => void; onClose: () => void }

/** A year's whole list, pasted or from a file: read as one types, shown as what would change, then put in the place of the year's days. */
export const ImportDialog = ({ year: given, open, days, say, lang, onDone, onClose }: Props) => {
  const say2 = useSay('studio')
  const [year, setYear] = useState<number | undefined>(given)
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const of = year ?? given
  const list = readHolidayList(text, of)
  const changes = listChanges(plain(days), list.days, of)
  const ready = year !== undefined && list.problems.length === 0 && list.days.some(({ date }) => date.startsWith(`${of}-`))
  const go = async () => {
    if (!ready || busy) return
    setBusy(true)
    setFault(undefined)
    const answer = await ask<{ changed: number; view: CalendarView }>('limits/calendar/import', { method: 'POST', json: { text, year, reason } })
    setBusy(false)
    setFault(answer.ok ? undefined : answer.fault)
    if (answer.ok) onDone(answer.data)
  }
  return (
    <Dialog title={say('import.heading', { year: String(of) })} wide onClose={onClose} foot={
      <><button type="button" className="btn btn-main" aria-disabled={!ready || busy || undefined} onClick={() => void go()}>{say('import.go')}</button><button type="button" className="btn" onClick={onClose}>{say2('act.cancel')}</button><span role="status" className="small">{busy ? busyWords(open, say) : ''}</span></>
    }>
      <NumberField label={say('import.year')} value={year} min={2000} max={2999} onChange={setYear} />
      <TextField label={say('import.text')} hint={say('import.hint')} value={text} lines={8} maxLength={50_000} onChange={setText} />
      <FileField say={say} onText={setText} />
      <div aria-live="polite" className="stack-s">{text.trim() === '' ? null : <Preview list={list} changes={changes} year={of} say={say} lang={lang} />}</div>
      <TextField label={say('import.reason')} value={reason} maxLength={500} onChange={setReason} />
      <FaultNote fault={fault} />
    </Dialog>
  )
}
