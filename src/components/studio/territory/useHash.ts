'use client'

import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  window.addEventListener('hashchange', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('hashchange', listener)
  }
}

const read = (): string => decodeURIComponent(window.location.hash.slice(1))

/** What the address names after its mark, and how to change it: the chosen row of an editor can be linked to, and stays after a reload. */
export const useHash = (): [string, (id: string) => void] => {
  const hash = useSyncExternalStore(subscribe, read, () => '')
  return [hash, (id) => {
    window.history.replaceState(null, '', `#${id}`)
    listeners.forEach((listener) => listener())
  }]
}
