'use client'

import { useRef, useState, type PointerEvent } from 'react'
import type { Box } from '../../../domain/photos/boxes'
import { useWords } from '../words'

type Point = { x: number; y: number }

const WHOLE = 100
/** A tap is no box. */
const LEAST = 1

const between = (one: Point, other: Point): Box => ({ x: Math.min(one.x, other.x), y: Math.min(one.y, other.y), w: Math.abs(one.x - other.x), h: Math.abs(one.y - other.y) })

const styleOf = ({ x, y, w, h }: Box) => ({ left: `${x}%`, top: `${y}%`, width: `${w}%`, height: `${h}%` })

/** The photo, on which boxes are drawn by mouse, pen or finger. */
export const CoverCanvas = ({ url, boxes, onDrawn }: { url: string; boxes: Box[]; onDrawn: (box: Box) => void }) => {
  const say = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const [from, setFrom] = useState<Point>()
  const [to, setTo] = useState<Point>()
  const pointOf = (event: PointerEvent): Point => {
    const edge = frame.current?.getBoundingClientRect()
    if (!edge) return { x: 0, y: 0 }
    const within = (value: number) => Math.min(WHOLE, Math.max(0, value * WHOLE))
    return { x: within((event.clientX - edge.left) / edge.width), y: within((event.clientY - edge.top) / edge.height) }
  }
  const begin = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setFrom(pointOf(event))
    setTo(pointOf(event))
  }
  const end = (event: PointerEvent) => {
    const box = from && between(from, pointOf(event))
    if (box && box.w >= LEAST && box.h >= LEAST) onDrawn(box)
    setFrom(undefined)
  }
  const drawing = from && to ? between(from, to) : undefined
  return (
    <div className="cover-canvas" ref={frame} onPointerDown={begin} onPointerMove={(event) => (from ? setTo(pointOf(event)) : undefined)} onPointerUp={end} onPointerCancel={() => setFrom(undefined)}>
      <img src={url} alt={say('cover.photo')} draggable={false} />
      {boxes.map((box, at) => <span key={at} className="cover-mark" style={styleOf(box)}>{at + 1}</span>)}
      {drawing ? <span className="cover-mark drawing" style={styleOf(drawing)} /> : null}
    </div>
  )
}
