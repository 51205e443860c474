'use client'

import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useSay } from '../words'
import { chosenBy, labelOf, maybeLonger, type Choice } from './choose'
import { Field } from './Field'
import { Icon } from './Icon'
import { whenReleased } from '../../forms/whenReleased'

type InputProps = {
  label: ReactNode
  choices: readonly Choice[]
  /** What stands in the field while nothing is being typed. */
  shown: string
  typed: string | undefined
  fault: boolean
  onType: (text: string) => void
  onLeave: () => void
  hint?: ReactNode
  error?: string
  placeholder?: string
  disabled?: boolean
}

/** A field with its list. While its text is nobody's, the form it stands in is not sent. */
const PickInput = ({ label, choices, shown, typed, fault, onType, onLeave, hint, error, placeholder, disabled }: InputProps) => {
  const say = useSay('studio')
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const none = say('pick.none', { text: typed ?? '' })
  const unknown = typed !== undefined && typed.trim() !== '' && !chosenBy(choices, typed)
  useEffect(() => input.current?.setCustomValidity(unknown ? none : ''), [unknown, none])
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || typed === undefined) return
    event.preventDefault()
    onLeave()
  }
  return (
    <>
      <Field label={label} hint={hint} error={fault && unknown ? none : error}>
        {(control) => (
          <input {...control} ref={input} className="input" list={list} autoComplete="off" placeholder={placeholder} disabled={disabled} value={typed ?? shown}
            onChange={(event) => onType(event.target.value)} onBlur={onLeave} onKeyDown={enter} />
        )}
      </Field>
      <datalist id={list}>{choices.map((choice) => <option key={choice.id} value={labelOf(choice)} />)}</datalist>
    </>
  )
}

type Asked = { label: ReactNode; choices: readonly Choice[]; hint?: ReactNode; error?: string; placeholder?: string; disabled?: boolean }

/** One of many, found by typing its name. What is typed stays as it is until the field is left; what is nobody's is said and chooses nothing. */
export const PickOne = ({ value, choices, onChange, ...field }: Asked & { value: string | undefined; onChange: (id: string | undefined) => void }) => {
  const [typed, setTyped] = useState<string>()
  const [left, setLeft] = useState(false)
  const current = choices.find(({ id }) => id === value)
  const type = (text: string) => {
    setTyped(text)
    setLeft(false)
    const found = chosenBy(choices, text)
    if ((found || text.trim() === '') && found?.id !== current?.id) onChange(found?.id)
  }
  const leave = () => {
    if (typed === undefined) return
    if (typed.trim() === '' || chosenBy(choices, typed)) setTyped(undefined)
    else whenReleased(() => setLeft(true))
  }
  return <PickInput {...field} choices={choices} shown={current ? labelOf(current) : ''} typed={typed} fault={left} onType={type} onLeave={leave} />
}

/** One more out of many: what was found goes to where it belongs, and the field is empty again. */
export const PickNext = ({ choices, onPick, ...field }: Asked & { onPick: (id: string) => void }) => {
  const [typed, setTyped] = useState<string>()
  const [left, setLeft] = useState(false)
  const take = (choice: Choice) => {
    setTyped(undefined)
    onPick(choice.id)
  }
  const type = (text: string) => {
    const found = chosenBy(choices, text)
    if (found && !maybeLonger(choices, text)) return take(found)
    setTyped(text)
    setLeft(false)
  }
  const leave = () => {
    if (typed === undefined) return
    const found = chosenBy(choices, typed)
    if (found) take(found)
    else if (typed.trim() === '') setTyped(undefined)
    else whenReleased(() => setLeft(true))
  }
  return <PickInput {...field} choices={choices} shown="" typed={typed} fault={left} onType={type} onLeave={leave} />
}

/** Several of many: each found by typing, shown as a mark that can be taken off. */
export const PickMany = ({ values, choices, onChange, ...field }: Asked & { values: readonly string[]; onChange: (ids: string[]) => void }) => {
  const say = useSay('studio')
  const chosen = values.flatMap((value) => choices.find(({ id }) => id === value) ?? [])
  return (
    <div className="field">
      <PickNext {...field} choices={choices.filter(({ id }) => !values.includes(id))} onPick={(id) => onChange([...values, id])} />
      {chosen.length > 0 ? (
        <ul className="chosen">
          {chosen.map((choice) => (
            <li key={choice.id}><span>{choice.name}</span><button type="button" className="btn btn-icon" disabled={field.disabled} aria-label={say('act.removeNamed', { name: choice.name })} onClick={() => onChange(values.filter((id) => id !== choice.id))}><Icon name="stop" /></button></li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
