'use client'

import { useEffect, useRef } from 'react'

/** What single keys do. Names as `KeyboardEvent.key` has them. */
export type KeyMap = Record<string, (() => void) | undefined>

const TYPING = 'input:not([type=checkbox]):not([type=radio]),textarea,select,[contenteditable=true]'

/** Whether a key was meant for the page: not typed into a field, not with a modifier, not while a dialog is open. */
export const isPageKey = (event: KeyboardEvent): boolean => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false
  if (document.querySelector('dialog[open]')) return false
  return !(event.target instanceof Element && event.target.matches(TYPING))
}

/** Says on the page which keys it listens to: before its scripts run, it hears none. */
const tell = (names: string[]): void => {
  const known = (document.body.dataset.keys ?? '').split(' ').filter(Boolean)
  document.body.dataset.keys = [...new Set([...known, ...names])].join(' ')
}

/** Single-key commands of a page. */
export const useKeys = (keys: KeyMap): void => {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const run = latest.current[event.key]
      if (!run || !isPageKey(event)) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', listen)
    tell(Object.keys(latest.current))
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
