'use client'

import { useId, useState } from 'react'
import { dateText, dayNumber, weekdayOf } from '../../../domain/clocks/calendar'
import { pickLimits } from '../../../domain/clocks/pickLimit'
import { reckon } from '../../../domain/clocks/reckon'
import type { Calendar, ClockSignal, Limit, LimitSet } from '../../../domain/clocks/types'
import { fromLocal } from '../../../domain/clocks/zone'
import { applying, type Applies } from '../../../domain/clocks/editLimits'
import { say as wordsIn } from '../../../domain/words'
import { Icon, Note, SelectField, TextField } from '../kit'
import { useStudio } from '../words'
import { HoursTable } from './HoursTable'
import { amountText, clockName, type LimitWorld } from './labels'
import { momentText } from './times'

type Props = { set: LimitSet; calendar: Calendar; world: LimitWorld }

/** The Friday before a make-up Saturday, late: where counting by heart goes wrong. The next one, else the last. */
const telling = (calendar: Calendar, now: string): string | undefined => {
  const saturdays = Object.entries(calendar.exceptions).filter(([date, { kind }]) => kind === 'workday' && weekdayOf(dayNumber(date)) === 6).map(([date]) => date).sort()
  const day = saturdays.find((date) => date > now) ?? saturdays.at(-1)
  return day && `${dateText(dayNumber(day) - 1)}T17:40`
}

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

const momentOf = (local: string, timeZone: string): number | undefined => {
  const at = LOCAL.test(local) ? Date.parse(`${local.slice(0, 16)}:00Z`) : Number.NaN
  return Number.isNaN(at) ? undefined : fromLocal(timeZone, at)
}

const FAULTS = ['tooFar', 'noWorkingTime'] as const

/** A start other than the receipt is worth saying; what a clock handles by itself is no start. */
const isSpoken = (signal: ClockSignal): signal is Exclude<ClockSignal, 'created' | 'resumed' | 'restored' | 'extended'> => !['created', 'resumed', 'restored', 'extended'].includes(signal)

const Due = ({ limit, at, calendar, world: { say, lang } }: { limit: Limit; at: number; calendar: Calendar; world: LimitWorld }) => {
  const when = { lang, timeZone: calendar.timeZone }
  const found = reckon({ limit, at, calendar })
  const start = limit.start[0]
  if (!found.ok) return <Note tone="warn">{say(`try.${FAULTS.find((fault) => fault === found.reason) ?? 'invalid'}`)}</Note>
  const told = [
    ...(start && isSpoken(start) ? [say('try.startsAt', { signal: say(`signal.${start}`) })] : []), say('try.cells'),
    ...(found.withoutMakeUp === undefined ? [] : [say('try.makeUp', { when: momentText(found.withoutMakeUp, when) })]),
  ]
  const time = new Date(found.dueAt).toLocaleTimeString('en-GB', { timeZone: calendar.timeZone, hour: '2-digit', minute: '2-digit' })
  return (
    <>
      <p>{say('try.due')}</p>
      <p className="due">{momentText(found.dueAt, when)}</p>
      <p className="small muted">{told.join(lang === 'en' ? ' ' : '')}</p>
      {found.missingYears.length > 0 ? <Note tone="warn">{say('try.missing', { years: found.missingYears.join(' ') })}</Note> : null}
      <HoursTable rows={found.rows} say={say} lang={lang} due={time} />
    </>
  )
}

type Asked = { local: string; category: string; type: string; clock: string }

/** The limits that a made-up matter gets, and the one looked at. */
const limitsOf = (set: LimitSet, { choices }: LimitWorld, { category, type, clock }: Asked): { limits: Limit[]; found: Applies | undefined } => {
  const row = choices.categories.find(({ code }) => code === category)
  const subject = { line: row?.line ?? [], matterType: type || row?.type }
  const limits = pickLimits({ limits: set.limits, categories: subject.line, matterType: subject.matterType })
  const limit = limits.find((each) => each.clock === clock) ?? limits[0]
  return { limits, found: limit && applying({ limits: set.limits, clock: limit.clock, ...subject }) }
}

const Result = ({ found, local, calendar, world }: { found: Applies | undefined; local: string; calendar: Calendar; world: LimitWorld }) => {
  const { say, lang } = world
  const at = momentOf(local, calendar.timeZone)
  if (!found || at === undefined) return <Note tone="info">{say(found ? 'try.invalid' : 'try.none')}</Note>
  return <><p className="small muted">{say('try.uses', { name: wordsIn(found.limit.name, lang), by: say(`applies.by.${found.by}`) })}</p><Due limit={found.limit} at={at} calendar={calendar} world={world} /></>
}

const Facts = ({ asked, put, sample, world: { say, lang, choices } }: { asked: Asked; put: (change: Partial<Asked>) => void; sample?: string; world: LimitWorld }) => (
  <>
    <TextField label={say('try.when')} type="datetime-local" value={asked.local} onChange={(local) => put({ local })} />
    {sample && sample !== asked.local ? <p><button type="button" className="btn btn-small btn-quiet" onClick={() => put({ local: sample })}>{say('try.sample')}</button></p> : null}
    <SelectField label={say('try.category')} value={asked.category} empty={say('try.anyCategory')} options={choices.categories.filter(({ active }) => active).map(({ code, name, depth }) => ({ value: code, label: `${'　'.repeat(depth)}${wordsIn(name, lang)}` }))} onChange={(category) => put({ category })} />
    <SelectField label={say('try.type')} value={asked.type} empty={say('applies.asCategory')} options={choices.types.map(({ code, name }) => ({ value: code, label: wordsIn(name, lang) }))} onChange={(type) => put({ type })} />
  </>
)

/** When something that came in at a moment is due, and why, hour by hour: the clocks themselves, nothing kept. */
export const TryDue = ({ set, calendar, world }: Props) => {
  const { say } = world
  const { now } = useStudio()
  const head = useId()
  const today = new Date(now).toLocaleString('sv-SE', { timeZone: calendar.timeZone }).slice(0, 16).replace(' ', 'T')
  const sample = telling(calendar, today.slice(0, 10))
  const [asked, setAsked] = useState<Asked>({ local: sample ?? today, category: '', type: '', clock: 'firstReply' })
  const put = (change: Partial<Asked>) => setAsked((old) => ({ ...old, ...change }))
  const { limits, found } = limitsOf(set, world, asked)
  return (
    <section className="try" aria-labelledby={head}>
      <div className="try-head"><Icon name="play" /><h2 id={head}>{say('try.heading')}</h2><p>{say('try.lead')}</p></div>
      <div className="stack">
        <Facts asked={asked} put={put} sample={sample} world={world} />
        {limits.length > 0 ? <SelectField label={say('try.which')} value={found?.limit.clock ?? ''} options={limits.map((each) => ({ value: each.clock, label: `${clockName(each.clock, set.limits, world)} · ${amountText(each, say)}` }))} onChange={(clock) => put({ clock })} /> : null}
      </div>
      <div className="stack-s try-result" aria-live="polite"><Result found={found} local={asked.local} calendar={calendar} world={world} /></div>
    </section>
  )
}
