'use client'

import { useEffect, useState, type ReactNode } from 'react'
import { readBoundaryText } from '../../../domain/grid'
import type { Effect } from '../../../services/studio/territory/effect'
import type { TerritoryView, UnitLine } from '../../../services/studio/territory/view'
import type { UnitView } from '../../../services/studio/territory/unit'
import { ask, type Fault } from '../api'
import { Check, Dialog, FaultNote, Icon, PickNext, TextField } from '../kit'
import { useSay } from '../words'
import { PickField, pickable } from './PickField'

export type ActName = 'move' | 'split' | 'merge' | 'close'

export type ActProps = { unit: UnitView; name: string; view: TerritoryView; onClose: () => void; /** The unit to be shown afterwards. */ onDone: (unit: string) => Promise<void> }

const useEffectOf = (id: string): { effect?: Effect; fault?: Fault } => {
  const [state, setState] = useState<{ effect?: Effect; fault?: Fault }>({})
  useEffect(() => {
    const leaving = new AbortController()
    void ask<Effect>(`units/${encodeURIComponent(id)}/effect`, { signal: leaving.signal }).then((answer) => setState(answer.ok ? { effect: answer.data } : { fault: answer.fault }))
    return () => leaving.abort()
  }, [id])
  return state
}

type Counts = { effect: Effect; act: ActName; extra?: ReactNode }

const EffectList = ({ effect, act, extra }: Counts) => {
  const say = useSay('studioTerritory')
  const none = (count: number, text: string): string => (count === 0 ? say('act.none') : text)
  const open = { move: say('act.openMove', { count: effect.open }), split: say('act.openSplit', { here: effect.here }), merge: say('act.openHeirs', { count: effect.open }), close: say('act.openHeirs', { count: effect.open }) }
  return (
    <dl className="facts">
      <dt>{say('act.below')}</dt><dd>{none(effect.below, say(act === 'move' ? 'act.belowMove' : 'act.belowHeirs', { count: effect.below }))}</dd>
      <dt>{say('act.open')}</dt><dd>{none(effect.open, open[act])}{extra}</dd>
      <dt>{say('act.done')}</dt><dd>{none(effect.done, say('act.doneStays', { count: effect.done }))}</dd>
      {act === 'move' ? null : <><dt>{say('act.coverage')}</dt><dd>{none(effect.coverage, say('act.coveragePass', { count: effect.coverage }))}</dd></>}
      {act !== 'move' && effect.others.length > 0 ? <><dt>{say('act.others')}</dt><dd>{effect.others.join(say('joint'))}<br /><span className="small muted">{say('act.othersHint')}</span></dd></> : null}
    </dl>
  )
}

type ShellProps = { act: ActName; unit: UnitView; name: string; ready: boolean; count?: number; body: () => Record<string, unknown>; onClose: () => void; onDone: (made: string | undefined) => Promise<void>; extra?: ReactNode; children: (effect: Effect | undefined) => ReactNode }

/** A window for one change of a unit: what to do, what follows from it, why, and the one button. */
const ActShell = ({ act, unit, name, ready, count, body, onClose, onDone, extra, children }: ShellProps) => {
  const say = useSay('studioTerritory')
  const sayStudio = useSay('studio')
  const { effect, fault } = useEffectOf(unit.id)
  const [reason, setReason] = useState('')
  const [state, setState] = useState<{ busy?: boolean; fault?: Fault; asked?: boolean }>({})
  const missing = reason.trim().length < 2
  const go = async (): Promise<void> => {
    if (missing || !ready) return setState({ asked: true })
    setState({ busy: true })
    const answer = await ask<{ ids?: string[] }>(`units/${encodeURIComponent(unit.id)}/${act}`, { method: 'POST', json: { ...body(), reason } })
    if (!answer.ok) return setState({ fault: answer.fault })
    await onDone(answer.data.ids?.[0])
  }
  const foot = (
    <>
      <button type="button" className="btn btn-main" disabled={state.busy} onClick={() => void go()}>{state.busy ? say('act.busy') : say(`act.go.${act}`, { count: count ?? 0 })}</button>
      <button type="button" className="btn" onClick={onClose}>{sayStudio('act.cancel')}</button>
      <span className="small muted">{say('act.undo')}</span>
    </>
  )
  return (
    <Dialog title={say(`act.title.${act}`, { name })} onClose={onClose} foot={foot} wide>
      <p className="muted">{say(`act.lead.${act}`)}</p>
      <div className="cols cols-even">
        <div className="stack">{children(effect)}</div>
        <section className="stack-s" aria-label={say('act.effect')}><h3>{say('act.effect')}</h3>{effect ? <EffectList effect={effect} act={act} extra={extra} /> : <p role="status">{say('act.loading')}</p>}</section>
      </div>
      <TextField label={say('why.label')} hint={say('why.hint')} value={reason} maxLength={500} error={state.asked && missing ? say('why.missing') : undefined} onChange={setReason} />
      <FaultNote fault={state.fault ?? fault} />
    </Dialog>
  )
}

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

export const MoveDialog = ({ unit, name, view, onClose, onDone }: ActProps) => {
  const say = useSay('studioTerritory')
  const [parent, setParent] = useState('')
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
    <ActShell act="merge" unit={unit} name={name} ready={units.length > 0} body={() => ({ units, name: { ...unit.name, zh: title }, joinBoundaries: join })} onClose={onClose} onDone={() => onDone(unit.id)}>
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

type Part = { name: string; code: string; lead: string; boundary: string }

/** The code after another: the number at its end goes up. */
const after = (code: string, step: number): string => code.replace(/\d+$/, (digits) => String(Number(digits) + step).padStart(digits.length, '0'))

const PartFields = ({ part, n, view, onChange, onRemove }: { part: Part; n: number; view: TerritoryView; onChange: (part: Part) => void; onRemove?: () => void }) => {
  const say = useSay('studioTerritory')
  const read = part.boundary.trim() ? readBoundaryText(part.boundary) : undefined
  return (
    <fieldset className="part stack-s">
      <legend className="sr">{say('act.partName', { n })}</legend>
      <TextField label={say('act.partName', { n })} value={part.name} onChange={(name) => onChange({ ...part, name })} />
      <div className="cols cols-even">
        <TextField label={say('act.partCode')} value={part.code} onChange={(code) => onChange({ ...part, code })} />
        <PickField label={say('act.partLead')} value={part.lead} options={pickable(view.people)} onChange={(lead) => onChange({ ...part, lead })} />
      </div>
      <details className="more"><summary>{say('act.partBoundary')}</summary><TextField label={say('map.pasteLabel')} lines={3} value={part.boundary} error={read && 'fault' in read ? say(`map.fault.${read.fault}`) : undefined} onChange={(boundary) => onChange({ ...part, boundary })} /></details>
      {onRemove ? <button type="button" className="btn btn-small" onClick={onRemove}><Icon name="bin" />{say('act.partRemove', { n })}</button> : null}
    </fieldset>
  )
}

const boundaryIn = (text: string): unknown => {
  const read = text.trim() ? readBoundaryText(text) : undefined
  return read && 'boundary' in read ? read.boundary : undefined
}

const sent = ({ name, code, lead, boundary }: Part) => ({ name: { zh: name }, code, lead, boundary: boundaryIn(boundary) })

/** Where the open matters of the unit would go, asked of the server while parts have ground of their own. */
const useCounts = (unit: string, parts: readonly Part[]): { parts: number[]; elsewhere: number } | undefined => {
  const [counts, setCounts] = useState<{ parts: number[]; elsewhere: number }>()
  const grounds = JSON.stringify(parts.map(({ boundary }) => ({ boundary: boundaryIn(boundary) })))
  useEffect(() => {
    const leaving = new AbortController()
    void ask<{ parts: number[]; elsewhere: number }>(`units/${encodeURIComponent(unit)}/split`, { method: 'POST', json: { parts: JSON.parse(grounds) as unknown, dry: true }, signal: leaving.signal })
      .then((answer) => { if (answer.ok) setCounts(answer.data) })
    return () => leaving.abort()
  }, [unit, grounds])
  return counts
}

export const SplitDialog = ({ unit, name, view, onClose, onDone }: ActProps) => {
  const say = useSay('studioTerritory')
  const fresh = (n: number): Part => ({ name: '', code: unit.nextBeside ? after(unit.nextBeside, n) : '', lead: '', boundary: '' })
  const [parts, setParts] = useState<Part[]>(() => [{ ...fresh(0), name: unit.name.zh, lead: unit.lead ?? '' }, fresh(1)])
  const [homes, setHomes] = useState<Record<string, number>>({})
  const children = view.units.filter(({ parent, active }) => parent === unit.id && active)
  const counts = useCounts(unit.id, parts)
  const ready = parts.length > 1 && parts.every((part) => part.name.trim() && part.code.trim())
  const extra = counts && counts.parts.some((count) => count > 0) ? <ul className="small">{parts.map((part, i) => <li key={i}>{say('act.partCount', { name: part.name || i + 1, count: counts.parts[i] ?? 0 })}</li>)}<li>{say('act.firstLine', { count: counts.elsewhere })}</li></ul> : null
  return (
    <ActShell act="split" unit={unit} name={name} ready={ready} count={parts.length} extra={extra} body={() => ({ parts: parts.map(sent), homes })} onClose={onClose} onDone={(made) => onDone(made ?? unit.id)}>
      {() => (
        <>
          {parts.map((part, i) => <PartFields key={i} part={part} n={i + 1} view={view} onChange={(next) => setParts(parts.map((each, at) => (at === i ? next : each)))} onRemove={parts.length > 2 ? () => setParts(parts.filter((_, at) => at !== i)) : undefined} />)}
          {parts.length < 8 ? <button type="button" className="btn btn-small" onClick={() => setParts([...parts, fresh(parts.length)])}><Icon name="plus" />{say('act.partAdd')}</button> : null}
          {children.length > 0 ? (
            <fieldset className="stack-s">
              <legend>{say('act.homes')}</legend>
              {children.map((child) => (
                <label key={child.id} className="bar">{child.name}
                  <select className="slot push" value={homes[child.id] ?? 0} onChange={(event) => setHomes({ ...homes, [child.id]: Number(event.target.value) })}>{parts.map((part, i) => <option key={i} value={i}>{part.name || i + 1}</option>)}</select>
                </label>
              ))}
            </fieldset>
          ) : null}
        </>
      )}
    </ActShell>
  )
}

export const ACTS: Record<ActName, (props: ActProps) => ReactNode> = { move: MoveDialog, split: SplitDialog, merge: MergeDialog, close: CloseDialog }
