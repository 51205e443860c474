'use client'

import { barShape } from '../bar'
import { clockCorner, clockMeasure, clockSaying, clockTitle, duePart } from '../clock'
import { exactWord } from '../time'
import type { ClockVM } from '../types'
import { useDesk, type Desk } from '../words'
import { Icon } from './icons'

/** Solid: used. Dashed: paused. Notch: the limit. Thicker beyond it: overrun. The words beside it say the same. */
export const ClockBar = ({ clock }: { clock: ClockVM }) => {
  const { pieces, limitAt } = barShape(clock)
  return (
    <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path className="bar-track" d="M0 4h100" />
      {pieces.map(({ kind, from, to }) => (
        <g key={`${kind}${from}`}>
          {kind === 'paused' ? <path className="bar-gap" d={`M${from} 4H${to}`} /> : null}
          <path className={`bar-${kind}`} d={`M${from} 4H${to}`} />
        </g>
      ))}
      {limitAt === undefined ? null : <path className="bar-limit" d={`M${limitAt} 0v8`} />}
    </svg>
  )
}

/** A clock in a list: words, its name, the bar. The exact date is its title. */
export const ClockLine = ({ clock }: { clock: ClockVM }) => {
  const desk = useDesk()
  const { tone, icon, text } = clockSaying(clock, desk, true)
  const due = duePart(clock, desk)
  return (
    <div className="clock" data-tone={tone} title={clockTitle(clock, desk)}>
      <span className="clock-say">
        {icon ? <Icon name={icon} /> : null}
        {due ? <span className="clock-when">{due}</span> : null}
        <b>{text}</b>
        <small>{clock.name}</small>
      </span>
      <ClockBar clock={clock} />
    </div>
  )
}

/** What stands where a clock would be. */
export const NoClock = () => <span className="muted small">{useDesk().say('clock.none')}</span>

/** What paper shows in place of "today" and "tomorrow". */
const exactOf = ({ stoppedAt, dueAt }: ClockVM, desk: Desk): string | undefined => {
  const at = stoppedAt ?? dueAt
  return at === undefined ? undefined : exactWord(at, desk)
}

/** A clock on the matter's page. */
export const ClockCard = ({ clock }: { clock: ClockVM }) => {
  const desk = useDesk()
  const { tone, icon, text } = clockSaying(clock, desk)
  const missing = clock.missingYears?.[0]
  return (
    <li className="clock" data-tone={tone} title={clockTitle(clock, desk)}>
      <h2>
        {clock.name} <span data-exact={exactOf(clock, desk)}>{clockCorner(clock, desk)}</span>
      </h2>
      <span className="clock-say">
        {icon ? <Icon name={icon} /> : null}
        <b>{text}</b>
        <small>{clockMeasure(clock, desk)}</small>
      </span>
      <ClockBar clock={clock} />
      {missing === undefined ? null : <p className="hint">{desk.say('clock.missingYear', { year: missing })}</p>}
    </li>
  )
}
