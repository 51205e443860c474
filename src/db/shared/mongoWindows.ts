import { randomBytes } from 'node:crypto'
import { faultError } from '../faults'
import { isDuplicate, type Table } from './mongoTable'
import type { Taken, Use, Windows } from './types'

export type WindowRow = { _id: string; count: number; salt?: string; until: Date }

const TRIES = 8

const counted = async (table: Table<WindowRow>, { key, at, most }: Use): Promise<Taken | undefined> => {
  const row = await table.findOneAndUpdate({ _id: key, until: { $gt: new Date(at) }, count: { $lt: most } }, { $inc: { count: 1 } }, { returnDocument: 'after' })
  return row ? { taken: true, until: row.until.getTime() } : undefined
}

const begun = async (table: Table<WindowRow>, { key, at, until }: Use): Promise<Taken | undefined> => {
  const row = await table.findOne({ _id: key })
  if (row && row.until.getTime() > at) return { taken: false, until: row.until.getTime() }
  const fresh = { count: 1, until: new Date(until) }
  if (row) {
    const { matchedCount } = await table.updateOne({ _id: key, until: row.until }, { $set: fresh })
    return matchedCount === 1 ? { taken: true, until } : undefined
  }
  try {
    await table.insertOne({ _id: key, ...fresh })
    return { taken: true, until }
  } catch (error) {
    // another process began this window in this moment
    if (isDuplicate(error)) return undefined
    throw error
  }
}

const madeSalt = async (table: Table<WindowRow>, day: number, until: number): Promise<Buffer> => {
  const _id = `salt|${day}`
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const row = await table.findOne({ _id })
    if (row?.salt) return Buffer.from(row.salt, 'base64')
    try {
      // whoever makes the salt of a day removes what the days before have left, salts among it
      await table.deleteMany({ until: { $lte: new Date(until - 86_400_000) } })
      await table.insertOne({ _id, count: 0, salt: randomBytes(32).toString('base64'), until: new Date(until) })
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  }
  throw faultError('busy', 'databaseBusy')
}

/** Windows in a collection that all processes share. Rows go by an index on `until`; the salt of a day goes with the day. */
export const mongoWindows = (open: () => Promise<Table<WindowRow>>): Windows => {
  let today: { day: number; salt: Promise<Buffer> } | undefined
  return {
    take: async (use) => {
      const table = await open()
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const taken = (await counted(table, use)) ?? (await begun(table, use))
        if (taken) return taken
      }
      throw faultError('busy', 'databaseBusy')
    },
    give: async (key, at) => {
      await (await open()).updateOne({ _id: key, until: { $gt: new Date(at) }, count: { $gt: 0 } }, { $inc: { count: -1 } })
    },
    count: async (key, at) => (await (await open()).findOne({ _id: key, until: { $gt: new Date(at) } }))?.count ?? 0,
    salt: (day, until) => {
      if (today?.day === day) return today.salt
      const salt = open().then((table) => madeSalt(table, day, until))
      today = { day, salt }
      return salt.catch((error: unknown) => {
        // what failed is asked for again
        today = undefined
        throw error
      })
    },
  }
}
