'use client'

import { useState } from 'react'
import { spanWord } from '../../time'
import type { InputVM } from '../../types'
import { FieldGroup, Select } from '../../ui/Field'
import { useDesk } from '../../words'
import { useBench } from '../context'

type MinutesProps = { input: InputVM; value: number | null; fault?: string; onChange: (value: number | null) => void }

/** A length of time as people say it: so many hours, so many days. A day is the clock's own day. */
export const MinutesInput = ({ input, value, fault, onChange }: MinutesProps) => {
  const desk = useDesk()
  const { say } = desk
  const { matter } = useBench()
  const clock = matter.clocks.find(({ code }) => code === 'resolve') ?? matter.clocks.at(-1)
  const working = clock ? clock.unit.startsWith('working') : true
  const day = working ? clock?.workdayMinutes ?? 480 : 1440
  const [unit, setUnit] = useState<number>(value !== null && value % day === 0 ? day : 60)
  const set = (amount: number, size: number) => {
    setUnit(size)
    onChange(amount > 0 ? Math.round(amount * size) : null)
  }
  const amount = value === null ? '' : String(Math.round((value / unit) * 100) / 100)
  const range = { unit: working ? ('workingHours' as const) : ('naturalHours' as const), workdayMinutes: day }
  const hint = input.max === undefined ? input.help : say('act.minutesRange', { min: spanWord(input.min ?? 0, range, desk), max: spanWord(input.max, range, desk) })
  return (
    <FieldGroup legend={input.label} required={input.required} fault={fault} hint={hint}>
      <span className="amount">
        <input className="input" type="number" inputMode="decimal" min={0} step="any" aria-label={input.label} value={amount} onChange={(event) => set(Number(event.target.value), unit)} />
        <Select aria-label={say('act.unit')} value={unit} onChange={(event) => set(Number(amount), Number(event.target.value))}>
          <option value={60}>{say(working ? 'act.workHours' : 'act.hours')}</option>
          <option value={day}>{say(working ? 'act.workDays' : 'act.days')}</option>
        </Select>
      </span>
    </FieldGroup>
  )
}
