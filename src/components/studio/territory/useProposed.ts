'use client'

import { useEffect, useState } from 'react'
import { ask } from '../api'

export type Proposed = {
  /** What the field shows. */
  text: string
  /** Whether the answer is still to come, was that there is none, or has come. */
  state: 'waiting' | 'none' | 'ready'
  type: (text: string) => void
}

type Held = { of?: string; code?: string | null; own?: string }

/**
 * A code proposed by the server for a place, unless somebody typed one. The form need not wait for it: sent without, the server chooses the same.
 */
export const useProposed = (door: string, parent: string): Proposed => {
  const [held, setHeld] = useState<Held>({})
  useEffect(() => {
    const leaving = new AbortController()
    void ask<{ code: string | null }>(`${door}/code?parent=${encodeURIComponent(parent)}`, { signal: leaving.signal }).then((answer) => {
      if (answer.ok) setHeld((now) => ({ ...now, of: parent, code: answer.data.code }))
      else if (answer.fault.code !== 'aborted') setHeld((now) => ({ ...now, of: parent, code: '' }))
    })
    return () => leaving.abort()
  }, [door, parent])
  const current = held.of === parent ? held.code : undefined
  return {
    text: held.own ?? current ?? '',
    state: current === undefined ? 'waiting' : current === null ? 'none' : 'ready',
    type: (own) => setHeld((now) => ({ ...now, own })),
  }
}
