'use client'

import { useState } from 'react'
import { countYear, yearPlan, type PlanDay, type YearCount } from '../../../../domain/clocks/yearPlan'
import type { Lang } from '../../../../domain/words'
import type { CalendarView } from '../../../../services/studio/limits/calendar'
import { Icon, Note } from '../../kit'
import { useSay, useStudio } from '../../words'
import { GapNotes } from '../GapNote'
import type { Say } from '../labels'
import { DayDialog } from './DayDialog'
import { ImportDialog } from './ImportDialog'
import { WeekHours } from './WeekHours'
import { YearView } from './YearView'

const Legend = ({ say }: { say: Say }) => (
  <p className="legend push">
    <span><i className="swatch swatch-day">8</i>{say('year.work')}</span><span><i className="swatch d-off">8</i>{say('year.off')}</span>
    <span><i className="swatch d-hol">1</i>{say('year.holiday')}</span><span><i className="swatch d-make">9</i>{say('year.makeUp')}</span><span><i className="swatch d-part">8</i>{say('year.partDay')}</span>
  </p>
)

/** How many days are worked, off and made up; how many only in part, where there are any. */
const countsSaid = (count: YearCount, say: Say): string => `${say('year.counts', { ...count })}${count.partDays > 0 ? say('year.parts', { count: count.partDays }) : ''}`

const Years = ({ view: { years, year }, say }: { view: CalendarView; say: Say }) => (
  <nav className="bar" aria-label={say('year.nav')}>
    {years.map(({ year: each, missing }) => (
      <a key={each} className="btn btn-small year-link" href={`/admin/structure/limits/calendar?year=${each}`} aria-current={each === year ? 'page' : undefined}>
        {!missing ? String(each) : <><span className="is-warn"><Icon name="warn" /></span>{say('year.missing', { year: String(each) })}</>}
      </a>
    ))}
  </nav>
)

type Props = { view: CalendarView; can: { edit: boolean; hours: boolean }; changesHref?: string; /** Opens the import at once. */ importing?: boolean }
type Shown = { view: CalendarView; say: Say; lang: Lang; canEdit: boolean }

const YearFoot = ({ canEdit, say, changesHref, onImport }: Pick<Shown, 'canEdit' | 'say'> & { changesHref?: string; onImport: () => void }) => (
  <div className="panel-foot small bar">
    <span>{say(canEdit ? 'year.hint' : 'year.look')}</span>
    {canEdit ? <button type="button" className="btn btn-small" onClick={onImport}>{say('year.import')}</button> : null}
    {changesHref ? <a href={changesHref}>{say('year.history')}</a> : null}
  </div>
)

const YearPanel = ({ shown: { view, say, lang, canEdit }, changesHref, onPick, onImport }: { shown: Shown; changesHref?: string; onPick: (day: PlanDay) => void; onImport: () => void }) => {
  const { now, timeZone } = useStudio()
  const months = yearPlan(view.year, view.calendar)
  return (
    <section className="panel" aria-labelledby="year">
      <div className="panel-head">
        <h2 id="year">{say('year.heading', { year: String(view.year) })}</h2><p>{countsSaid(countYear(months), say)}</p><Legend say={say} />
      </div>
      <YearView key={view.year} months={months} year={view.year} say={say} lang={lang} today={new Date(now).toLocaleDateString('sv-SE', { timeZone })} onPick={canEdit ? onPick : undefined} />
      <YearFoot canEdit={canEdit} say={say} changesHref={changesHref} onImport={onImport} />
    </section>
  )
}

/** A year of working days: each may be changed, a whole year's list put in their place; and the hours of the ordinary week. */
export const CalendarPage = ({ view: given, can, changesHref, importing = false }: Props) => {
  const say = useSay('studioLimits')
  const say2 = useSay('studio')
  const { lang } = useStudio()
  const [view, setView] = useState(given)
  const [picked, setPicked] = useState<PlanDay>()
  const [year, setYear] = useState<number | undefined>(importing && can.edit ? given.year : undefined)
  const [told, setTold] = useState('')
  const take = (next: CalendarView, words: string) => { setView(next); setPicked(undefined); setYear(undefined); setTold(words) }
  const shown = { view, say, lang, canEdit: can.edit }
  return (
    <div className="stack">
      <Years view={view} say={say} />
      {can.edit ? null : <Note tone="info">{say2('version.readOnly')}</Note>}
      <GapNotes gaps={view.gaps} say={say} onImport={can.edit ? setYear : undefined} />
      <div role="status">{told ? <Note tone="ok">{told}</Note> : null}</div>
      <YearPanel shown={shown} changesHref={changesHref} onPick={setPicked} onImport={() => setYear(view.year)} />
      <WeekHours key={view.office.seen} calendar={view.calendar} office={view.office} canEdit={can.hours} say={say} onSaved={() => window.location.reload()} />
      {picked ? <DayDialog day={picked} row={view.days.find(({ date }) => date === picked.date)} calendar={view.calendar} say={say} lang={lang} onClose={() => setPicked(undefined)} onDone={(next) => take(next, say('year.saved'))} /> : null}
      {year === undefined ? null : <ImportDialog year={year} open={view.open} days={view.days} say={say} lang={lang} onClose={() => setYear(undefined)} onDone={(answer) => take(answer.view, say('import.done', { year: String(answer.view.year), count: answer.changed }))} />}
    </div>
  )
}
