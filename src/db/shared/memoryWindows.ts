import { randomBytes } from 'node:crypto'
import type { Windows } from './types'

type Window = { count: number; until: number }

const MOST_KEPT = 50_000
const MADE_ROOM = 5_000

/** Forgets what is over; where that is too little, the oldest: memory stays bounded whoever knocks. */
const makeRoom = (windows: Map<string, Window>, at: number): void => {
  if (windows.size < MOST_KEPT) return
  for (const [key, { until }] of windows) if (until <= at) windows.delete(key)
  if (windows.size <= MOST_KEPT - MADE_ROOM) return
  for (const key of [...windows.keys()].slice(0, MADE_ROOM)) windows.delete(key)
}

/** Windows of the only process there is. */
export const memoryWindows = (): Windows => {
  const windows = new Map<string, Window>()
  let today: { day: number; salt: Buffer } | undefined
  const open = (key: string, at: number): Window | undefined => {
    const window = windows.get(key)
    return window && window.until > at ? window : undefined
  }
  return {
    take: ({ key, at, most, until }) => {
      const window = open(key, at)
      if (!window) {
        makeRoom(windows, at)
        windows.delete(key)
        windows.set(key, { count: 1, until })
        return Promise.resolve({ taken: true, until })
      }
      const taken = window.count < most
      if (taken) window.count += 1
      return Promise.resolve({ taken, until: window.until })
    },
    give: (key, at) => {
      const window = open(key, at)
      if (window) window.count = Math.max(0, window.count - 1)
      return Promise.resolve()
    },
    count: (key, at) => Promise.resolve(open(key, at)?.count ?? 0),
    salt: (day) => {
      if (today?.day !== day) {
        today = { day, salt: randomBytes(32) }
        windows.clear()
      }
      return Promise.resolve(today.salt)
    },
  }
}
