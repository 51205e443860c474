import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { isDuplicate, sharedTable, type Table } from './mongoTable'
import { mongoTurns, type TurnRow } from './mongoTurns'
import { mongoWindows, type WindowRow } from './mongoWindows'
import type { Marks, Shared, Words } from './types'

type MarkRow = { _id: string; count: number }
type WordsRow = { _id: string; text: string; until: Date }

const mongoMarks = (open: () => Promise<Table<MarkRow>>): Marks => ({
  touch: async (name) => {
    await (await open()).updateOne({ _id: name }, { $inc: { count: 1 } }, { upsert: true })
  },
  read: async (name) => (await (await open()).findOne({ _id: name }))?.count ?? 0,
})

const mongoWords = (open: () => Promise<Table<WordsRow>>): Words => ({
  agree: async ({ name, text, at, until }) => {
    const table = await open()
    const fresh = { text, until: new Date(until) }
    const said = await table.updateOne({ _id: name, $or: [{ text }, { until: { $lte: new Date(at) } }] }, { $set: fresh })
    if (said.matchedCount === 1) return text
    try {
      await table.insertOne({ _id: name, ...fresh })
      return text
    } catch (error) {
      if (!isDuplicate(error)) throw error
      return (await table.findOne({ _id: name }))?.text ?? text
    }
  },
})

/** What is shared on MongoDB: collections of its own beside Payload's. */
export const mongoShared = (base: Pick<MongooseAdapter, 'connection'>): Shared => ({
  windows: mongoWindows(sharedTable<WindowRow>(base, 'windows', { forgets: true })),
  sweeps: mongoTurns(sharedTable<TurnRow>(base, 'sweeps')),
  locks: mongoTurns(sharedTable<TurnRow>(base, 'locks')),
  marks: mongoMarks(sharedTable<MarkRow>(base, 'marks')),
  words: mongoWords(sharedTable<WordsRow>(base, 'words')),
})
