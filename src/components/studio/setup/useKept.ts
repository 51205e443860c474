'use client'

import { useMemo, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}
const tell = () => { for (const listener of listeners) listener() }

/** What was typed in a step, kept in this window until it is done: one may leave and come back. Nothing secret belongs in it. */
export const useKept = <T>(key: string, first: T): [T, (value: T) => void, () => void] => {
  const name = `setup.${key}`
  const kept = useSyncExternalStore(subscribe, () => window.sessionStorage.getItem(name), () => null)
  const read = useMemo(() => (kept === null ? undefined : (JSON.parse(kept) as T)), [kept])
  const set = (next: T) => {
    window.sessionStorage.setItem(name, JSON.stringify(next))
    tell()
  }
  const forget = () => {
    window.sessionStorage.removeItem(name)
    tell()
  }
  return [read ?? first, set, forget]
}
