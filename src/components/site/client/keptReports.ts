'use client'
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

export const readKept = (): KeptReport[] => {
  try {
    return parseKept(window.localStorage.getItem(NAME))
  } catch {
    return [] // the browser refuses storage, e.g. in private windows
  }
}

/** Stores the list. False when the browser refuses. */
export const writeKept = (kept: KeptReport[]): boolean => {
  try {
    if (kept.length === 0) window.localStorage.removeItem(NAME)
    else window.localStorage.setItem(NAME, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}
