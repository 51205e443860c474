'use client'

import { useState } from 'react'
import { useKeys } from '../hooks/useKeys'
import type { MatterRow } from '../types'

type CursorOptions = {
  rows: MatterRow[]
  selected: number
  canAssign: boolean
  onToggle: (id: string) => void
  onClear: () => void
  onBulk: () => void
  onDensity: () => void
  onArrivals: () => void
}

/** Focuses a row's title: the browser scrolls it into sight and a screen reader reads it. */
const focusRow = (id: string) => document.querySelector<HTMLElement>(`a[data-row="${CSS.escape(id)}"]`)?.focus()

const go = (row: MatterRow | undefined, todo?: string) => {
  if (row) window.location.assign(todo ? `${row.href}?do=${todo}` : row.href)
}

/** The keyboard's place in the list: j k move, x selects, o opens, a accepts, r routes (or assigns what is selected). */
export const useCursor = ({ rows, selected, canAssign, ...on }: CursorOptions): string | undefined => {
  const [cursor, setCursor] = useState<string>()
  const here = rows.findIndex(({ id }) => id === cursor)
  const move = (step: number) => () => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, here < 0 ? 0 : here + step))]
    if (!next) return
    setCursor(next.id)
    focusRow(next.id)
  }
  useKeys({
    j: move(1),
    k: move(-1),
    x: () => { if (cursor && here >= 0) on.onToggle(cursor) },
    o: () => go(rows[here]),
    a: () => go(rows[here], 'accept'),
    r: () => { if (selected && canAssign) on.onBulk(); else go(rows[here], 'assign') },
    d: on.onDensity,
    '.': on.onArrivals,
    Escape: selected ? on.onClear : undefined,
  })
  return here >= 0 ? cursor : undefined
}
