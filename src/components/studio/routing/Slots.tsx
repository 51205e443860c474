'use client'

import { useState, type ChangeEvent, type KeyboardEvent } from 'react'
import { Icon } from '../kit'
import { useSay } from '../words'

type Option = { code: string; label: string }

/** A choice inside a sentence. */
export const SelectSlot = ({ name, value, options, onChange, empty }: { name: string; value: string; options: readonly Option[]; onChange: (value: string) => void; empty?: string }) => (
  <select className={value === '' ? 'slot slot-empty' : 'slot'} aria-label={name} value={value} onChange={(event) => onChange(event.target.value)}>
    {empty === undefined ? null : <option value="">{empty}</option>}
    {options.map(({ code, label }) => <option key={code} value={code}>{label}</option>)}
  </select>
)

type ChipsProps = { chips: readonly Option[]; onTake: (code: string) => void }

const Chips = ({ chips, onTake }: ChipsProps) => {
  const say = useSay('studioRouting')
  return chips.map(({ code, label }) => (
    <span key={code} className="slot chip">{label}<button type="button" className="btn btn-icon" aria-label={say('sentence.take', { name: label })} onClick={() => onTake(code)}><Icon name="cross" /></button></span>
  ))
}

const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  // An input method uses Enter to take what it offers.
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  act()
}

/** Several of a long list: typed to be found, then added. */
export const SearchSlots = ({ name, list, known, codes, nameOf, onChange }: { name: string; list: string; known: readonly Option[]; codes: readonly string[]; nameOf: (code: string) => string; onChange: (codes: string[]) => void }) => {
  const say = useSay('studioRouting')
  const [typed, setTyped] = useState('')
  const add = (text: string): boolean => {
    const found = known.find(({ label, code }) => label === text || code === text)
    if (!found) return false
    if (!codes.includes(found.code)) onChange([...codes, found.code])
    return true
  }
  const take = (text: string) => setTyped(add(text) ? '' : text)
  // One name may begin another: what is typed waits for Enter, what is picked from the list does not.
  const change = ({ target, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
    if (nativeEvent instanceof InputEvent && nativeEvent.inputType !== 'insertReplacementText') setTyped(target.value)
    else take(target.value)
  }
  return (
    <>
      <Chips chips={codes.map((code) => ({ code, label: nameOf(code) }))} onTake={(code) => onChange(codes.filter((each) => each !== code))} />
      <input className={codes.length === 0 ? 'slot slot-empty slot-type' : 'slot slot-type'} aria-label={name} list={list} value={typed} placeholder={say('sentence.addCode')} aria-invalid={codes.length === 0 || undefined}
        onChange={change} onKeyDown={onEnter(() => take(typed.trim()))} onBlur={() => take(typed.trim())} />
    </>
  )
}

/** Several of a short list. */
export const PickSlots = ({ name, options, codes, nameOf, onChange }: { name: string; options: readonly Option[]; codes: readonly string[]; nameOf: (code: string) => string; onChange: (codes: string[]) => void }) => {
  const say = useSay('studioRouting')
  const left = options.filter(({ code }) => !codes.includes(code))
  return (
    <>
      <Chips chips={codes.map((code) => ({ code, label: nameOf(code) }))} onTake={(code) => onChange(codes.filter((each) => each !== code))} />
      {left.length > 0 ? <SelectSlot name={name} value="" options={left} empty={say('sentence.pick')} onChange={(code) => { if (code) onChange([...codes, code]) }} /> : null}
    </>
  )
}

/** Words to look for; several at once where commas part them. */
export const WordSlots = ({ name, words, onChange }: { name: string; words: readonly string[]; onChange: (words: string[]) => void }) => {
  const say = useSay('studioRouting')
  const [typed, setTyped] = useState('')
  const add = () => {
    const found = typed.split(/[,，、;；]+/).map((word) => word.trim()).filter((word) => word !== '' && !words.includes(word))
    if (found.length > 0) onChange([...words, ...new Set(found)])
    setTyped('')
  }
  return (
    <>
      <Chips chips={words.map((word) => ({ code: word, label: word }))} onTake={(word) => onChange(words.filter((each) => each !== word))} />
      <input className={words.length === 0 ? 'slot slot-empty slot-type' : 'slot slot-type'} aria-label={name} value={typed} maxLength={200} placeholder={say('sentence.addWord')} aria-invalid={words.length === 0 || undefined}
        onChange={(event) => setTyped(event.target.value)} onKeyDown={onEnter(add)} onBlur={add} />
    </>
  )
}
