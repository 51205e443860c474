'use client'

import { useState } from 'react'
import { addCorner, drawnBoundary, eachCorner, moveCorner, removeCorner, type Boundary, type Corner, type Position } from '../../../domain/grid'
import type { UnitView } from '../../../services/studio/territory/unit'
import { saveRow, type Fault } from '../api'

export type Mode = 'look' | 'draw' | 'edit'

/** `points`: corners clicked so far, while drawing. A step back leads to what was done then, too: drawing or changing. */
type Step = { mode: Mode; boundary?: Boundary; points: readonly Position[] }

export type Drawing = Step & { chosen?: Corner; dirty: boolean; reason: string; canUndo: boolean; busy: boolean; fault?: Fault; saved: boolean }

export type DrawingActs = {
  begin: (mode: 'draw' | 'edit') => void
  cancel: () => void
  undo: () => void
  point: (position: Position) => void
  finish: () => void
  choose: (corner: Corner | undefined) => void
  /** While a corner is dragged nothing is kept to go back to; `grab` keeps it once. */
  grab: () => void
  drag: (corner: Corner, to: Position) => void
  move: (corner: Corner, to: Position) => void
  add: (corner: Corner, position: Position) => void
  remove: (corner: Corner) => void
  put: (boundary: Boundary | undefined) => void
  why: (reason: string) => void
  save: () => Promise<boolean>
}

const HISTORY = 100

/** The boundary of one unit while it is drawn or changed: every step can be gone back, nothing is kept before it is saved. */
export const useDrawing = (unit: UnitView, onSaved: () => Promise<void>): [Drawing, DrawingActs] => {
  const [step, setStep] = useState<Step>({ mode: 'look', boundary: unit.boundary, points: [] })
  const [history, setHistory] = useState<Step[]>([])
  const [chosen, setChosen] = useState<Corner>()
  const [reason, setReason] = useState('')
  const [sent, setSent] = useState<{ busy: boolean; fault?: Fault; saved: boolean }>({ busy: false, saved: false })
  const keep = (): void => setHistory((all) => [...all.slice(-HISTORY), step])
  const to = (next: Step): void => {
    keep()
    setStep(next)
    setSent({ busy: false, saved: false })
  }
  const bounded = (boundary: Boundary | undefined): void => to({ mode: 'edit', boundary, points: [] })
  const reset = (): void => {
    setStep({ mode: 'look', boundary: unit.boundary, points: [] })
    setHistory([])
    setChosen(undefined)
  }
  const acts: DrawingActs = {
    begin: (mode) => to(mode === 'draw' ? { mode, boundary: undefined, points: [] } : { ...step, mode }),
    cancel: reset,
    undo: () => { const last = history.at(-1); if (last) { setStep(last); setHistory(history.slice(0, -1)); setChosen(undefined) } },
    point: (position) => to({ mode: 'draw', points: [...step.points, position] }),
    finish: () => { const boundary = drawnBoundary(step.points); if (boundary) bounded(boundary) },
    choose: setChosen,
    grab: keep,
    drag: (corner, position) => setStep((now) => (now.boundary ? { ...now, boundary: moveCorner(now.boundary, corner, position), points: [] } : now)),
    move: (corner, position) => { if (step.boundary) bounded(moveCorner(step.boundary, corner, position)) },
    add: (corner, position) => { if (step.boundary) { bounded(addCorner(step.boundary, corner, position)); setChosen({ ...corner, at: corner.at + 1 }) } },
    remove: (corner) => { if (step.boundary) { bounded(removeCorner(step.boundary, corner)); setChosen(undefined) } },
    put: bounded,
    why: setReason,
    save: async () => {
      setSent({ busy: true, saved: false })
      const answer = await saveRow('grid-units', { id: unit.id, data: { boundary: step.boundary ?? null }, seen: unit.seen, ...(reason.trim() ? { reason } : {}) })
      if (!answer.ok) { setSent({ busy: false, saved: false, fault: answer.fault }); return false }
      await onSaved()
      setHistory([])
      setChosen(undefined)
      setStep((now) => ({ ...now, mode: 'look' }))
      setSent({ busy: false, saved: true })
      return true
    },
  }
  const dirty = JSON.stringify(step.boundary ?? null) !== JSON.stringify(unit.boundary ?? null)
  return [{ ...step, chosen, dirty, reason, canUndo: history.length > 0, ...sent }, acts]
}

/** The position half way from a corner to the next one of its ring. */
export const halfWay = (boundary: Boundary, corner: Corner): Position => {
  const ring = eachCorner(boundary).filter((each) => each.corner.polygon === corner.polygon && each.corner.ring === corner.ring)
  const [a, b] = [ring[corner.at]?.position ?? [0, 0], ring[(corner.at + 1) % ring.length]?.position ?? [0, 0]]
  return [((a[0] ?? 0) + (b[0] ?? 0)) / 2, ((a[1] ?? 0) + (b[1] ?? 0)) / 2]
}
