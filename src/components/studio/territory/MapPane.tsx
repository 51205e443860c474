'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { lintBoundary, lintPlace, readBoundaryText, type Boundary, type BoundaryTextFault, type Position } from '../../../domain/grid'
import type { UnitView } from '../../../services/studio/territory/unit'
import { Dialog, FaultNote, Icon, Mark, Note, TextField } from '../kit'
import { useSay, useSayMaybe } from '../words'
import { CornerList, NewCorner } from './CornerList'
import { MapSurface } from './MapSurface'
import { frameOf, hectares, type Frame } from './project'
import { useDrawing, type Drawing, type DrawingActs } from './useDrawing'

const PasteDialog = ({ onPut, onClose }: { onPut: (boundary: Boundary) => void; onClose: () => void }) => {
  const say = useSay('studioTerritory')
  const sayStudio = useSay('studio')
  const [text, setText] = useState('')
  const [fault, setFault] = useState<BoundaryTextFault>()
  const go = (): void => {
    const read = readBoundaryText(text)
    if ('fault' in read) return setFault(read.fault)
    onPut(read.boundary)
    onClose()
  }
  const foot = <><button type="button" className="btn btn-stage" onClick={go}>{say('map.pasteGo')}</button><button type="button" className="btn" onClick={onClose}>{sayStudio('act.cancel')}</button></>
  return (
    <Dialog title={say('map.pasteTitle')} onClose={onClose} foot={foot}>
      <TextField label={say('map.pasteLabel')} hint={say('map.pasteHint')} lines={8} value={text} error={fault ? say(`map.fault.${fault}`) : undefined} onChange={(next) => { setText(next); setFault(undefined) }} />
    </Dialog>
  )
}

type Checked = { unsound: string[]; overlaps: ReturnType<typeof lintPlace> }

const useChecks = (unit: UnitView, boundary: Boundary | undefined): Checked => {
  const words = useSayMaybe('structure')
  return useMemo(() => {
    if (!boundary) return { unsound: [], overlaps: [] }
    const faults = lintBoundary(boundary)
    const unsound = [...new Set(faults.map(({ code, params }) => words(`boundary.${code}`, params) ?? code))]
    const { parentOutline: parent, siblings } = unit
    return { unsound, overlaps: faults.length > 0 ? [] : lintPlace({ boundary, siblings, ...(parent ? { parent } : {}) }) }
  }, [unit, boundary, words])
}

const Checks = ({ unit, boundary, checked: { unsound, overlaps } }: { unit: UnitView; boundary: Boundary; checked: Checked }) => {
  const say = useSay('studioTerritory')
  const nameOf = (id: string): string => [...unit.siblings, ...(unit.parentOutline ? [unit.parentOutline] : [])].find((each) => each.id === id)?.name ?? ''
  const outside = overlaps.some(({ code }) => code === 'outsideParent')
  const over = overlaps.some(({ code }) => code === 'overlaps')
  const sayStudio = useSay('studio')
  if (unsound.length > 0) return <>{unsound.map((text) => <p key={text}><Mark tone="stop">{sayStudio('check.stop')}</Mark> {text}</p>)}</>
  const fine = [say('map.check.ok'), ...(unit.parentOutline && !outside ? [say('map.check.inside', { name: unit.parentOutline.name })] : []), ...(unit.siblings.length > 0 && !over ? [say('map.check.apart')] : [])]
  return (
    <>
      {overlaps.map(({ code, unit: other, metres }) => <p key={other}><Mark tone="warn">{sayStudio('check.warn')}</Mark> {say(`map.check.${code}`, { name: nameOf(other), metres })}</p>)}
      <p><Mark tone="ok">{sayStudio('check.ok')}</Mark> {fine.join(say('map.check.and'))} · <span className="muted">{say('map.area', { hectares: hectares(boundary) })}</span></p>
    </>
  )
}

/** The whole boundary away, or drawn anew. */
const Whole = ({ bounded, acts }: { bounded: boolean; acts: DrawingActs }) => {
  const say = useSay('studioTerritory')
  return bounded
    ? <button type="button" className="btn btn-small" onClick={() => acts.put(undefined)}>{say('map.clear')}</button>
    : <button type="button" className="btn btn-small" onClick={() => acts.begin('draw')}><Icon name="pen" />{say('map.draw')}</button>
}

const Tools = ({ drawing, acts, blocked }: { drawing: Drawing; acts: DrawingActs; blocked: boolean }) => {
  const say = useSay('studioTerritory')
  const { mode, boundary, points, chosen } = drawing
  return (
    <div className="bar">
      {mode === 'draw' ? <button type="button" className="btn btn-small" disabled={points.length < 3} onClick={acts.finish}><Icon name="check" />{say('map.finish')}</button> : null}
      {mode === 'edit' && chosen ? <button type="button" className="btn btn-small" onClick={() => acts.remove(chosen)}><Icon name="bin" />{say('map.removeCorner')}</button> : null}
      {mode === 'edit' ? <Whole bounded={boundary !== undefined} acts={acts} /> : null}
      <button type="button" className="btn btn-small" disabled={!drawing.canUndo} onClick={acts.undo}><Icon name="undo" />{say('map.undo')}</button>
      {drawing.dirty && mode === 'edit' ? <button type="button" className="btn btn-small btn-main" disabled={blocked || drawing.busy} onClick={() => void acts.save()}>{say('map.save')}</button> : null}
      <button type="button" className="btn btn-small btn-quiet" onClick={acts.cancel}>{say('map.cancel')}</button>
    </div>
  )
}

const Zoom = ({ onZoom }: { onZoom: (factor: number | undefined) => void }) => {
  const say = useSay('studioTerritory')
  return (
    <span className="zoom">
      <button type="button" className="btn btn-small" aria-label={say('map.zoomIn')} onClick={() => onZoom(1.5)}>+</button>
      <button type="button" className="btn btn-small" aria-label={say('map.zoomOut')} onClick={() => onZoom(1 / 1.5)}>−</button>
      <button type="button" className="btn btn-small" onClick={() => onZoom(undefined)}>{say('map.fit')}</button>
    </span>
  )
}

/** Some ground around the first corner of a drawing that has nothing beside it. */
const groundAt = ([lng = 0, lat = 0]: Position): Boundary => ({ type: 'Polygon', coordinates: [[[lng - 0.003, lat - 0.003], [lng + 0.003, lat + 0.003]]] })

const shapesOf = (unit: UnitView, { boundary, points }: Drawing): Boundary[] => {
  const known = [unit.boundary ?? boundary, unit.parentOutline?.boundary, ...unit.siblings.map((sibling) => sibling.boundary)].flatMap((shape) => shape ?? [])
  return known.length > 0 ? known : points.slice(0, 1).map(groundAt)
}

const useFrame = (unit: UnitView, drawing: Drawing): [Frame | undefined, (factor: number | undefined) => void] => {
  const [factor, setFactor] = useState(1)
  const whole = frameOf(shapesOf(unit, drawing))
  const own = factor > 1 && drawing.boundary ? frameOf([drawing.boundary]) : undefined
  const frame = whole && { ...whole, ...(own ? { lng: own.lng, lat: own.lat } : {}), scale: whole.scale * factor }
  return [frame, (step) => setFactor(step === undefined ? 1 : Math.min(60, Math.max(0.2, factor * step)))]
}

type Props = { unit: UnitView; name: string; canEdit: boolean; /** This boundary was saved a moment ago. */ saved: boolean; onSaved: () => Promise<void> }

/** Whoever ends drawing is back where it began: the button that was pressed stands there again. */
const useFocusBack = (here: boolean, saved: boolean) => {
  const place = useRef<HTMLSpanElement>(null)
  // A saved boundary is drawn anew with the unit as it is now stored: this is then another pane, and its first moment.
  const was = useRef(here && !saved)
  useEffect(() => {
    if (here && !was.current) place.current?.querySelector('button')?.focus()
    was.current = here
  }, [here])
  return place
}

const Begin = ({ unit, acts, here, saved, onPaste }: { unit: UnitView; acts: DrawingActs; here: boolean; saved: boolean; onPaste: () => void }) => {
  const say = useSay('studioTerritory')
  const place = useFocusBack(here, saved)
  return (
    <span className="bar push" ref={place}>
      {here ? (
        <>
          {unit.boundary
            ? <button type="button" className="btn btn-small" onClick={() => acts.begin('edit')}><Icon name="pen" />{say('map.edit')}</button>
            : <button type="button" className="btn btn-small" onClick={() => acts.begin('draw')}><Icon name="pen" />{say('map.draw')}</button>}
          <button type="button" className="btn btn-small" onClick={onPaste}>{say('map.paste')}</button>
        </>
      ) : null}
    </span>
  )
}

type FootProps = { unit: UnitView; drawing: Drawing; acts: DrawingActs; checked: Checked; framed: boolean; saved: boolean }

const Editing = ({ drawing: { mode, boundary, dirty, reason }, acts, framed }: FootProps) => {
  const say = useSay('studioTerritory')
  if (mode === 'draw') return <>{framed ? null : <Note tone="info">{say('map.noFrame')}</Note>}<NewCorner acts={acts} label={say('map.addFirst')} /></>
  if (mode !== 'edit') return null
  return <>{boundary ? <CornerList boundary={boundary} acts={acts} /> : null}{dirty ? <TextField label={say('unit.reason')} value={reason} maxLength={500} onChange={acts.why} /> : null}</>
}

const Foot = (props: FootProps) => {
  const say = useSay('studioTerritory')
  const { unit, drawing, checked, framed, saved } = props
  const { boundary, mode } = drawing
  return (
    <div className="panel-foot stack-s small">
      <Editing {...props} />
      {boundary ? <Checks unit={unit} boundary={boundary} checked={checked} /> : null}
      {!boundary && mode === 'look' ? <p className="muted">{say('map.none')}</p> : null}
      {checked.unsound.length > 0 ? <p className="muted">{say('map.check.unsound')}</p> : null}
      {framed ? <p className="muted">{say('map.legend')}</p> : null}
      <FaultNote fault={drawing.fault} />
      <div role="status">{drawing.saved || (saved && !drawing.dirty) ? <Mark tone="ok">{say('map.saved')}</Mark> : null}</div>
    </div>
  )
}

/** The boundary of the chosen unit among its neighbours, with its checks; drawn, pasted or typed. */
export const MapPane = ({ unit, name, canEdit, saved, onSaved }: Props) => {
  const say = useSay('studioTerritory')
  const [drawing, acts] = useDrawing(unit, onSaved)
  const [pasting, setPasting] = useState(false)
  const [frame, zoom] = useFrame(unit, drawing)
  const checked = useChecks(unit, drawing.boundary)
  const { mode } = drawing
  const overlapped = new Set(checked.overlaps.flatMap(({ code, unit: other }) => (code === 'overlaps' ? [other] : [])))
  return (
    <>
      <div className="panel-head"><h2 id="map-head">{say('map.heading')}</h2>{canEdit && unit.active ? <Begin unit={unit} acts={acts} here={mode === 'look'} saved={saved} onPaste={() => setPasting(true)} /> : null}</div>
      {mode === 'look' ? null : <div className="map-tools stack-s"><Tools drawing={drawing} acts={acts} blocked={checked.unsound.length > 0} /><p className="small muted">{say(mode === 'draw' ? 'map.drawHint' : 'map.editHint')}</p></div>}
      {frame ? <div className="map-box"><MapSurface name={name} frame={frame} drawing={drawing} acts={acts} parent={unit.parentOutline} siblings={unit.siblings} overlapped={overlapped} /><Zoom onZoom={zoom} /></div> : null}
      <Foot unit={unit} drawing={drawing} acts={acts} checked={checked} framed={frame !== undefined} saved={saved} />
      {pasting ? <PasteDialog onPut={acts.put} onClose={() => setPasting(false)} /> : null}
    </>
  )
}
