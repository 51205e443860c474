'use client'

import { useState } from 'react'
import { roomyLengths } from '../../../domain/grid'
import type { Words } from '../../../domain/words'
import type { TerritoryView } from '../../../services/studio/territory/view'
import { ask, type Fault } from '../api'
import { Dialog, FaultNote, SelectField, TextField, WordsField } from '../kit'
import { useSay, useStudio } from '../words'
import { PickField, pickable } from './PickField'
import { KINDS } from './UnitPane'
import { useProposed } from './useProposed'

type Props = { view: TerritoryView; parent?: string; onClose: () => void; onMade: (id: string) => Promise<void> }

const CODE_HINTS = { waiting: 'unit.codeWaiting', ready: 'unit.codeHint' } as const

/** The level below a parent's; the first where there is none. */
const levelBelow = (view: TerritoryView, parent: string): string => {
  const order = view.levels.find(({ id }) => id === view.units.find((unit) => unit.id === parent)?.level)?.order ?? 0
  return view.levels.find((level) => level.order > order)?.id ?? ''
}

/** A new unit: where, of what level, what it is called; its code is proposed. */
export const AddUnit = ({ view, parent: given, onClose, onMade }: Props) => {
  const say = useSay('studioTerritory')
  const sayStudio = useSay('studio')
  const { lang } = useStudio()
  const [parent, setParent] = useState(given ?? view.units.find((unit) => !unit.parent && unit.active)?.id ?? '')
  const [level, setLevel] = useState(() => levelBelow(view, parent))
  const [name, setName] = useState<Words>({ zh: '' })
  const code = useProposed('units', parent)
  const [chosen, setKind] = useState<string>()
  // What most units of the level are, until somebody says otherwise.
  const kind = chosen ?? view.levels.find(({ id }) => id === level)?.kind ?? 'area'
  const [state, setState] = useState<{ busy?: boolean; fault?: Fault }>({})
  const go = async (): Promise<void> => {
    setState({ busy: true })
    const answer = await ask<{ id: string }>('units', { method: 'POST', json: { data: { name, code: code.text.trim(), level, kind, ...(parent ? { parent } : {}) } } })
    if (answer.ok) await onMade(answer.data.id)
    else setState({ fault: answer.fault })
  }
  const above = view.units.find(({ id }) => id === parent)
  const below = view.levels.filter(({ order }) => order > (view.levels.find(({ id }) => id === level)?.order ?? 0)).length
  const hintOf = (): string => {
    if (code.state !== 'none') return say(code.state === 'ready' && view.pattern === 'free' ? 'unit.codeFree' : CODE_HINTS[code.state])
    if (above) return say('unit.codeFull', { code: above.code })
    const lengths = roomyLengths(view.pattern, below)
    return lengths && below > 0 ? say('unit.codeTop', { below, lengths: lengths.join(' / ') }) : say('unit.codeNone')
  }
  const said = (path: string): string | undefined => state.fault?.said.find((one) => one.path === path)?.text
  const foot = <><button type="submit" form="add-unit" className="btn btn-main" disabled={state.busy}>{say(state.busy ? 'act.busy' : 'add')}</button><button type="button" className="btn" onClick={onClose}>{sayStudio('act.cancel')}</button></>
  return (
    <Dialog title={say('add')} onClose={onClose} foot={foot}>
      <form id="add-unit" className="stack" onSubmit={(event) => { event.preventDefault(); void go() }}>
        <WordsField label={say('unit.name')} value={name} required error={said('name')} onChange={setName} />
        {view.units.length > 0 ? <PickField label={say('unit.parent')} value={parent} placeholder={say('unit.top')} error={said('parent')} options={pickable(view.units.filter(({ active }) => active).map(({ id, name: label, code: own }) => ({ id, name: label, code: own })))} onChange={(id) => { setParent(id); setLevel(levelBelow(view, id)) }} /> : null}
        <SelectField label={say('unit.level')} value={level} error={said('level')} options={view.levels.map(({ id, name: label }) => ({ value: id, label: label[lang] || label.zh }))} onChange={setLevel} />
        <SelectField label={say('unit.kind')} value={kind} options={KINDS.map((each) => ({ value: each, label: say(`kind.${each}`) }))} onChange={setKind} />
        <TextField label={say('unit.code')} hint={view.pattern === 'free' ? hintOf() : say('unit.codePattern', { hint: hintOf(), pattern: say(`pattern.${view.pattern}`) })} value={code.text} error={said('code')} required={code.state === 'none'} onChange={code.type} />
        <FaultNote fault={state.fault} />
      </form>
    </Dialog>
  )
}
