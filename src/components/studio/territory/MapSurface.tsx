'use client'

import { useId, useRef, type PointerEvent } from 'react'
import { boundaryBox, eachCorner, type Boundary, type Corner, type Position } from '../../../domain/grid'
import type { Outline } from '../../../services/studio/territory/unit'
import { useSay } from '../words'
import { HEIGHT, pathOf, scaleBar, toDrawing, toPosition, WIDTH, type Frame } from './project'
import { halfWay, type Drawing, type DrawingActs } from './useDrawing'

type Shape = { polygons: readonly (readonly (readonly Position[])[])[] }

const shapeOf = (boundary: Boundary): Shape => ({ polygons: boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates })

const Area = ({ boundary, frame, className }: { boundary: Boundary; frame: Frame; className: string }) => (
  <path className={className} fillRule="evenodd" d={shapeOf(boundary).polygons.map((rings) => pathOf(frame, rings)).join('')} />
)

const Name = ({ outline, frame, soft }: { outline: Pick<Outline, 'name' | 'boundary'>; frame: Frame; soft?: boolean }) => {
  const box = boundaryBox(outline.boundary)
  if (!box) return null
  const { x, y } = toDrawing(frame, [(box.west + box.east) / 2, (box.south + box.north) / 2])
  return <text x={x.toFixed(1)} y={y.toFixed(1)} className={soft ? 'soft' : undefined}>{outline.name}</text>
}

const sameCorner = (a: Corner | undefined, b: Corner): boolean => a !== undefined && a.polygon === b.polygon && a.ring === b.ring && a.at === b.at

type HandlesProps = { boundary: Boundary; frame: Frame; drawing: Drawing; acts: DrawingActs; placeOf: (event: PointerEvent) => { x: number; y: number } | undefined }

/** Dots at the corners that are dragged, and small squares between them that become corners. */
const Handles = ({ boundary, frame, drawing, acts, placeOf }: HandlesProps) => {
  const dragging = useRef<Corner>(undefined)
  const corners = eachCorner(boundary)
  const drag = (event: PointerEvent): void => {
    const place = placeOf(event)
    if (dragging.current && place) acts.drag(dragging.current, toPosition(frame, place))
  }
  return (
    <g>
      {corners.map(({ corner }) => {
        const { x, y } = toDrawing(frame, halfWay(boundary, corner))
        return <rect key={`m${corner.polygon}.${corner.ring}.${corner.at}`} className="mid" x={x - 4} y={y - 4} width={8} height={8} onClick={(event) => { event.stopPropagation(); acts.add(corner, toPosition(frame, { x, y })) }} />
      })}
      {corners.map(({ corner, position }) => {
        const { x, y } = toDrawing(frame, position)
        return (
          <circle key={`c${corner.polygon}.${corner.ring}.${corner.at}`} className={sameCorner(drawing.chosen, corner) ? 'pt pt-on' : 'pt'} cx={x} cy={y} r={7}
            onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); dragging.current = corner; acts.choose(corner); acts.grab() }}
            onPointerMove={drag} onPointerUp={() => { dragging.current = undefined }} onPointerCancel={() => { dragging.current = undefined }} />
        )
      })}
    </g>
  )
}

const Drawn = ({ points, frame }: { points: readonly Position[]; frame: Frame }) => {
  const places = points.map((point) => toDrawing(frame, point))
  return (
    <g>
      <polyline className="drawn" points={places.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {places.map(({ x, y }, i) => <circle key={i} className="pt" cx={x} cy={y} r={6} />)}
    </g>
  )
}

const Scale = ({ frame }: { frame: Frame }) => {
  const say = useSay('studioTerritory')
  const { metres, width } = scaleBar(frame)
  return (
    <g aria-hidden="true">
      <path className="rule" d={`M20 ${HEIGHT - 16}h${width.toFixed(1)}M20 ${HEIGHT - 16}v-8M${(20 + width).toFixed(1)} ${HEIGHT - 16}v-8M${WIDTH - 24} ${HEIGHT - 14}v-18m-5 6l5-6 5 6`} />
      <text x={20 + width / 2} y={HEIGHT - 22} className="soft">{say('map.scale', { metres })}</text>
      <text x={WIDTH - 42} y={HEIGHT - 14} className="soft">{say('map.north')}</text>
    </g>
  )
}

type Props = { name: string; frame: Frame; drawing: Drawing; acts: DrawingActs; parent?: Outline; siblings: readonly Outline[]; overlapped: ReadonlySet<string> }

/** A drawing of a unit among its parent and neighbours. Everything done on it can be done in the list of coordinates, too. */
export const MapSurface = ({ name, frame, drawing, acts, parent, siblings, overlapped }: Props) => {
  const say = useSay('studioTerritory')
  const id = useId()
  const surface = useRef<SVGSVGElement>(null)
  const { mode, boundary, points } = drawing
  const placeOf = (event: { clientX: number; clientY: number }): { x: number; y: number } | undefined => {
    const box = surface.current?.getBoundingClientRect()
    return box ? { x: ((event.clientX - box.left) / box.width) * WIDTH, y: ((event.clientY - box.top) / box.height) * HEIGHT } : undefined
  }
  return (
    <svg ref={surface} className={`map map-${mode}`} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-t ${id}-d`}
      onClick={(event) => { const place = placeOf(event); if (mode === 'draw' && place) acts.point(toPosition(frame, place)) }}>
      <title id={`${id}-t`}>{say('map.title')}</title>
      <desc id={`${id}-d`}>{say('map.desc', { name })}</desc>
      {siblings.map((outline) => <Area key={outline.id} boundary={outline.boundary} frame={frame} className={overlapped.has(outline.id) ? 'unit gap' : 'unit'} />)}
      {parent ? <Area boundary={parent.boundary} frame={frame} className="area" /> : null}
      {boundary ? <Area boundary={boundary} frame={frame} className="unit-on" /> : null}
      {siblings.map((outline) => <Name key={outline.id} outline={outline} frame={frame} soft />)}
      {boundary ? <Name outline={{ name, boundary }} frame={frame} /> : null}
      {mode === 'draw' ? <Drawn points={points} frame={frame} /> : null}
      {mode === 'edit' && boundary ? <Handles boundary={boundary} frame={frame} drawing={drawing} acts={acts} placeOf={placeOf} /> : null}
      <Scale frame={frame} />
    </svg>
  )
}
