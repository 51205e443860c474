'use client'

import { useCallback, useId, useRef, useState, type KeyboardEvent } from 'react'
import { pick, type PickKind } from '../api'
import { useSearch } from '../hooks/useSearch'
import type { PickAnswer, PickOption } from '../types'
import { useWords } from '../words'
import type { ControlProps } from './Field'
import { Icon } from './icons'

export type Picked = Pick<PickOption, 'kind' | 'id' | 'name' | 'hint'>

type PickerProps = {
  control: ControlProps
  kind: PickKind
  matter?: string
  value: Picked | null
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

const PickerInput = ({ control, kind, matter, offers = [], placeholder, onChange }: PickerProps) => {
  const say = useWords()
  const list = useId()
  const box = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const wanted = text.trim()
  const useOffers = !wanted && offers.length > 0
  const run = useCallback((q: string, signal: AbortSignal) => pick(kind, q, { matter, signal }), [kind, matter])
  const found = useSearch<PickAnswer>(open && !useOffers ? wanted : undefined, run)
  const options = useOffers ? offers : found.data?.options ?? []
  const choose = (option: PickOption | undefined) => {
    if (!option || option.off) return
    onChange({ kind: option.kind, id: option.id, name: option.name, hint: option.hint })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, () => void> = {
      ArrowDown: () => { setOpen(true); setActive(Math.min(active + 1, options.length - 1)) },
      ArrowUp: () => setActive(Math.max(active - 1, 0)),
      Enter: () => choose(options[active] ?? (options.length === 1 ? options[0] : undefined)),
      Escape: () => setOpen(false),
    }
    const move = moves[event.key]
    if (!move || (event.key === 'Escape' && !open)) return
    event.preventDefault()
    event.stopPropagation()
    move()
  }
  return (
    <div className="combo" ref={box} onBlur={(event) => { if (!box.current?.contains(event.relatedTarget)) setOpen(false) }}>
      <Icon name="search" />
      <input {...control} className="input" role="combobox" aria-expanded={open} aria-controls={list} aria-autocomplete="list" autoComplete="off"
        aria-activedescendant={open && active >= 0 ? `${list}-${active}` : undefined} placeholder={placeholder ?? say(`picker.find.${kind}`)} value={text}
        onFocus={() => setOpen(true)} onClick={() => setOpen(true)} onKeyDown={onKeyDown}
        onChange={(event) => { setText(event.target.value); setOpen(true); setActive(-1) }} />
      {open ? (
        <div className="combo-list">
          <ul role="listbox" id={list} aria-label={say(`picker.find.${kind}`)}>
            {options.map((option, index) => (
              <OptionRow key={`${option.kind}${option.id}`} id={`${list}-${index}`} option={option} active={index === active} onChoose={() => choose(option)} />
            ))}
          </ul>
          <p className="hint" role="status">{comboStatus({ busy: found.busy, failed: Boolean(found.error), count: options.length, more: Boolean(found.data?.more), say })}</p>
        </div>
      ) : null}
    </div>
  )
}

type Status = { busy: boolean; failed: boolean; count: number; more: boolean; say: ReturnType<typeof useWords> }

const comboStatus = ({ busy, failed, count, more, say }: Status): string => {
  if (failed) return say('picker.failed')
  if (count) return more ? say('picker.more') : ''
  return say(busy ? 'common.loading' : 'picker.none')
}

type OptionProps = { id: string; option: PickOption; active: boolean; onChoose: () => void }

const OptionRow = ({ id, option, active, onChoose }: OptionProps) => (
  // Mouse down, not click: the input would lose the focus and the list would close before the click.
  <li id={id} role="option" aria-selected={active} aria-disabled={option.off ? true : undefined} onMouseDown={(event) => { event.preventDefault(); onChoose() }}>
    <b>{option.name}</b>
    {option.hint || option.off ? <small>{[option.hint, option.off].filter(Boolean).join(' · ')}</small> : null}
  </li>
)

/** What a picker's value is on the wire: `{team: id}`; a matter or a person alone is its id. */
export const leadOf = (value: Picked): Partial<Record<'unit' | 'team' | 'person', string>> => (value.kind === 'matter' ? {} : { [value.kind]: value.id })
