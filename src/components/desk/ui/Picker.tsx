'use client'

import { useId, useRef } from 'react'
import type { PickKind } from '../api'
import type { PickOption } from '../types'
import { useWords } from '../words'
import type { ControlProps } from './Field'
import { Icon } from './icons'
import { usePicker } from './usePicker'

export type Picked = Pick<PickOption, 'kind' | 'id' | 'name' | 'hint'>

type PickerProps = {
  control: ControlProps
  kind: PickKind
  matter?: string
  value: Picked | null
  /** Shown before anything is typed. */
  offers?: PickOption[]
  placeholder?: string
  onChange: (value: Picked | null) => void
}

/** Picks a unit, team, person or matter by typing. What cannot be picked stays in the list and says why. */
export const Picker = (props: PickerProps) => {
  const say = useWords()
  const { value, onChange, control } = props
  if (!value) return <PickerInput {...props} />
  return (
    <span className="picked">
      <span className="who"><b>{value.name}</b>{value.hint ? <small>{value.hint}</small> : null}</span>
      <button id={control.id} type="button" className="btn quiet small" aria-label={say('picker.changeThis', { name: value.name })} onClick={() => onChange(null)}>
        {say('picker.change')}
      </button>
    </span>
  )
}

const NO_OFFERS: PickOption[] = []

const PickerInput = ({ control, kind, matter, offers = NO_OFFERS, placeholder, onChange }: PickerProps) => {
  const say = useWords()
  const list = useId()
  const box = useRef<HTMLDivElement>(null)
  const picker = usePicker({ kind, matter, offers, onChoose: ({ kind: found, id, name, hint }) => onChange({ kind: found, id, name, hint }) })
  const { open, setOpen, active, options, choose } = picker
  const label = say(`picker.find.${kind}`)
  return (
    <div className="combo" ref={box} onBlur={(event) => { if (!box.current?.contains(event.relatedTarget)) setOpen(false) }}>
      <Icon name="search" />
      <input {...control} className="input" role="combobox" aria-expanded={open} aria-controls={list} aria-autocomplete="list" autoComplete="off"
        aria-activedescendant={open && active >= 0 ? `${list}-${active}` : undefined} placeholder={placeholder ?? label} value={picker.text}
        onFocus={() => setOpen(true)} onClick={() => setOpen(true)} onKeyDown={picker.onKeyDown} onChange={(event) => picker.type(event.target.value)} />
      {open ? (
        <div className="combo-list">
          <ul role="listbox" id={list} aria-label={label}>
            {options.map((option, index) => (
              <OptionRow key={`${option.kind}${option.id}`} id={`${list}-${index}`} option={option} active={index === active} onChoose={() => choose(option)} />
            ))}
          </ul>
          <p className="hint" role="status">{picker.status}</p>
        </div>
      ) : null}
    </div>
  )
}

type OptionProps = { id: string; option: PickOption; active: boolean; onChoose: () => void }

const OptionRow = ({ id, option, active, onChoose }: OptionProps) => (
  // Mouse down, not click: the input would lose the focus and the list would close before the click.
  <li id={id} role="option" aria-selected={active} aria-disabled={option.off ? true : undefined} onMouseDown={(event) => { event.preventDefault(); onChoose() }}>
    <b>{option.name}</b>
    {option.hint || option.off ? <small>{[option.hint, option.off].filter(Boolean).join(' · ')}</small> : null}
  </li>
)

/** What a picker's value is on the wire: `{team: id}`; a matter has none. */
export const leadOf = (value: Picked): Partial<Record<'unit' | 'team' | 'person', string>> => (value.kind === 'matter' ? {} : { [value.kind]: value.id })
