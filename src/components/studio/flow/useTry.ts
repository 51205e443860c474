'use client'

import { useCallback, useEffect, useState } from 'react'
import type { WorkflowDef } from '../../../domain/workflow/types'
import type { Move, Persona, Setup } from '../../../services/studio/flow/pretend'
import type { TryView } from '../../../services/studio/flow/tryView'
import { ask, type Fault } from '../api'

const PAUSE = 300

/** The pretend matter: asked of the server anew after every change, from the beginning, so that nothing of it is kept anywhere. */
export const useTry = (definition: WorkflowDef, start: Setup, role = '') => {
  const [setup, setSetup] = useState(start)
  const [moves, setMoves] = useState<Move[]>([])
  const [as, setAs] = useState<Persona>({ kind: 'staff', role, member: true, same: false })
  const [view, setView] = useState<TryView>()
  const [fault, setFault] = useState<Fault>()
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    const asked = new AbortController()
    const timer = setTimeout(() => {
      setBusy(true)
      void ask<TryView>('workflows/try', { method: 'POST', json: { definition, setup, moves, as }, signal: asked.signal }).then((answer) => {
        if (asked.signal.aborted) return
        setBusy(false)
        setFault(answer.ok ? undefined : answer.fault)
        if (answer.ok) setView(answer.data)
      })
    }, PAUSE)
    return () => { clearTimeout(timer); asked.abort() }
  }, [definition, setup, moves, as])

  // A move that was refused stays for its faults to be seen, and goes with the next one.
  const refused = view?.refused !== undefined
  const press = useCallback((move: Move) => setMoves((now) => [...(refused ? now.slice(0, -1) : now), move]), [refused])
  const back = useCallback(() => setMoves((now) => now.slice(0, -1)), [])
  const again = useCallback(() => setMoves([]), [])
  return { setup, setSetup, moves, as, setAs, view, fault, busy, press, back, again }
}
