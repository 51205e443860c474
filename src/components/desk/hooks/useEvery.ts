'use client'

import { useEffect, useRef } from 'react'

/** Runs something every so often while the page is looked at, and when somebody comes back to it. */
export const useEvery = (everyMs: number, run: (signal: AbortSignal) => void | Promise<void>): void => {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const giveUp = new AbortController()
    const tick = () => {
      if (document.visibilityState === 'visible') void latest.current(giveUp.signal)
    }
    const timer = setInterval(tick, everyMs)
    window.addEventListener('focus', tick)
    return () => {
      giveUp.abort()
      clearInterval(timer)
      window.removeEventListener('focus', tick)
    }
  }, [everyMs])
}
