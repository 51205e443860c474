'use client'

import { useState } from 'react'
import { ask, type Answer, type Fault } from '../api'

type Call = { method: 'POST' | 'PATCH' | 'DELETE'; json?: unknown }

/** One request at a time to the doors of the hooks (`path` below `webhooks`); a refusal leaves everything as it was typed. */
export const useHook = () => {
  const [fault, setFault] = useState<Fault>()
  const [busy, setBusy] = useState(false)
  const send = async <T>(path: string, call: Call): Promise<Answer<T>> => {
    setBusy(true)
    setFault(undefined)
    const answer = await ask<T>(`webhooks${path}`, call)
    setBusy(false)
    if (!answer.ok) setFault(answer.fault)
    return answer
  }
  return { fault, busy, send, reload: () => window.location.reload() }
}
