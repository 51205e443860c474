'use client'

import type { FlowView } from '../../../services/studio/flow/view'
import type { Setup } from '../../../services/studio/flow/pretend'
import { Check, Field, PickOne, SelectField, TextField } from '../kit'
import { useStudio } from '../words'
import { useFlowWords } from './words'

type Props = { setup: Setup; choices: FlowView['choices']; onChange: (setup: Setup) => void }

const MINUTE = 60_000

/** Minutes by which a zone is ahead of universal time at an instant. */
const aheadOf = (at: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' }).formatToParts(at)
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0)
  return Math.round((Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute')) - Math.floor(at / MINUTE) * MINUTE) / MINUTE)
}

const localText = (at: number, timeZone: string): string => new Date(at + aheadOf(at, timeZone) * MINUTE).toISOString().slice(0, 16)

const instantOf = (text: string, timeZone: string): number | undefined => {
  const wanted = Date.parse(`${text}Z`)
  return Number.isNaN(wanted) ? undefined : wanted - aheadOf(wanted - aheadOf(wanted, timeZone) * MINUTE, timeZone) * MINUTE
}

/** Monday, twelve past nine, in the week after `now`: an ordinary working morning. */
export const nextMonday = (now: number, timeZone: string): number => {
  const local = new Date(now + aheadOf(now, timeZone) * MINUTE)
  const days = (8 - local.getUTCDay()) % 7 || 7
  const wanted = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() + days, 9, 12)
  return wanted - aheadOf(wanted, timeZone) * MINUTE
}

/** What the pretend matter is about. */
export const TrySetup = ({ setup, choices, onChange }: Props) => {
  const { say } = useFlowWords()
  const { timeZone } = useStudio()
  const change = (next: Partial<Setup>) => onChange({ ...setup, ...next })
  const options = (list: FlowView['choices']['types']) => list.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <details className="flow-setup">
      <summary>{say('try.setup')}</summary>
      <div className="stack-s">
        <TextField label={say('try.text')} lines={2} maxLength={500} value={setup.text} onChange={(text) => change({ text })} />
        <SelectField label={say('try.type')} value={setup.type ?? ''} empty={say('try.none')} options={options(choices.types)} onChange={(type) => change({ type: type || undefined })} />
        <PickOne label={say('try.category')} value={setup.category} choices={choices.categories} onChange={(category) => change({ category })} />
        <PickOne label={say('try.unit')} hint={say('try.unitHint')} value={setup.unit} choices={choices.units} onChange={(unit) => change({ unit })} />
        <SelectField label={say('try.source')} value={setup.source ?? ''} empty={say('try.none')} options={options(choices.sources)} onChange={(source) => change({ source: source || undefined })} />
        <Field label={say('try.at')}>{(control) => <input {...control} className="input" type="datetime-local" value={localText(setup.at, timeZone)} onChange={(event) => { const at = instantOf(event.target.value, timeZone); if (at !== undefined) change({ at }) }} />}</Field>
        <Check label={say('try.byStaff')} checked={setup.byStaff} onChange={(byStaff) => change({ byStaff })} />
      </div>
    </details>
  )
}
