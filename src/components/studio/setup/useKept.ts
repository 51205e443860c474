'use client'

import { useEffect, useState } from 'react'

/** What was typed in a step, kept in this window until it is done: one may leave and come back. Nothing secret belongs in it. */
export const useKept = <T>(key: string, first: T): [T, (value: T) => void, () => void] => {
  const [value, setValue] = useState(first)
  const name = `setup.${key}`
  useEffect(() => {
    const kept = window.sessionStorage.getItem(name)
    if (kept !== null) setValue(JSON.parse(kept) as T)
  }, [name])
  const set = (next: T) => {
    setValue(next)
    window.sessionStorage.setItem(name, JSON.stringify(next))
  }
  return [value, set, () => window.sessionStorage.removeItem(name)]
}
