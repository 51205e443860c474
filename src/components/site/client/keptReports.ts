'use client'
import { useSyncExternalStore } from 'react'
import type { KeptReport } from '../types'

const NAME = 'portal.reports'
const LIMIT = 50

const isKept = (value: unknown): value is KeptReport => {
  const each = value as Partial<KeptReport> | null
  return typeof each?.code === 'string' && typeof each.title === 'string' && typeof each.sentAt === 'number' && ['string', 'undefined'].includes(typeof each.word)
}

/** Reads what was stored under our name; anything else there is as good as nothing. */
export const parseKept = (text: string | null): KeptReport[] => {
  if (!text) return []
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value.filter(isKept) : []
  } catch {
    return [] // written by something else, or cut off: a list nobody can read is an empty list
  }
}

/** The list with one report in front, each code once, the oldest forgotten beyond 50. */
export const withReport = (kept: KeptReport[], report: KeptReport): KeptReport[] => [report, ...kept.filter(({ code }) => code !== report.code)].slice(0, LIMIT)

export const withoutReport = (kept: KeptReport[], code: string): KeptReport[] => kept.filter((each) => each.code !== code)

const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  window.addEventListener('storage', listener) // another tab changed it
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

const stored = (): string => {
  try {
    return window.localStorage.getItem(NAME) ?? ''
  } catch {
    return '' // the browser refuses storage, e.g. in private windows
  }
}

export const readKept = (): KeptReport[] => parseKept(stored())

/** Stores the list and tells every view of it. False when the browser refuses; then the old list stays and is what the views show. */
export const writeKept = (kept: KeptReport[]): boolean => {
  try {
    if (kept.length === 0) window.localStorage.removeItem(NAME)
    else window.localStorage.setItem(NAME, JSON.stringify(kept))
  } catch {
    return false
  }
  for (const listener of listeners) listener()
  return true
}

/** The list as stored now; undefined on the server and while hydrating. */
export const useKept = (): KeptReport[] | undefined => {
  const text = useSyncExternalStore<string | undefined>(subscribe, stored, () => undefined)
  return text === undefined ? undefined : parseKept(text)
}
