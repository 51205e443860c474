'use client'

import { CADENCE_KINDS, cadenceOf } from '../../../domain/routines/edit'
import { SHIFTS, type Cadence, type RoutineDef, type Shift } from '../../../domain/routines/types'
import type { SayRoutine } from './sentence'
import { Slot, type SlotOption } from './Slot'

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)

const DAYS = range(1, 31)
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const
const FROM_START = range(1, 23)
const FROM_END = range(1, 10)
const LENGTHS = range(2, 10)

type Part = { cadence: Cadence; say: SayRoutine; onChange: (cadence: Cadence) => void }

const nthOptions = (say: SayRoutine): SlotOption[] => [
  ...FROM_START.map((n) => ({ value: String(n), label: say('edit.nFirst', { n }) })),
  ...FROM_END.map((n) => ({ value: String(-n), label: n === 1 ? say('edit.nVeryLast') : say('edit.nLast', { n }) })),
]

const Which = ({ cadence, say, onChange }: Part) => {
  switch (cadence.kind) {
    case 'daily':
      return <label className="check-slot"><input type="checkbox" checked={cadence.workdaysOnly} onChange={(event) => onChange({ ...cadence, workdaysOnly: event.target.checked })} /> {say('edit.workdaysOnly')}</label>
    case 'weekly':
      return <Slot name={say('edit.weekdayName')} value={String(cadence.weekday)} options={WEEKDAYS.map((value) => ({ value, label: say(`weekday.${value}`) }))} onChange={(value) => onChange({ ...cadence, weekday: Number(value) })} />
    case 'monthly':
      return <Slot name={say('edit.dayName')} value={String(cadence.day)} options={DAYS.map((day) => ({ value: String(day), label: String(day) }))} onChange={(value) => onChange({ ...cadence, day: Number(value) })} />
    case 'workday':
      return <Slot name={say('edit.nName')} value={String(cadence.n)} options={nthOptions(say)} onChange={(value) => onChange({ ...cadence, n: Number(value) })} />
    case 'beforeHoliday':
      return <Slot name={say('edit.lengthName')} value={String(cadence.length)} options={LENGTHS.map((n) => ({ value: String(n), label: say('edit.days', { n }) }))} onChange={(value) => onChange({ ...cadence, length: Number(value) })} />
  }
}

const SHIFT_WORDS = { none: 'edit.shiftNone', before: 'edit.shiftBefore', after: 'edit.shiftAfter' } as const

/** When it is due, as a sentence with slots. */
export const WhenFields = ({ def: { cadence, at }, say, onChange, missing }: { def: RoutineDef; say: SayRoutine; onChange: (change: Pick<RoutineDef, 'cadence'> | Pick<RoutineDef, 'at'>) => void; missing: boolean }) => {
  const put = (next: Cadence) => onChange({ cadence: next })
  return (
    <fieldset className="stack-s">
      <legend>{say('edit.when')}</legend>
      <p className="sentence sentence-edit">
        <Slot name={say('edit.kind')} value={cadence.kind} options={CADENCE_KINDS.map((kind) => ({ value: kind, label: say(`edit.${kind}`) }))} onChange={(kind) => put(cadenceOf(kind as Cadence['kind'], cadence))} />
        <Which cadence={cadence} say={say} onChange={put} />
        <input className="slot" type="time" required aria-label={say('edit.at')} aria-invalid={missing || undefined} value={at} onChange={(event) => onChange({ at: event.target.value })} />
        {'shift' in cadence ? (
          <>{' '}{say('edit.shift')} <Slot name={say('edit.shift')} value={cadence.shift} options={SHIFTS.map((shift) => ({ value: shift, label: say(SHIFT_WORDS[shift]) }))} onChange={(shift) => put({ ...cadence, shift: shift as Shift })} /></>
        ) : null}
      </p>
      {cadence.kind === 'monthly' ? <p className="hint">{say('edit.dayHint')}</p> : null}
    </fieldset>
  )
}
