import { isDuplicate, type Table } from './mongoTable'
import { makeTurns } from './turns'
import type { Sweep, Sweeps } from './types'

/** `revision` grows with every write, so that of two who read the same row one writes. */
export type TurnRow = Omit<Sweep, 'name'> & { _id: string; revision: number }

/** Turns in a collection that all processes share. */
export const mongoTurns = (open: () => Promise<Table<TurnRow>>): Sweeps => {
  const revisions = new WeakMap<Sweep, number>()
  const sweepOf = ({ _id, revision, ...rest }: TurnRow): Sweep => {
    const sweep = { name: _id, ...rest }
    revisions.set(sweep, revision)
    return sweep
  }
  return makeTurns({
    read: async (name) => {
      const row = await (await open()).findOne({ _id: name })
      return row ? sweepOf(row as TurnRow) : undefined
    },
    put: async ({ name, ...rest }, before) => {
      const table = await open()
      const revision = before ? (revisions.get(before) ?? 0) : 0
      if (before) return (await table.replaceOne({ _id: name, revision }, { ...rest, revision: revision + 1 })).matchedCount === 1
      try {
        await table.insertOne({ _id: name, ...rest, revision: 1 })
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },
    all: async () => (await (await open()).find().sort({ _id: 1 }).toArray()).map((row) => sweepOf(row as TurnRow)),
    keep: async (names) => {
      await (await open()).deleteMany({ _id: { $nin: [...names] } })
    },
  })
}
