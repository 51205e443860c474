'use client'

import { useState } from 'react'
import { useGuard } from '../kit'

/** What was typed for one row and is not saved: the fields that differ from it, and why. */
export type Typed<F> = { changes: Partial<F>; reason: string }

export type Unsaved<F> = { of: (id: string) => Typed<F> | undefined; keep: (id: string, typed: Typed<F> | undefined) => void }

/** What was typed for rows of a tree stays with each while others are looked at; the page asks before it is left with any of it. */
export const useUnsaved = <F>(): Unsaved<F> => {
  const [kept, setKept] = useState<ReadonlyMap<string, Typed<F>>>(new Map())
  useGuard(kept.size > 0)
  return {
    of: (id) => kept.get(id),
    keep: (id, typed) => setKept((now) => {
      const next = new Map(now)
      next.delete(id)
      return typed ? next.set(id, typed) : next
    }),
  }
}
