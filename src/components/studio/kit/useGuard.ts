'use client'

import { useEffect } from 'react'

/** Asks again before a page with unsaved work is left. */
export const useGuard = (dirty: boolean): void => {
  useEffect(() => {
    if (!dirty) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [dirty])
}
