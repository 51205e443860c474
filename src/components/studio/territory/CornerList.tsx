'use client'

import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { eachCorner, type Boundary, type Corner, type Position } from '../../../domain/grid'
import { Icon } from '../kit'
import { useSay } from '../words'
import { useGiven } from './useGiven'
import { halfWay, type DrawingActs } from './useDrawing'

const CoordinateInput = ({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) => {
  const [text, setText] = useGiven(value, String)
  const keep = (): void => {
    const number = Number(text)
    if (text.trim() !== '' && Number.isFinite(number) && number !== value) onChange(number)
    else setText(String(value))
  }
  return <input className="input" inputMode="decimal" aria-label={label} value={text} onChange={(event) => setText(event.target.value)} onBlur={keep} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); keep() } }} />
}

type Props = { boundary: Boundary; acts: DrawingActs }

/** The corners as numbers: all that is done on the drawing, without a mouse. */
export const CornerList = ({ boundary, acts }: Props) => {
  const say = useSay('studioTerritory')
  const head = useRef<HTMLElement>(null)
  // The button that led here is gone: without this the keyboard would start at the top of the page.
  useEffect(() => head.current?.focus({ preventScroll: true }), [])
  const corners = eachCorner(boundary)
  const place = ({ polygon, ring }: Corner): string => (ring === 0 ? say('map.ring', { polygon: polygon + 1 }) : say('map.hole', { polygon: polygon + 1, ring }))
  const several = new Set(corners.map(({ corner }) => place(corner))).size > 1
  const move = (corner: Corner, to: Position): void => acts.move(corner, to)
  return (
    <details className="corners">
      <summary ref={head}>{say('map.corners')} <small className="muted">{say('map.cornersCount', { count: corners.length })}</small></summary>
      <ol>
        {corners.map(({ corner, position: [lng = 0, lat = 0] }, i) => (
          <li key={`${corner.polygon}.${corner.ring}.${corner.at}`}>
            {several && corner.at === 0 ? <b className="ring">{place(corner)}</b> : null}
            <span className="n">{i + 1}</span>
            <CoordinateInput label={`${say('map.corner', { n: i + 1 })} ${say('map.lng')}`} value={lng} onChange={(value) => move(corner, [value, lat])} />
            <CoordinateInput label={`${say('map.corner', { n: i + 1 })} ${say('map.lat')}`} value={lat} onChange={(value) => move(corner, [lng, value])} />
            <button type="button" className="btn btn-icon" aria-label={say('map.addAfter', { n: i + 1 })} onClick={() => acts.add(corner, halfWay(boundary, corner))}><Icon name="plus" /></button>
            <button type="button" className="btn btn-icon" aria-label={say('map.remove', { n: i + 1 })} onClick={() => { acts.remove(corner); head.current?.focus() }}><Icon name="bin" /></button>
          </li>
        ))}
      </ol>
    </details>
  )
}

const numberIn = (text: string): number | undefined => (text.trim() === '' || !Number.isFinite(Number(text)) ? undefined : Number(text))

/** Corners of a new boundary typed one after the other. */
export const NewCorner = ({ acts, label }: { acts: DrawingActs; label: string }) => {
  const say = useSay('studioTerritory')
  const [[lng, lat], setPlace] = useState<[string, string]>(['', ''])
  const position = [numberIn(lng), numberIn(lat)]
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus({ preventScroll: true }), [])
  const add = (): void => {
    const [x, y] = position
    if (x === undefined || y === undefined) return
    acts.point([x, y])
    setPlace(['', ''])
    first.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add()
  }
  return (
    <div className="bar new-corner">
      <input ref={first} className="input" inputMode="decimal" onKeyDown={onKeyDown} aria-label={`${label} ${say('map.lng')}`} placeholder={say('map.lng')} value={lng} onChange={(event) => setPlace([event.target.value, lat])} />
      <input className="input" inputMode="decimal" onKeyDown={onKeyDown} aria-label={`${label} ${say('map.lat')}`} placeholder={say('map.lat')} value={lat} onChange={(event) => setPlace([lng, event.target.value])} />
      <button type="button" className="btn btn-small" disabled={position.includes(undefined)} onClick={add}>{label}</button>
    </div>
  )
}
