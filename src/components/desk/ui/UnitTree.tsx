'use client'

import { useState } from 'react'
import { readUnits } from '../api'
import { useSearch, type SearchState } from '../hooks/useSearch'
import type { Ref, UnitNode, UnitsAnswer } from '../types'
import { useWords } from '../words'
import { Icon } from './icons'

export type PickedUnit = Ref & { above: string[] }

/** `all` lets the whole territory be chosen, in filters. */
type TreeProps = { value: PickedUnit | null; onChange: (unit: PickedUnit | null) => void; all?: boolean }

const readBelow = (parent: string, signal: AbortSignal) => readUnits(parent || undefined, signal)

const picked = (unit: Ref, above: Ref[]): PickedUnit => ({ id: unit.id, name: unit.name, above: above.map(({ name }) => name) })

/** Walks down the territory: one level at a time, with the way back always in sight. */
export const UnitTree = ({ value, onChange, all }: TreeProps) => {
  const say = useWords()
  const [trail, setTrail] = useState<Ref[]>([])
  const here = trail.at(-1)
  const search = useSearch<UnitsAnswer>(here?.id ?? '', readBelow)
  return (
    <div className="tree">
      <Trail trail={trail} onTrail={setTrail} />
      {all && !here ? <button type="button" className="tree-row" aria-pressed={!value} onClick={() => onChange(null)}>{say('units.all')}</button> : null}
      {here ? (
        <button type="button" className="tree-row" aria-pressed={value?.id === here.id} onClick={() => onChange(picked(here, trail.slice(0, -1)))}>
          {say(all ? 'units.wholeOf' : 'units.hereAt', { name: here.name })}
        </button>
      ) : null}
      <Below search={search} atTop={!here} chosen={value?.id} onChoose={(unit) => onChange(picked(unit, trail))} onInto={({ id, name }) => setTrail([...trail, { id, name }])} />
    </div>
  )
}

const Trail = ({ trail, onTrail }: { trail: Ref[]; onTrail: (trail: Ref[]) => void }) => {
  const say = useWords()
  return (
    <nav className="tree-trail" aria-label={say('units.trail')}>
      <button type="button" className="link" onClick={() => onTrail([])} aria-current={trail.length ? undefined : 'true'}>{say('units.top')}</button>
      {trail.map((unit, index) => (
        <span key={unit.id}> › <button type="button" className="link" onClick={() => onTrail(trail.slice(0, index + 1))}>{unit.name}</button></span>
      ))}
    </nav>
  )
}

type BelowProps = { search: SearchState<UnitsAnswer>; atTop: boolean; chosen?: string; onChoose: (unit: UnitNode) => void; onInto: (unit: UnitNode) => void }

const Below = ({ search, atTop, chosen, onChoose, onInto }: BelowProps) => {
  const say = useWords()
  if (search.error) return <p className="hint" role="status">{say('picker.failed')}</p>
  if (search.busy) return <p className="hint" role="status">{say('common.loading')}</p>
  const units = search.data?.units ?? []
  if (!units.length && atTop) return <p className="hint">{say('units.none')}</p>
  return (
    <ul>
      {units.map((unit) => <UnitRow key={unit.id} unit={unit} chosen={chosen === unit.id} onChoose={() => onChoose(unit)} onInto={() => onInto(unit)} />)}
    </ul>
  )
}

type RowProps = { unit: UnitNode; chosen: boolean; onChoose: () => void; onInto: () => void }

const UnitRow = ({ unit, chosen, onChoose, onInto }: RowProps) => {
  const say = useWords()
  return (
    <li className="tree-line">
      <button type="button" className="tree-row" aria-pressed={chosen} onClick={onChoose}>
        <span>{unit.name}</span>
        <small>{[unit.level, unit.lead].filter(Boolean).join(' · ')}</small>
      </button>
      {unit.children > 0 ? (
        <button type="button" className="btn quiet small" onClick={onInto} aria-label={say('units.into', { name: unit.name })}>
          {unit.children}<Icon name="right" />
        </button>
      ) : null}
    </li>
  )
}
