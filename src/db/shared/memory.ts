import { memoryWindows } from './memoryWindows'
import { makeTurns } from './turns'
import type { Shared, Sweep, Sweeps } from './types'

const memoryTurns = (): Sweeps => {
  const rows = new Map<string, Sweep>()
  return makeTurns({
    read: (name) => Promise.resolve(rows.get(name)),
    put: (row, before) => {
      const stands = rows.get(row.name) === before
      if (stands) rows.set(row.name, row)
      return Promise.resolve(stands)
    },
    all: () => Promise.resolve([...rows.values()]),
    keep: (names) => {
      for (const name of rows.keys()) if (!names.includes(name)) rows.delete(name)
      return Promise.resolve()
    },
  })
}

/** What is shared where one process is all there is: its memory. */
export const memoryShared = (): Shared => {
  const marks = new Map<string, number>()
  const words = new Map<string, { text: string; until: number }>()
  return {
    windows: memoryWindows(),
    sweeps: memoryTurns(),
    locks: memoryTurns(),
    marks: {
      touch: (name) => {
        marks.set(name, (marks.get(name) ?? 0) + 1)
        return Promise.resolve()
      },
      read: (name) => Promise.resolve(marks.get(name) ?? 0),
    },
    words: {
      agree: ({ name, text, at, until }) => {
        const stands = words.get(name)
        if (stands && stands.until > at && stands.text !== text) return Promise.resolve(stands.text)
        words.set(name, { text, until })
        return Promise.resolve(text)
      },
    },
  }
}
