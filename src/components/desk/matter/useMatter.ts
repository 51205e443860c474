'use client'

import { useCallback, useMemo, useState } from 'react'
import { act as callAct, readMatter, readRevision, transition as callTransition, type Answer } from '../api'
import { useEvery } from '../hooks/useEvery'
import type { ActAnswer, ApiError, ConflictDetail, MatterAct, MatterVM } from '../types'
import { useToast } from '../ui/Toasts'
import type { MatterBench } from './context'
import { useNeighbours } from './useNeighbours'

type State = { matter: MatterVM; now: number; conflict?: ConflictDetail }

const POLL_MS = 45_000

/** A conflict is an answer like any other: the matter moved, and `detail` says how. */
const conflictOf = (error: ApiError): ConflictDetail | undefined =>
  error.code === 'conflict' || error.code === 'illegalStep' ? (error.detail ?? {}) : undefined

/** The state of a matter's page: the matter, the server's clock, and what others did meanwhile. */
export const useMatter = (initial: MatterVM, firstNow: number): { bench: MatterBench; now: number } => {
  const toast = useToast()
  const [state, setState] = useState<State>({ matter: initial, now: firstNow })
  const { matter, now, conflict } = state
  const { id, revision } = matter

  const reload = useCallback(async () => {
    const answer = await readMatter(id)
    if (!answer.ok) return answer.error
    setState({ matter: answer.data.matter, now: answer.data.now })
    return undefined
  }, [id])

  const settle = useCallback(async (answer: Answer<{ revision?: number }>, said?: string) => {
    if (!answer.ok) {
      const detail = conflictOf(answer.error)
      if (detail) setState((old) => ({ ...old, conflict: detail }))
      return
    }
    if (said) toast(said)
    await reload()
  }, [reload, toast])

  const act = useCallback(async <T extends { revision?: number } = ActAnswer>(name: MatterAct, input: Record<string, unknown>, said?: string) => {
    const answer = await callAct<T>({ id, act: name, input, expectedRevision: revision })
    await settle(answer, said)
    return answer
  }, [id, revision, settle])

  const transition = useCallback(async (call: { action: string; input: Record<string, unknown>; key: string }, said: string) => {
    const answer = await callTransition({ id, expectedRevision: revision, ...call })
    await settle(answer, said)
    return answer
  }, [id, revision, settle])

  useEvery(POLL_MS, async (signal) => {
    const answer = await readRevision(id, revision, signal)
    if (!signal.aborted && answer.ok && answer.data.revision > revision) setState((old) => ({ ...old, conflict: answer.data.detail ?? {} }))
  })

  const neighbours = useNeighbours(id)
  const bench = useMemo(() => ({ matter, conflict, neighbours, act, transition, reload }), [matter, conflict, neighbours, act, transition, reload])
  return { bench, now }
}
