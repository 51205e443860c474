'use client'

import { useCallback, useId, useState } from 'react'
import type { PickedEntry } from '../../../services/registers/pointing'
import { useSearch } from '../hooks/useSearch'
import { FieldGroup } from '../ui/Field'
import { useWords } from '../words'
import { findEntries } from './api'

export type ChosenEntry = { id: string; name: string; hint: string; /** Types that may point at it. */ types: string[] }

type Props = { type: string | undefined; value: ChosenEntry | null; fault?: string; onChoose: (entry: PickedEntry & { types: string[] }) => void; onRemove: () => void }

type Found = { options: PickedEntry[]; offered: boolean }

const Options = ({ found, text, onChoose }: { found: Found | undefined; text: string; onChoose: (option: PickedEntry) => void }) => {
  const say = useWords()
  if (!text.trim() || !found) return null
  if (found.options.length === 0) return <p className="hint" role="status">{say('new.entryNone')}</p>
  return (
    <ul className="entry-options">
      {found.options.map((option) => (
        <li key={option.id}><button type="button" className="tree-row" onClick={() => onChoose(option)}><span>{option.name}</span><small>{option.hint}</small></button></li>
      ))}
    </ul>
  )
}

/** Which shop, facility or site a matter is about. Offered only where a register lets this type of matter point at its entries. */
export const EntryField = ({ type, value, fault, onChoose, onRemove }: Props) => {
  const say = useWords()
  const id = useId()
  const [text, setText] = useState('')
  const run = useCallback((q: string, signal: AbortSignal) => findEntries(type ?? '', q, signal), [type])
  const search = useSearch<Found>(type && !value ? text.trim() : undefined, run)
  if (!value && !search.data?.offered) return null
  return (
    <FieldGroup legend={say('new.entry')} hint={value ? undefined : say('new.entryHint')} fault={fault}>
      {value ? (
        <span className="picked">
          <span className="who"><b>{value.name}</b><small>{value.hint}</small></span>
          <button type="button" className="btn quiet small" onClick={onRemove}>{say('new.entryRemove')}</button>
        </span>
      ) : (
        <div className="entry-pick">
          <input id={id} className="input" aria-label={say('new.entry')} value={text} maxLength={80} autoComplete="off" onChange={(event) => setText(event.target.value)} />
          <Options found={search.data} text={text} onChoose={(option) => { setText(''); onChoose({ ...option, types: type ? [type] : [] }) }} />
        </div>
      )}
    </FieldGroup>
  )
}
