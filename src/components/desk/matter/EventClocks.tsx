'use client'

import { exactWord, shareWord, spanWord, whenWord } from '../time'
import type { EventClockVM, EventVM } from '../types'
import { Icon, type IconName } from '../ui/icons'
import { When } from '../ui/marks'
import { useDesk, type Desk } from '../words'

const ICONS: Record<EventClockVM['what'], IconName> = {
  started: 'clock', paused: 'pause', resumed: 'right', extended: 'wait', met: 'check', missed: 'alert', ended: 'minus', running: 'clock', late: 'alert',
}

/** Those whose words name the due date. */
const DATED: EventClockVM['what'][] = ['started', 'extended']

const sentence = (clock: EventClockVM, desk: Desk): string => desk.say(`trail.clock.${clock.what}`, {
  name: clock.name,
  limit: spanWord(clock.limitMinutes, clock, desk),
  share: shareWord(clock.usedMinutes, clock.limitMinutes, clock, desk),
  over: spanWord(clock.leftMinutes, clock, desk),
  paused: spanWord(clock.pausedMinutes, clock, desk),
  due: clock.dueAt === undefined ? '' : whenWord(clock.dueAt, desk),
})

/** What a happening did to the clocks: in words, with the exact due date as its title. */
const ClockPart = ({ clock }: { clock: EventClockVM }) => {
  const desk = useDesk()
  return (
    <li data-what={clock.what} title={DATED.includes(clock.what) && clock.dueAt !== undefined ? exactWord(clock.dueAt, desk) : undefined}>
      <Icon name={ICONS[clock.what]} />{sentence(clock, desk)}
    </li>
  )
}

const stayWord = (stay: EventVM['stay'], desk: Desk): string | undefined =>
  stay && stay.minutes >= 1 ? desk.say('trail.stay', { step: stay.name, span: spanWord(stay.minutes, { unit: 'workingHours', workdayMinutes: stay.workdayMinutes }, desk) }) : undefined

/** The clocks of a step, and how long the step before it took. */
const Clocks = ({ event: { clocks = [], stay } }: { event: EventVM }) => {
  const desk = useDesk()
  const word = stayWord(stay, desk)
  if (!clocks.length && !word) return null
  return (
    <ul className="trail-clocks small" aria-label={desk.say('trail.clocks')}>
      {clocks.map((clock) => <ClockPart key={clock.code} clock={clock} />)}
      {word ? <li>{word}</li> : null}
    </ul>
  )
}

/** What the clocks passed while the step lasted, folded: the last of it is said. */
const Marks = ({ marks }: { marks: NonNullable<EventVM['marks']> }) => {
  const { say } = useDesk()
  const last = marks.at(-1)
  if (!last) return null
  return (
    <details className="small trail-marks">
      <summary>{say('trail.marks', { last: last.text, n: marks.length })}</summary>
      <ul>{marks.map(({ id, at, text }) => <li key={id}><When at={at} /> {text}</li>)}</ul>
    </details>
  )
}

export const EventClocks = ({ event }: { event: EventVM }) => <><Clocks event={event} /><Marks marks={event.marks ?? []} /></>
