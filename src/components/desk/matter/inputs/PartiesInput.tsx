'use client'

import { useId } from 'react'
import type { InputVM, PartyValue } from '../../types'
import { FieldGroup } from '../../ui/Field'
import { Icon } from '../../ui/icons'
import { Picker } from '../../ui/Picker'
import { useDesk } from '../../words'
import { localDay } from '../../time'

type PartiesProps = { input: InputVM; value: PartyValue[]; fault?: string; matter: string; onChange: (value: PartyValue[]) => void }

/** Co-handlers, each with its part and its day. */
export const PartiesInput = ({ input, value, fault, matter, onChange }: PartiesProps) => {
  const { say } = useDesk()
  const id = useId()
  const set = (index: number, change: Partial<PartyValue>) => onChange(value.map((party, at) => (at === index ? { ...party, ...change } : party)))
  const full = input.maxCount !== undefined && value.length >= input.maxCount
  return (
    <FieldGroup legend={input.label} required={input.required} fault={fault} hint={input.help} full>
      <div className="stack">
        {value.map((party, index) => (
          <PartyRow key={`${party.who.kind}${party.who.id}`} party={party} onChange={(change) => set(index, change)} onRemove={() => onChange(value.filter((_, at) => at !== index))} />
        ))}
        {full ? null : (
          <label className="field" htmlFor={id}>
            <span className="hint">{say(value.length ? 'parties.another' : 'parties.first')}</span>
            <Picker key={value.length} control={{ id }} kind="lead" matter={matter} offers={input.offers} value={null} onChange={(who) => {
              if (who && !value.some((party) => party.who.id === who.id && party.who.kind === who.kind)) onChange([...value, { who, note: '', due: '' }])
            }} />
          </label>
        )}
      </div>
    </FieldGroup>
  )
}

type RowProps = { party: PartyValue; onChange: (change: Partial<PartyValue>) => void; onRemove: () => void }

const PartyRow = ({ party, onChange, onRemove }: RowProps) => {
  const { say, now, timeZone } = useDesk()
  const { name, hint } = party.who
  return (
    <div className="party">
      <span className="who"><b>{name}</b>{hint ? <small>{hint}</small> : null}</span>
      <input className="input" aria-label={say('parties.noteOf', { name })} placeholder={say('parties.note')} value={party.note} maxLength={200} onChange={(event) => onChange({ note: event.target.value })} />
      <input className="input" type="date" aria-label={say('parties.dueOf', { name })} min={localDay(now, timeZone)} value={party.due} onChange={(event) => onChange({ due: event.target.value })} />
      <button className="btn quiet only-icon" type="button" aria-label={say('parties.remove', { name })} onClick={onRemove}><Icon name="x" /></button>
    </div>
  )
}
