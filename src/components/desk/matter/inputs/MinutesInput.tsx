'use client'

import { useState } from 'react'
import { spanWord } from '../../time'
import type { ClockVM, InputVM, MatterVM } from '../../types'
import { FieldGroup, Select } from '../../ui/Field'
import { useDesk, type Say } from '../../words'
import { useBench } from '../context'

type MinutesProps = { input: InputVM; value: number | null; fault?: string; onChange: (value: number | null) => void }

/** What a day is to the clock that is extended: its own working day, or 24 hours. */
type Measure = { unit: ClockVM['unit']; workdayMinutes: number; day: number; working: boolean }

const measureOf = ({ clocks }: MatterVM): Measure => {
  const clock = clocks.find(({ code }) => code === 'resolve') ?? clocks.at(-1)
  const working = clock?.unit.startsWith('working') ?? true
  const workdayMinutes = clock?.workdayMinutes ?? 480
  return { unit: clock?.unit ?? 'workingHours', workdayMinutes, day: working ? workdayMinutes : 1440, working }
}

const rangeHint = ({ min = 0, max, help }: InputVM, measure: Measure, say: Say): string | undefined =>
  max === undefined ? help : say('act.minutesRange', { min: spanWord(min, measure, { say }), max: spanWord(max, measure, { say }) })

const amountOf = (minutes: number | null, unit: number): string => (minutes === null ? '' : String(Math.round((minutes / unit) * 100) / 100))

/** A length of time as people say it: so many hours, so many days. */
export const MinutesInput = ({ input, value, fault, onChange }: MinutesProps) => {
  const { say } = useDesk()
  const measure = measureOf(useBench().matter)
  const [unit, setUnit] = useState(value !== null && value % measure.day === 0 ? measure.day : 60)
  const amount = amountOf(value, unit)
  const set = (text: string, size: number) => {
    setUnit(size)
    onChange(Number(text) > 0 ? Math.round(Number(text) * size) : null)
  }
  return (
    <FieldGroup legend={input.label} required={input.required} fault={fault} hint={rangeHint(input, measure, say)}>
      <span className="amount">
        <input className="input" type="number" inputMode="decimal" min={0} step="any" aria-label={input.label} value={amount} onChange={(event) => set(event.target.value, unit)} />
        <Select aria-label={say('act.unit')} value={unit} onChange={(event) => set(amount, Number(event.target.value))}>
          <option value={60}>{say(measure.working ? 'act.workHours' : 'act.hours')}</option>
          <option value={measure.day}>{say(measure.working ? 'act.workDays' : 'act.days')}</option>
        </Select>
      </span>
    </FieldGroup>
  )
}
