'use client'

import { useSyncExternalStore } from 'react'

/** The width below which the desk is a phone's: the same as in narrow.css. */
const NARROW = '(max-width: 600px)'

const subscribe = (run: () => void) => {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', run)
  return () => query.removeEventListener('change', run)
}

/** Whether the page is as narrow as a phone. The server and the first paint say no. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches, () => false)
