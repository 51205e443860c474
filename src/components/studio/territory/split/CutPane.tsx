'use client'

import { useState } from 'react'
import { joinBoundaries, readLineText, type Boundary } from '../../../../domain/grid'
import type { UnitView } from '../../../../services/studio/territory/unit'
import { Icon, Note, TextField } from '../../kit'
import { useSay, useStudio } from '../../words'
import { hectares } from '../project'
import { CutMap } from './CutMap'
import { useCut, type CutActs, type Cutting } from './useCut'

type Put = (boundaries: readonly (Boundary | undefined)[]) => void

const PasteLine = ({ acts }: { acts: CutActs }) => {
  const say = useSay('studioTerritory')
  const [text, setText] = useState('')
  const [unread, setUnread] = useState(false)
  const go = (): void => {
    const line = readLineText(text)
    setUnread(!line)
    if (line) acts.cut(line)
  }
  return (
    <details className="more">
      <summary>{say('cut.paste')}</summary>
      <div className="stack-s">
        <TextField label={say('cut.paste')} hint={say('cut.pasteHint')} lines={3} value={text} error={unread ? say('cut.fault.unreadable') : undefined} onChange={(next) => { setText(next); setUnread(false) }} />
        <button type="button" className="btn btn-small" onClick={go}>{say('cut.pasteGo')}</button>
      </div>
    </details>
  )
}

const Pieces = ({ cutting, acts, parts }: { cutting: Cutting; acts: CutActs; parts: readonly string[] }) => {
  const say = useSay('studioTerritory')
  if (cutting.pieces.length < 2) return null
  return (
    <ul className="stack-s plain-list">
      {cutting.pieces.map((piece, i) => (
        <li key={i}>
          <label className="bar">{say('cut.piece', { n: i + 1, hectares: hectares(piece) })}
            <select className="slot push" value={cutting.homes[i] ?? 0} onChange={(event) => acts.give(i, Number(event.target.value))}>{parts.map((name, part) => <option key={part} value={part}>{name}</option>)}</select>
          </label>
        </li>
      ))}
    </ul>
  )
}

const Cutter = ({ unit, boundary, parts, onPut }: { unit: UnitView; boundary: Boundary; parts: readonly string[]; onPut: Put }) => {
  const say = useSay('studioTerritory')
  const { lang } = useStudio()
  const [cutting, acts] = useCut(boundary, parts.length, onPut)
  return (
    <>
      <p className="small muted">{say('cut.lead')}</p>
      <CutMap boundary={boundary} name={unit.name[lang] || unit.name.zh} cutting={cutting} acts={acts} />
      <div className="bar">
        <button type="button" className="btn btn-small" disabled={cutting.line.length < 2} onClick={() => acts.cut()}><Icon name="check" />{say('cut.finish')}</button>
        <button type="button" className="btn btn-small" disabled={!cutting.canUndo} onClick={acts.undo}><Icon name="undo" />{say('cut.undo')}</button>
        <button type="button" className="btn btn-small btn-quiet" disabled={!cutting.canUndo} onClick={acts.restart}>{say('cut.again')}</button>
        <span className="small muted" role="status">{cutting.line.length > 0 ? say('cut.points', { count: cutting.line.length }) : ''}</span>
      </div>
      {cutting.fault ? <Note tone="stop" alert>{say(`cut.fault.${cutting.fault}`)}</Note> : null}
      <Pieces cutting={cutting} acts={acts} parts={parts} />
      <PasteLine acts={acts} />
    </>
  )
}

type Props = { unit: UnitView; /** What the parts are called. */ parts: readonly string[]; /** Which part each unit below goes to. */ homes: Readonly<Record<string, number>>; onPut: Put }

/** How the ground of a unit is divided among its parts: along lines, or as the units below are. */
export const CutPane = ({ unit, parts, homes, onPut }: Props) => {
  const say = useSay('studioTerritory')
  const fromBelow = (): void => onPut(parts.map((_, part) => joinBoundaries(unit.children.filter(({ id }) => (homes[id] ?? 0) === part).map(({ boundary }) => boundary))))
  return (
    <section className="stack-s" aria-labelledby="cut-head">
      <h3 id="cut-head">{say('cut.heading')}</h3>
      {unit.boundary ? <Cutter unit={unit} boundary={unit.boundary} parts={parts} onPut={onPut} /> : <p className="small muted">{say('cut.none')}</p>}
      {unit.children.length > 0 ? <p className="bar"><button type="button" className="btn btn-small" onClick={fromBelow}>{say('cut.children')}</button><span className="small muted">{say('cut.childrenHint')}</span></p> : null}
    </section>
  )
}
