'use client'

import { useState } from 'react'
import { removeRow, saveRow, type Answer, type Fault } from '../api'

type Saved = { id?: string; seen?: string; data: Record<string, unknown>; reason?: string }

/** Keeps or removes one row, then shows the page anew; a refusal leaves everything as it was typed. */
export const useSaving = (slug: string): { fault: Fault | undefined; busy: boolean; save: (row: Saved) => Promise<void>; remove: (id: string) => Promise<void> } => {
  const [fault, setFault] = useState<Fault>()
  const [busy, setBusy] = useState(false)
  const settle = (answer: Answer<unknown>) => {
    if (answer.ok) return window.location.reload()
    setBusy(false)
    setFault(answer.fault)
  }
  return {
    fault, busy,
    save: async (row) => { setBusy(true); settle(await saveRow(slug, row)) },
    remove: async (id) => { setBusy(true); settle(await removeRow(slug, id)) },
  }
}

/** A code for a new row that nobody need invent. */
export const freshCode = (kind: string): string => `${kind}-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? ''}`
