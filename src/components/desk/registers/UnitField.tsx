'use client'

import { useCallback, useId, useState } from 'react'
import { useSearch } from '../hooks/useSearch'
import { UnitTree, type PickedUnit } from '../ui/UnitTree'
import { findUnits } from './api'
import { useRegister } from './words'

type Found = { units: { id: string; name: string; hint: string }[] }

const textOf = ({ name, hint }: { name: string; hint: string }): string => (hint ? `${name} · ${hint}` : name)

/** What is asked for as it stands; nothing once a unit was chosen. */
const questionOf = (text: string, value: PickedUnit | null): string | undefined => (text.trim() && text !== value?.name ? text.trim().split(' · ')[0] : undefined)

type Props = { register: string; control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }; value: PickedUnit | null; onChange: (unit: PickedUnit | null) => void; /** What stands there as typed: the server knows a code and a name, too. */ onTyped?: (text: string) => void; /** Sends it with a plain form. */ name?: string }

const Sent = ({ name, value }: { name: string | undefined; value: string }) => (name && value ? <input type="hidden" name={name} value={value} /> : null)

/** A unit by its name or code, or by walking down the territory: equal ways. */
export const UnitField = ({ register, control, value, onChange, onTyped, name }: Props) => {
  const say = useRegister()
  const id = useId()
  const [text, setText] = useState(value?.name ?? '')
  const [walking, setWalking] = useState(false)
  const run = useCallback((q: string, signal: AbortSignal) => findUnits(register, q, signal), [register])
  const search = useSearch<Found>(questionOf(text, value), run)
  const units = search.data?.units ?? []
  const type = (next: string) => {
    setText(next)
    onTyped?.(next)
    const hit = units.find((unit) => textOf(unit) === next || unit.name === next)
    if (hit) {
      setText(hit.name)
      onChange({ id: hit.id, name: hit.name, above: hit.hint ? [hit.hint] : [] })
    } else if (value) onChange(null)
  }
  return (
    <div className="stack">
      <input {...control} className="input" list={`${id}-units`} value={text} autoComplete="off" placeholder={say('desk.unitHint')} onChange={(event) => type(event.target.value)} />
      <datalist id={`${id}-units`}>{units.map((unit) => <option key={unit.id} value={textOf(unit)} />)}</datalist>
      <Sent name={name} value={value?.id ?? text.trim()} />
      <button type="button" className="link" aria-expanded={walking} aria-controls={`${id}-tree`} onClick={() => setWalking(!walking)}>{say('desk.walk')}</button>
      <div id={`${id}-tree`}>
        {!walking ? null : <UnitTree value={value} onChange={(unit) => { onChange(unit); setText(unit?.name ?? ''); onTyped?.(''); setWalking(false) }} />}
      </div>
    </div>
  )
}
