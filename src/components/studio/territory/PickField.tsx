'use client'

import { useId, type ReactNode } from 'react'
import { Field } from '../kit'
import { useSay } from '../words'
import { useGiven } from './useGiven'

export type Pickable = { id: string; label: string }

type Props = { label: ReactNode; value: string; options: readonly Pickable[]; onChange: (id: string) => void; hint?: ReactNode; error?: string; placeholder?: string; disabled?: boolean }

const labelOf = (options: readonly Pickable[], id: string): string => options.find((option) => option.id === id)?.label ?? ''

/** One out of a long list, found by typing. What is not in the list is said so, and not taken. */
export const PickField = ({ label, value, options, onChange, hint, error, placeholder, disabled }: Props) => {
  const say = useSay('studioTerritory')
  const list = useId()
  const shown = labelOf(options, value)
  const [text, setText] = useGiven(shown, (label) => label)
  const type = (typed: string): void => {
    setText(typed)
    const found = options.find((option) => option.label === typed.trim())
    if (found || typed.trim() === '') onChange(found?.id ?? '')
  }
  const unknown = text.trim() !== '' && text !== shown && !options.some((option) => option.label === text.trim())
  return (
    <Field label={label} hint={hint} error={unknown ? say('unit.pickNone', { text }) : error}>
      {(control) => (
        <>
          <input {...control} className="input" list={list} value={text} placeholder={placeholder} disabled={disabled} autoComplete="off" onChange={(event) => type(event.target.value)} onBlur={() => { if (unknown) setText(shown) }} />
          <datalist id={list}>{options.map((option) => <option key={option.id} value={option.label} />)}</datalist>
        </>
      )}
    </Field>
  )
}

/** Options whose labels are told apart by their codes where names are the same. */
export const pickable = (rows: readonly { id: string; name: string; code?: string }[]): Pickable[] => {
  const counts = new Map<string, number>()
  for (const { name } of rows) counts.set(name, (counts.get(name) ?? 0) + 1)
  return rows.map(({ id, name, code }) => ({ id, label: (counts.get(name) ?? 0) > 1 || code ? [name, code].filter(Boolean).join(' · ') : name }))
}
