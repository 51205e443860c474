'use client'

import { useId, useState } from 'react'
import type { RoutineDef } from '../../../domain/routines/types'
import type { Preview, TriedDue, TryAnswer } from '../../../services/routines/view'
import { ask, type Fault } from '../api'
import { dayText, FaultNote, Icon, minuteText, Note } from '../kit'
import { useSay, useStudio } from '../words'
import type { SayRoutine } from './sentence'

const whyText = ({ why, planned }: TriedDue, say: SayRoutine, day: (date: string) => string): string => {
  if (why.kind === 'moved') return why.name ? say('try.why.movedHoliday', { planned: day(planned), name: why.name }) : say('try.why.movedDayOff', { planned: day(planned) })
  if (why.kind === 'holiday') return say('try.why.holiday', { days: why.days, name: why.name ?? say('try.holidayUnnamed') })
  return why.kind === 'clamped' ? say('try.why.clamped') : ''
}

const weekdayOf = (at: number, { lang, timeZone }: { lang: 'zh' | 'en'; timeZone: string }): string => new Date(at).toLocaleDateString(lang === 'zh' ? 'zh-CN' : 'en-GB', { timeZone, weekday: 'short' })

const Dues = ({ dues }: Pick<TryAnswer, 'dues'>) => {
  const say = useSay('routines')
  const studio = useStudio()
  const day = (date: string) => dayText(`${date}T00:00:00Z`, { ...studio, timeZone: 'UTC' })
  if (dues.length === 0) return <Note tone="warn">{say('try.none')}</Note>
  return (
    <ol className="dues">
      {dues.map((due) => {
        const why = whyText(due, say, day)
        return <li key={due.at}><b className="num">{minuteText(due.at, studio)}</b> {weekdayOf(due.at, studio)}{why ? <small className="muted">{why}</small> : null}</li>
      })}
    </ol>
  )
}

const Figures = ({ figures }: Pick<Preview, 'figures'>) => {
  const say = useSay('routines')
  if (figures.length === 0) return null
  return (
    <>
      <h4>{say('try.figures')}</h4>
      <ul className="figures">
        {figures.map(({ label, measure, span, running, categories, count }, at) => (
          <li key={`${at} ${label}`}><span>{label}<small className="muted">{[say(`measure.${measure}`), running ? say('try.spanRunning', { span }) : span, ...categories].join(' · ')}</small></span><b className="num">{count}</b></li>
        ))}
      </ul>
    </>
  )
}

const Places = ({ places }: Pick<Preview, 'places'>) => {
  const say = useSay('routines')
  const studio = useStudio()
  if (!places) return null
  const rest = places.total - places.first.length
  return (
    <>
      <h4>{say('try.places')} · {say('try.placesCount', { n: places.total })}</h4>
      {places.total === 0 ? <Note tone="warn">{say('try.placesNone')}</Note> : null}
      <ul className="figures">
        {places.first.map(({ id, title, unit, last }) => <li key={id}><span>{title}<small className="muted">{[unit, last === undefined ? say('try.placeNever') : say('try.placeLast', { date: dayText(last, studio) })].filter(Boolean).join(' · ')}</small></span></li>)}
      </ul>
      {rest > 0 && places.first.length > 0 ? <p className="small muted">{say('try.placesMore', { n: rest })}</p> : null}
    </>
  )
}

const whoText = ({ who, nobody }: Preview, say: SayRoutine): string => who ?? say(nobody ? 'try.nobodyNow' : 'try.nobody')

const Opens = ({ preview }: { preview: Preview }) => {
  const say = useSay('routines')
  const studio = useStudio()
  const { title, text, type, figures, limitAt, places } = preview
  return (
    <section className="stack-s" aria-label={say('try.preview')}>
      <h3>{say('try.preview')}</h3>
      <dl className="facts">
        {type ? <div><dt>{say('list.opens')}</dt><dd>{type}</dd></div> : null}
        <div><dt>{say('try.title')}</dt><dd><b>{title}</b></dd></div>
        {text ? <div><dt>{say('try.text')}</dt><dd>{text}</dd></div> : null}
        <div><dt>{say('try.for')}</dt><dd>{whoText(preview, say)}</dd></div>
        <div><dt>{say('try.limit')}</dt><dd>{limitAt === undefined ? say('try.noLimit') : minuteText(limitAt, studio)}</dd></div>
      </dl>
      <Figures figures={figures} />
      <Places places={places} />
    </section>
  )
}

const Result = ({ answer }: { answer: TryAnswer }) => {
  const say = useSay('routines')
  return (
    <div className="stack-s try-result" role="status">
      {answer.problems.length > 0 ? <Note tone="stop"><b>{say('try.wrong')}</b><ul>{answer.problems.map((text) => <li key={text}>{text}</li>)}</ul></Note> : null}
      <h3>{say('try.dues')}</h3>
      <Dues dues={answer.dues} />
      {answer.missingYears.map((year) => <Note key={year} tone="warn">{say('try.yearMissing', { year })} <a href="/admin/structure/limits">{say('try.calendarLink')}</a></Note>)}
      {answer.preview ? <Opens preview={answer.preview} /> : null}
    </div>
  )
}

/** When it would be due and what it would open, reckoned by the server with the engine itself; nothing is kept. */
export const TryRoutine = ({ def }: { def: RoutineDef }) => {
  const say = useSay('routines')
  const head = useId()
  const [answer, setAnswer] = useState<{ of: RoutineDef; found: TryAnswer }>()
  const [fault, setFault] = useState<Fault>()
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    const asked = await ask<TryAnswer>('routines/try', { method: 'POST', json: { definition: def } })
    setBusy(false)
    setFault(asked.ok ? undefined : asked.fault)
    setAnswer(asked.ok ? { of: def, found: asked.data } : undefined)
  }
  return (
    <section className="try panel-pad try-stay" aria-labelledby={head}>
      <div className="try-head"><h2 id={head}>{say('try.heading')}</h2></div>
      <p className="small muted">{say('try.lead')}</p>
      <p><button type="button" className="btn btn-stage" disabled={busy} onClick={() => void go()}><Icon name="play" />{say(busy ? 'try.going' : 'try.go')}</button></p>
      <FaultNote fault={fault} />
      {answer && answer.of === def ? <Result answer={answer.found} /> : null}
    </section>
  )
}
