'use client'

import { useState, type ReactNode } from 'react'
import type { TerritoryView, UnitLine } from '../../../services/studio/territory/view'
import { Check, Icon, PickNext, TextField } from '../kit'
import { useSay } from '../words'
import { ActShell, type ActName, type ActProps } from './ActShell'
import { PickField, pickable } from './PickField'
import { SplitDialog } from './split/SplitDialog'

export type { ActName } from './ActShell'

const orderOf = (view: TerritoryView, level: string): number => view.levels.find(({ id }) => id === level)?.order ?? 0

/** Units that lie below one, itself among them. */
const subtree = (units: readonly UnitLine[], id: string): Set<string> => {
  const inside = new Set([id])
  let before = 0
  while (before !== inside.size) {
    before = inside.size
    for (const { id: unit, parent } of units) if (parent !== undefined && inside.has(parent)) inside.add(unit)
  }
  return inside
}

const places = (units: readonly UnitLine[]) => pickable(units.map(({ id, name, code }) => ({ id, name, code })))

/** Whether a unit may be hung below another: open, of a level above its own, not where it hangs, not in itself. */
export const mayHang = (view: TerritoryView, id: string, parent: string): boolean => {
  const [unit, above] = [id, parent].map((one) => view.units.find((each) => each.id === one))
  return Boolean(unit?.active && unit.parent && above?.active && parent !== unit.parent && orderOf(view, above.level) < orderOf(view, unit.level) && !subtree(view.units, id).has(parent))
}

export const MoveDialog = ({ unit, name, view, onto, onClose, onDone }: ActProps) => {
  const say = useSay('studioTerritory')
  const [parent, setParent] = useState(onto ?? '')
  const inside = subtree(view.units, unit.id)
  const options = places(view.units.filter(({ id, level, active }) => active && !inside.has(id) && id !== unit.parent && orderOf(view, level) < orderOf(view, unit.level)))
  return (
    <ActShell act="move" unit={unit} name={name} ready={parent !== ''} body={() => ({ parent })} onClose={onClose} onDone={() => onDone(unit.id)}>
      {() => <PickField label={say('act.parent')} hint={say('act.parentHint')} value={parent} options={options} onChange={setParent} />}
    </ActShell>
  )
}

export const CloseDialog = ({ unit, name, view, onClose, onDone }: ActProps) => {
  const say = useSay('studioTerritory')
  const [successor, setSuccessor] = useState('')
  const inside = subtree(view.units, unit.id)
  const options = places(view.units.filter(({ id, active, level }) => active && !inside.has(id) && orderOf(view, level) <= orderOf(view, unit.level)))
  return (
    <ActShell act="close" unit={unit} name={name} ready body={() => ({ successor })} onClose={onClose} onDone={() => onDone(successor || unit.id)}>
      {(effect) => {
        const needed = effect !== undefined && effect.open + effect.below > 0
        return <PickField label={say('act.successor')} hint={say(needed ? 'act.successorNeeded' : 'act.successorHint')} value={successor} options={options} onChange={setSuccessor} />
      }}
    </ActShell>
  )
}

export const MergeDialog = ({ unit, name, view, onClose, onDone }: ActProps) => {
  const say = useSay('studioTerritory')
  const sayStudio = useSay('studio')
  const [units, setUnits] = useState<string[]>([])
  const [title, setTitle] = useState(unit.name.zh)
  const [join, setJoin] = useState(true)
  const others = view.units.filter(({ id, active, level }) => active && level === unit.level && id !== unit.id && !units.includes(id))
  const nameOf = (id: string): string => view.units.find((each) => each.id === id)?.name ?? ''
  return (
    <ActShell act="merge" unit={unit} name={name} ready={units.length > 0} of={units} body={() => ({ units, name: { ...unit.name, zh: title }, joinBoundaries: join })} onClose={onClose} onDone={() => onDone(unit.id)}>
      {() => (
        <>
          <ul className="chips">{units.map((id) => <li key={id}>{nameOf(id)}<button type="button" className="btn btn-icon" aria-label={sayStudio('act.removeNamed', { name: nameOf(id) })} onClick={() => setUnits(units.filter((each) => each !== id))}><Icon name="bin" /></button></li>)}</ul>
          <PickNext label={say(units.length > 0 ? 'act.mergeAdd' : 'act.mergeWith')} hint={say('act.mergeHint')} choices={places([...others].sort((a, b) => Number(b.parent === unit.parent) - Number(a.parent === unit.parent)))} onPick={(id) => setUnits([...units, id])} />
          <TextField label={say('act.mergeName')} value={title} onChange={setTitle} />
          <Check label={say('act.joinBoundaries')} checked={join} onChange={setJoin} />
        </>
      )}
    </ActShell>
  )
}

export const ACTS: Record<ActName, (props: ActProps) => ReactNode> = { move: MoveDialog, split: SplitDialog, merge: MergeDialog, close: CloseDialog }
