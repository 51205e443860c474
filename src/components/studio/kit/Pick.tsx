'use client'

import { useId, useState, type ReactNode } from 'react'
import { useSay } from '../words'
import { Field } from './Field'
import { Icon } from './Icon'

export type Choice = { id: string; name: string; /** Told beside the name where names repeat. */ hint?: string }

const shown = ({ name, hint }: Choice): string => (hint ? `${name} · ${hint}` : name)

const List = ({ id, choices }: { id: string; choices: readonly Choice[] }) => (
  <datalist id={id}>{choices.map((choice) => <option key={choice.id} value={shown(choice)} />)}</datalist>
)

type OneProps = { label: ReactNode; value: string | undefined; choices: readonly Choice[]; onChange: (id: string | undefined) => void; hint?: ReactNode; error?: string; placeholder?: string }

/** One of many, found by typing part of its name. What is typed and fits nothing is said, and chooses nothing. */
export const PickOne = ({ label, value, choices, onChange, hint, error, placeholder }: OneProps) => {
  const say = useSay('studio')
  const list = useId()
  const current = choices.find(({ id }) => id === value)
  const [typed, setTyped] = useState<string>()
  const text = typed ?? (current ? shown(current) : '')
  const type = (next: string) => {
    const found = choices.find((choice) => shown(choice) === next || choice.name === next)
    setTyped(found || next === '' ? undefined : next)
    if (found || next === '') onChange(found?.id)
  }
  return (
    <>
      <Field label={label} hint={hint} error={error ?? (typed === undefined ? undefined : say('pick.none'))}>
        {(control) => <input {...control} className="input" list={list} autoComplete="off" placeholder={placeholder} value={text} onChange={(event) => type(event.target.value)} />}
      </Field>
      <List id={list} choices={choices} />
    </>
  )
}

type ManyProps = { label: ReactNode; values: readonly string[]; choices: readonly Choice[]; onChange: (ids: string[]) => void; hint?: ReactNode; placeholder?: string }

/** Several of many: each found by typing, shown as a mark that can be taken off. */
export const PickMany = ({ label, values, choices, onChange, hint, placeholder }: ManyProps) => {
  const say = useSay('studio')
  const list = useId()
  const [text, setText] = useState('')
  const chosen = values.flatMap((value) => choices.find(({ id }) => id === value) ?? [])
  const free = choices.filter(({ id }) => !values.includes(id))
  const type = (next: string) => {
    const found = free.find((choice) => shown(choice) === next || choice.name === next)
    setText(found ? '' : next)
    if (found) onChange([...values, found.id])
  }
  return (
    <div className="field">
      <Field label={label} hint={hint}>
        {(control) => <input {...control} className="input" list={list} autoComplete="off" placeholder={placeholder} value={text} onChange={(event) => type(event.target.value)} />}
      </Field>
      <List id={list} choices={free} />
      {chosen.length > 0 ? (
        <ul className="chosen">
          {chosen.map((choice) => (
            <li key={choice.id}><span>{choice.name}</span><button type="button" className="btn btn-icon" aria-label={say('act.removeNamed', { name: choice.name })} onClick={() => onChange(values.filter((id) => id !== choice.id))}><Icon name="stop" /></button></li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
