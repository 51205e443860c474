'use client'

import { useCallback, useMemo, useSyncExternalStore } from 'react'

const CHANGED = 'desk:stored'

const read = (name: string): string | null => {
  try {
    return window.localStorage.getItem(name)
  } catch {
    // Storage may be switched off by the office's browser policy; the choice then lasts as long as the page.
    return null
  }
}

const write = (name: string, value: string): void => {
  try {
    window.localStorage.setItem(name, value)
  } catch {
    return
  }
  window.dispatchEvent(new Event(CHANGED))
}

const subscribe = (onChange: () => void) => {
  window.addEventListener(CHANGED, onChange)
  window.addEventListener('storage', onChange)
  return () => {
    window.removeEventListener(CHANGED, onChange)
    window.removeEventListener('storage', onChange)
  }
}

const parse = <T>(text: string | null, valid: (value: unknown) => value is T, fallback: T): T => {
  if (text === null) return fallback
  try {
    const value: unknown = JSON.parse(text)
    return valid(value) ? value : fallback
  } catch {
    return fallback
  }
}

/** A choice remembered in this browser. The server and the first paint see the fallback. `fallback` and `valid` must be constants. */
export const useStored = <T>(name: string, fallback: T, valid: (value: unknown) => value is T): [T, (value: T) => void] => {
  const text = useSyncExternalStore(subscribe, () => read(name), () => null)
  const value = useMemo(() => parse(text, valid, fallback), [text, valid, fallback])
  const set = useCallback((next: T) => write(name, JSON.stringify(next)), [name])
  return [value, set]
}
