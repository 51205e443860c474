import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildConfig, type CollectionConfig, type CollectionSlug, getPayload, type Payload } from 'payload'

import { type AdapterOptions, makeAdapter } from '@/db/adapter'
import { newId } from '@/db/ids'

import { mongoIsAtomic, mongoName, mongoPossible, startMongo } from './dbMongo'

const id: CollectionConfig['fields'][number] = { name: 'id', type: 'text', required: true, defaultValue: () => newId() }

export const collections: CollectionConfig[] = [
  {
    slug: 'boxes',
    fields: [id, { name: 'title', type: 'text', required: true }, { name: 'revision', type: 'number', defaultValue: 0 }, { name: 'dueAt', type: 'date' }],
  },
  {
    slug: 'parts',
    fields: [
      id,
      { name: 'box', type: 'relationship', relationTo: 'boxes' as CollectionSlug },
      { name: 'label', type: 'text', required: true, unique: true },
      { name: 'tags', type: 'text', hasMany: true },
      { name: 'rows', type: 'array', fields: [{ name: 'word', type: 'text' }] },
    ],
  },
  { slug: 'people', auth: { maxLoginAttempts: 3, useSessions: true }, fields: [id] },
]

export type Opened = { payload: Payload; folder: string; url: string; close: () => Promise<void> }

let count = 0

/** A Payload on a database of its own, with the tiny collections above. */
export const openPayload = async (options: Partial<AdapterOptions> = {}, extra: CollectionConfig[] = []): Promise<Opened> => {
  // Payload skips making the tables when an earlier database of this process had the same ones
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const folder = mkdtempSync(join(tmpdir(), 'portal-db-'))
  const url = options.uri ?? `file:${join(folder, 'portal.db')}`
  const config = buildConfig({
    collections: [...collections, ...extra],
    db: makeAdapter({ push: true, synchronous: 'OFF', ...options, uri: url }),
    secret: 'for tests only',
    telemetry: false,
    typescript: { autoGenerate: false },
    jobs: { tasks: [{ slug: 'nothing', handler: () => ({ output: {} }) }] },
  })
  count += 1
  const payload = await getPayload({ config, key: `db-${count}`, disableOnInit: true })
  const close = async () => {
    await payload.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
  return { payload, folder, url, close }
}

export type TestDatabase = { name: string; open: () => Promise<Opened>; atomic: boolean }

const openOnMongo = async (): Promise<Opened> => {
  const server = await startMongo()
  const opened = await openPayload(server.database())
  const close = async () => {
    if (server.outlives) await opened.payload.db.connection.dropDatabase()
    await opened.close()
    await server.close()
  }
  return { ...opened, close }
}

/** Every engine that can be had here. Where Java is, MongoDB's protocol may not be left out. */
export const openDatabases: TestDatabase[] = [
  { name: 'SQLite', open: () => openPayload(), atomic: true },
  ...(mongoPossible() ? [{ name: mongoName(), open: openOnMongo, atomic: mongoIsAtomic() }] : []),
]
