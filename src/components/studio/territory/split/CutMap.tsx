'use client'

import { useId, useRef, type MouseEvent } from 'react'
import { boundaryBox, containsPoint, type Boundary } from '../../../../domain/grid'
import { useSay } from '../../words'
import { frameOf, HEIGHT, pathOf, toDrawing, toPosition, WIDTH, type Frame } from '../project'
import type { CutActs, Cutting } from './useCut'

const ringsOf = (piece: Boundary) => (piece.type === 'Polygon' ? piece.coordinates : piece.coordinates.flat())

/** A place inside a piece for its number: the middle, or the middle of its first corners where that lies outside. */
const middle = (piece: Boundary): [number, number] => {
  const box = boundaryBox(piece)
  if (!box) return [0, 0]
  const [lng, lat] = [(box.west + box.east) / 2, (box.south + box.north) / 2]
  if (containsPoint(piece, { lng, lat })) return [lng, lat]
  const corners = (ringsOf(piece)[0] ?? []).slice(0, 3)
  const mean = (axis: 0 | 1): number => corners.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / (corners.length || 1)
  return [mean(0), mean(1)]
}

const Piece = ({ piece, n, home, frame }: { piece: Boundary; n: number; home: number; frame: Frame }) => {
  const { x, y } = toDrawing(frame, middle(piece))
  return (
    <>
      <path className={`piece piece-${home % 8}`} fillRule="evenodd" d={pathOf(frame, ringsOf(piece))} />
      <text x={x.toFixed(1)} y={y.toFixed(1)}>{n}</text>
    </>
  )
}

/** The boundary with its pieces, and the line that is being clicked. All of it is in the list and the pasted text, too. */
export const CutMap = ({ boundary, name, cutting, acts }: { boundary: Boundary; name: string; cutting: Cutting; acts: CutActs }) => {
  const say = useSay('studioTerritory')
  const id = useId()
  const surface = useRef<SVGSVGElement>(null)
  const frame = frameOf([boundary])
  if (!frame) return null
  const click = ({ clientX, clientY }: MouseEvent): void => {
    const box = surface.current?.getBoundingClientRect()
    if (box) acts.point(toPosition(frame, { x: ((clientX - box.left) / box.width) * WIDTH, y: ((clientY - box.top) / box.height) * HEIGHT }))
  }
  const places = cutting.line.map((position) => toDrawing(frame, position))
  return (
    <svg ref={surface} className="map map-draw map-cut" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-t ${id}-d`} onClick={click}>
      <title id={`${id}-t`}>{say('cut.map')}</title>
      <desc id={`${id}-d`}>{say('cut.mapDesc', { name, count: cutting.pieces.length })}</desc>
      {cutting.pieces.map((piece, i) => <Piece key={i} piece={piece} n={i + 1} home={cutting.homes[i] ?? 0} frame={frame} />)}
      <polyline className="drawn" points={places.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {places.map(({ x, y }, i) => <circle key={i} className="pt" cx={x} cy={y} r={6} />)}
    </svg>
  )
}
