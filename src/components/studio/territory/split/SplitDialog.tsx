'use client'

import { useEffect, useState } from 'react'
import { readBoundaryText, type Boundary } from '../../../../domain/grid'
import type { TerritoryView } from '../../../../services/studio/territory/view'
import { ask } from '../../api'
import { Icon, TextField } from '../../kit'
import { useSay } from '../../words'
import { ActShell, type ActProps } from '../ActShell'
import { PickField, pickable } from '../PickField'
import { CutPane } from './CutPane'
import { PartChecks } from './PartChecks'

export type Part = { name: string; code: string; lead: string; boundary: string }

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

const boundaryIn = (text: string): Boundary | undefined => {
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
  // Pieces are given to parts by their place: without one of them they are divided anew.
  const [removed, setRemoved] = useState(0)
  const remove = (i: number): void => {
    setParts(parts.filter((_, at) => at !== i))
    setHomes({})
    setRemoved(removed + 1)
  }
  const children = view.units.filter(({ parent, active }) => parent === unit.id && active)
  const counts = useCounts(unit.id, parts)
  const put = (boundaries: readonly (Boundary | undefined)[]): void => setParts(parts.map((part, i) => ({ ...part, boundary: boundaries[i] ? JSON.stringify(boundaries[i]) : '' })))
  const ready = parts.length > 1 && parts.every((part) => part.name.trim() && part.code.trim())
  const extra = counts && counts.parts.some((count) => count > 0) ? <ul className="small">{parts.map((part, i) => <li key={i}>{say('act.partCount', { name: part.name || i + 1, count: counts.parts[i] ?? 0 })}</li>)}<li>{say('act.firstLine', { count: counts.elsewhere })}</li></ul> : null
  return (
    <ActShell act="split" unit={unit} name={name} ready={ready} count={parts.length} extra={extra} body={() => ({ parts: parts.map(sent), homes })} onClose={onClose} onDone={(made) => onDone(made ?? unit.id)}>
      {() => (
        <>
          {parts.map((part, i) => <PartFields key={i} part={part} n={i + 1} view={view} onChange={(next) => setParts(parts.map((each, at) => (at === i ? next : each)))} onRemove={parts.length > 2 ? () => remove(i) : undefined} />)}
          {parts.length < 8 ? <button type="button" className="btn btn-small" onClick={() => setParts([...parts, fresh(parts.length)])}><Icon name="plus" />{say('act.partAdd')}</button> : null}
          <CutPane key={removed} unit={unit} parts={parts.map(({ name: own }, i) => own || String(i + 1))} homes={homes} onPut={put} />
          <PartChecks unit={unit} parts={parts.map((part, i) => ({ name: part.name || String(i + 1), boundary: boundaryIn(part.boundary) }))} />
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
