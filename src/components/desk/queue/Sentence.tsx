'use client'

import { Fragment, useCallback, useEffect, useRef, useState } from 'react'
import type { QueueOptions, QueueQuery } from '../types'
import { Icon } from '../ui/icons'
import { Rich } from '../ui/marks'
import { useDesk } from '../words'
import { clearing, EXTRA_SLOTS, isSet, slotWord, type ExtraSlot, type SlotName } from './describe'
import { Slot } from './Slot'
import { SlotBody } from './slotBodies'

type SentenceProps = { query: QueueQuery; options: QueueOptions; onChange: (change: Partial<QueueQuery>, named?: Record<string, string>) => void }

/** The filters, as one sentence with slots. */
export const Sentence = ({ query, options, onChange }: SentenceProps) => {
  const desk = useDesk()
  const { say } = desk
  const [adding, setAdding] = useState<ExtraSlot>()
  const stopAdding = useCallback(() => setAdding(undefined), [])
  const slot = (name: SlotName) => (
    <Slot label={say(`queue.slots.${name}`)} text={slotWord(name, { query, options, desk })} set={isSet(name, query)} startOpen={name === adding}
      onClosed={name === adding ? stopAdding : undefined} onClear={name === 'sort' || !isSet(name, query) ? undefined : () => onChange(clearing(name))}>
      <SlotBody name={name} query={query} options={options} onChange={onChange} />
    </Slot>
  )
  const shown = EXTRA_SLOTS.filter((name) => isSet(name, query) || name === adding)
  const more = shown.map((name) => (
    <Fragment key={name}><Rich text={say(`queue.with.${name}`)} parts={{ slot: slot(name) }} /></Fragment>
  ))
  const add = (name: ExtraSlot) => {
    if (name === 'returned' || name === 'closed') onChange({ [name]: true })
    else setAdding(name)
  }
  return (
    <div className="sentence" role="group" aria-label={say('queue.filters')}>
      <Rich text={say('queue.sentence')} parts={{ unit: slot('unit'), phase: slot('phase'), owner: slot('owner'), source: slot('source'), sort: slot('sort'), more }} />
      <AddCondition names={EXTRA_SLOTS.filter((name) => !shown.includes(name))} onAdd={add} />
    </div>
  )
}

const AddCondition = ({ names, onAdd }: { names: ExtraSlot[]; onAdd: (name: ExtraSlot) => void }) => {
  const { say } = useDesk()
  const ref = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: MouseEvent) => {
      if (ref.current?.open && !ref.current.contains(event.target as Node)) ref.current.open = false
    }
    document.addEventListener('mousedown', close)
    return () => document.removeEventListener('mousedown', close)
  }, [])
  if (!names.length) return null
  return (
    <details className="add-condition" ref={ref} onKeyDown={(event) => { if (event.key === 'Escape' && ref.current) ref.current.open = false }}>
      <summary className="btn quiet small"><Icon name="plus" />{say('queue.add')}</summary>
      <div className="menu">
        {names.map((name) => (
          <button key={name} type="button" onClick={() => { if (ref.current) ref.current.open = false; onAdd(name) }}>{say(`queue.slots.${name}`)}</button>
        ))}
      </div>
    </details>
  )
}
