'use client'

import type { ClockSignal, Limit } from '../../../domain/clocks/types'
import { Check } from '../kit'
import type { Say } from './labels'

type Part = 'start' | 'stop' | 'pause' | 'cancel'
type Spoken = Exclude<ClockSignal, 'resumed' | 'restored' | 'extended'>

/** What may start, stop, pause or end a clock; the rest a clock handles by itself. */
const OFFERED: Record<Part, readonly Spoken[]> = {
  start: ['created', 'accepted', 'assigned', 'replied', 'handled', 'verified', 'returned', 'reopened'],
  stop: ['accepted', 'assigned', 'replied', 'handled', 'verified', 'archived', 'dismissed', 'withdrawn'],
  pause: ['waitReporter', 'waitThirdParty', 'waitWeather'],
  cancel: ['dismissed', 'withdrawn', 'returned', 'reopened'],
}

const spoken = (signal: ClockSignal): signal is Spoken => signal !== 'resumed' && signal !== 'restored' && signal !== 'extended'

/** The happenings that a clock listens to for one purpose, as ticks in plain words. */
export const Signals = ({ of, limit, say, onChange }: { of: Part; limit: Limit; say: Say; onChange: (change: Partial<Limit>) => void }) => {
  const now = limit[of] ?? []
  const offered = [...new Set([...OFFERED[of], ...now.filter(spoken)])]
  const tick = (signal: ClockSignal, on: boolean) => onChange({ [of]: on ? [...now, signal] : now.filter((each) => each !== signal) })
  return (
    <fieldset>
      <legend>{say(`dialog.${of}`)}</legend>
      {offered.map((signal) => <Check key={signal} label={say(`signal.${signal}`)} checked={now.includes(signal)} onChange={(on) => tick(signal, on)} />)}
      {of === 'pause' ? <p className="small muted">{say('dialog.pauseHint')}</p> : null}
    </fieldset>
  )
}
