'use client'

import { useCallback, useState, useSyncExternalStore } from 'react'

/*
 * What was typed and not yet sent lives in this tab's session storage: it survives a reload and a lost sign-in, and is gone with the tab.
 */

const subscribeNever = () => () => undefined

const readDraft = (name: string): string => {
  try {
    return window.sessionStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

const keepDraft = (name: string, text: string): void => {
  try {
    if (text) window.sessionStorage.setItem(name, text)
    else window.sessionStorage.removeItem(name)
  } catch {
    // Without storage the text still stands on the page.
    return
  }
}

/** A text field whose content is kept while it is not sent. */
export const useDraft = (name: string): [string, (text: string) => void] => {
  const kept = useSyncExternalStore(subscribeNever, () => readDraft(name), () => '')
  const [typed, setTyped] = useState<string>()
  const set = useCallback((text: string) => {
    setTyped(text)
    keepDraft(name, text)
  }, [name])
  return [typed ?? kept, set]
}

/** The same for several values of a form, as one JSON text. */
export const useDraftRecord = <T extends Record<string, unknown>>(name: string, initial: T): [T, (values: T) => void, () => void] => {
  const [text, setText] = useDraft(name)
  const parsed = parseRecord(text)
  const values = parsed ? { ...initial, ...parsed } : initial
  const set = useCallback((next: T) => setText(JSON.stringify(next)), [setText])
  const clear = useCallback(() => setText(''), [setText])
  return [values, set, clear]
}

const parseRecord = (text: string): Record<string, unknown> | undefined => {
  if (!text) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
