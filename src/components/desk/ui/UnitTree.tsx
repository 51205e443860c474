'use client'

import { useCallback, useState } from 'react'
import { readUnits } from '../api'
import { useSearch } from '../hooks/useSearch'
import type { Ref, UnitNode, UnitsAnswer } from '../types'
import { useWords } from '../words'
import { Icon } from './icons'

export type PickedUnit = Ref & { above: string[] }

/** `all` lets the whole territory be chosen, in filters. */
type TreeProps = { value: PickedUnit | null; onChange: (unit: PickedUnit | null) => void; all?: boolean }

const read = (parent: string, signal: AbortSignal) => readUnits(parent || undefined, signal)

/** Walks down the territory: one level at a time, with the way back always in sight. */
export const UnitTree = ({ value, onChange, all }: TreeProps) => {
  const say = useWords()
  const [trail, setTrail] = useState<Ref[]>([])
  const here = trail.at(-1)
  const run = useCallback(read, [])
  const { data, busy, error } = useSearch<UnitsAnswer>(here?.id ?? '', run)
  const choose = (unit: Ref, above: Ref[]) => onChange({ id: unit.id, name: unit.name, above: above.map(({ name }) => name) })
  return (
    <div className="tree">
      <nav className="tree-trail" aria-label={say('units.trail')}>
        <button type="button" className="link" onClick={() => setTrail([])} aria-current={here ? undefined : 'true'}>{say('units.top')}</button>
        {trail.map((unit, index) => (
          <span key={unit.id}> › <button type="button" className="link" onClick={() => setTrail(trail.slice(0, index + 1))}>{unit.name}</button></span>
        ))}
      </nav>
      {all && !here ? <button type="button" className="tree-row" aria-pressed={!value} onClick={() => onChange(null)}>{say('units.all')}</button> : null}
      {here ? (
        <button type="button" className="tree-row" aria-pressed={value?.id === here.id} onClick={() => choose(here, trail.slice(0, -1))}>
          {say(all ? 'units.wholeOf' : 'units.hereAt', { name: here.name })}
        </button>
      ) : null}
      {error ? <p className="hint">{say('picker.failed')}</p> : null}
      {busy ? <p className="hint" role="status">{say('common.loading')}</p> : (
        <ul>
          {(data?.units ?? []).map((unit) => (
            <UnitRow key={unit.id} unit={unit} chosen={value?.id === unit.id} onChoose={() => choose(unit, trail)} onInto={() => setTrail([...trail, { id: unit.id, name: unit.name }])} />
          ))}
        </ul>
      )}
      {!busy && !error && data?.units.length === 0 && !here ? <p className="hint">{say('units.none')}</p> : null}
    </div>
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
