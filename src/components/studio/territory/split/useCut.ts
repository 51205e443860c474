'use client'

import { useState } from 'react'
import { cutBoundary, joinBoundaries, type Boundary, type CutFault, type Position } from '../../../../domain/grid'

type Step = { pieces: readonly Boundary[]; line: readonly Position[]; homes: readonly number[] }

export type Cutting = Step & { fault?: CutFault; canUndo: boolean }

export type CutActs = {
  point: (position: Position) => void
  /** Cuts along the line that was clicked, or along one that is given. */
  cut: (line?: readonly Position[]) => void
  give: (piece: number, part: number) => void
  undo: () => void
  restart: () => void
}

const polygonsOf = (boundary: Boundary): Boundary[] => (boundary.type === 'Polygon' ? [boundary] : boundary.coordinates.map((coordinates): Boundary => ({ type: 'Polygon', coordinates })))

/** The boundary of each part: its pieces put together. */
export const boundariesOf = ({ pieces, homes }: Pick<Step, 'pieces' | 'homes'>, parts: number): (Boundary | undefined)[] =>
  Array.from({ length: parts }, (_, part) => joinBoundaries(pieces.filter((_piece, i) => homes[i] === part)))

/** A boundary while it is cut into pieces, line by line, and each piece given to a part. `onChange` hears of every change of that. */
export const useCut = (boundary: Boundary, parts: number, onChange: (boundaries: (Boundary | undefined)[]) => void): [Cutting, CutActs] => {
  const spread = (count: number): number[] => Array.from({ length: count }, (_, i) => Math.min(i, parts - 1))
  const first = (): Step => { const pieces = polygonsOf(boundary); return { pieces, line: [], homes: spread(pieces.length) } }
  const [step, setStep] = useState<Step>(first)
  const [history, setHistory] = useState<readonly Step[]>([])
  const [fault, setFault] = useState<CutFault>()
  const to = (next: Step, told: boolean): void => {
    setHistory([...history, step])
    setStep(next)
    setFault(undefined)
    if (told) onChange(next.pieces.length > 1 ? boundariesOf(next, parts) : [])
  }
  const cut = (line: readonly Position[] = step.line): void => {
    const whole = joinBoundaries(step.pieces)
    const done = whole ? cutBoundary(whole, line) : { fault: 'cutMisses' as const }
    if ('fault' in done) return setFault(done.fault)
    to({ pieces: done.pieces, line: [], homes: spread(done.pieces.length) }, true)
  }
  return [{ ...step, fault, canUndo: history.length > 0 }, {
    cut,
    point: (position) => to({ ...step, line: [...step.line, position] }, false),
    give: (piece, part) => to({ ...step, homes: step.homes.map((home, i) => (i === piece ? part : home)) }, true),
    undo: () => {
      const last = history.at(-1)
      if (!last) return
      setHistory(history.slice(0, -1))
      setStep(last)
      setFault(undefined)
      onChange(last.pieces.length > 1 ? boundariesOf(last, parts) : [])
    },
    restart: () => { setHistory([]); setStep(first()); setFault(undefined); onChange([]) },
  }]
}
