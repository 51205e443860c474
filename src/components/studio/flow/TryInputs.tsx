'use client'

import { useState } from 'react'
import type { TryInput, TryOffer, TryView } from '../../../services/studio/flow/tryView'
import { Check, NumberField, SelectField, TextField } from '../kit'
import { useFlowWords } from './words'

type Values = Record<string, unknown>
type OneProps = { input: TryInput; who: TryView['who']; value: unknown; onChange: (value: unknown) => void }

const partyOf = (value: string): Record<string, string> => {
  const [kind = 'team', id = ''] = value.split(':')
  return { [kind]: id }
}

const Parties = ({ input, who, value, onChange }: OneProps) => {
  const chosen = Array.isArray(value) ? (value as Record<string, string>[]) : []
  const has = (party: Record<string, string>): boolean => chosen.some((one) => JSON.stringify(one) === JSON.stringify(party))
  return (
    <fieldset className="flow-checks">
      <legend>{input.label}</legend>
      {who.map((one) => {
        const party = partyOf(one.value)
        return <Check key={one.value} label={one.label} checked={has(party)} onChange={() => onChange(has(party) ? chosen.filter((each) => JSON.stringify(each) !== JSON.stringify(party)) : [...chosen, party])} />
      })}
      {input.error ? <p className="error">{input.error}</p> : null}
    </fieldset>
  )
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const Choice = ({ input, who, value, onChange }: OneProps) => {
  const { say } = useFlowWords()
  const [picked, setPicked] = useState('')
  const common = { label: input.label, hint: input.help, error: input.error, empty: say('try.none') }
  if (input.kind === 'lead') return <SelectField {...common} value={picked} options={who} onChange={(next) => { setPicked(next); onChange(next ? partyOf(next) : undefined) }} />
  const STARS = [1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: say('try.stars', { n }) }))
  const lists: Partial<Record<TryInput['kind'], { value: string; label: string }[]>> = {
    choice: input.options ?? [], rating: STARS, matter: [{ value: 'pretend-matter', label: say('try.pretendMatter') }], person: [{ value: 'pretend-person', label: say('try.pretendPerson') }],
    photos: [0, 1, 2, 3].map((n) => ({ value: String(n), label: say('try.times', { n }) })),
  }
  const shown = input.kind === 'photos' ? String(Array.isArray(value) ? value.length : 0) : textOf(value)
  const take = (next: string) => onChange(input.kind === 'photos' ? Array.from({ length: Number(next) || 0 }, (_, at) => `photo-${at + 1}`) : next || undefined)
  return <SelectField {...common} empty={input.kind === 'photos' ? undefined : common.empty} value={shown} options={lists[input.kind] ?? []} onChange={take} />
}

const One = (props: OneProps) => {
  const { input, value, onChange } = props
  const { say } = useFlowWords()
  if (input.kind === 'text') return <TextField label={input.label} hint={input.help} error={input.error} lines={2} maxLength={input.maxLength} value={textOf(value)} onChange={onChange} />
  if (input.kind === 'minutes') return <NumberField label={say('list.with', { what: input.label, note: say('try.minutes') })} hint={input.help} error={input.error} min={input.min} max={input.max} value={typeof value === 'number' ? value : undefined} onChange={onChange} />
  return input.kind === 'parties' ? <Parties {...props} /> : <Choice {...props} />
}

/** What the engine asks for before a button works, filled in for the pretend matter. */
export const TryInputs = ({ offer, who, busy, onGo }: { offer: TryOffer; who: TryView['who']; busy: boolean; onGo: (input: Values) => void }) => {
  const { say } = useFlowWords()
  const [values, setValues] = useState<Values>({})
  return (
    <form className="stack-s flow-try-form" onSubmit={(event) => { event.preventDefault(); onGo(values) }} noValidate>
      <p><b>{say('try.fill', { name: offer.name })}</b></p>
      {offer.inputs.map((input) => (
        <One key={input.key} input={{ ...input, label: input.required ? input.label : say('list.with', { what: input.label, note: say('action.optional') }) }} who={who} value={values[input.key]} onChange={(value) => setValues((now) => ({ ...now, [input.key]: value }))} />
      ))}
      <button type="submit" className="btn btn-stage" disabled={busy}>{say('try.go')}</button>
    </form>
  )
}
