import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

import type { AdapterOptions } from '@/db/adapter'

import { MEMORY_SERVER, mongoKind } from './mongoKind.mjs'

export { mongoIsAtomic, mongoKind, mongoLine, mongoName, mongoPossible } from './mongoKind.mjs'

export type MongoServer = {
  /** The options of `makeAdapter` for a database of its own on this server. */
  database: () => Pick<AdapterOptions, 'uri' | 'compat'>
  /** True when the server is somebody's: what a test made there, it takes away. */
  outlives: boolean
  close: () => Promise<void>
}

const SOURCES = resolve(import.meta.dirname, 'db-mongo-server')
const LIBRARIES = resolve(import.meta.dirname, '../../node_modules/.cache/db-mongo-server')

/** A name that no other test takes. */
export const databaseName = () => `portal_test_${process.pid}_${Math.random().toString(36).slice(2)}`

/** The same server, another database. Whoever signs in there goes on doing so at the database they did before. */
export const inDatabase = (uri: string, name: string = databaseName()): string => {
  const [, server = '', before = '', rest = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/.exec(uri) ?? []
  const options = new URLSearchParams(rest)
  if (server.includes('@') && !options.has('authSource')) options.set('authSource', before || 'admin')
  const text = options.toString()
  return `${server}/${name}${text ? `?${text}` : ''}`
}

/** The database an address names. */
export const databaseOf = (uri: string): string => /^mongodb(?:\+srv)?:\/\/[^/?]+\/([^?]+)/.exec(uri)?.[1] ?? ''

const fetchLibraries = async (): Promise<void> => {
  if (existsSync(LIBRARIES)) return
  // made aside and moved, because two test files may do this at once
  const aside = `${LIBRARIES}-${process.pid}`
  const args = ['-q', '-B', '-f', join(SOURCES, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${aside}`]
  await promisify(execFile)('mvn', args, { timeout: 240_000 })
  if (existsSync(LIBRARIES)) rmSync(aside, { recursive: true })
  else renameSync(aside, LIBRARIES)
}

const portOf = (output: NodeJS.ReadableStream): Promise<number> =>
  new Promise((found, failed) => {
    let text = ''
    output.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const port = /port (\d+)/.exec(text)?.[1]
      if (port !== undefined) found(Number(port))
    })
    output.on('end', () => failed(new Error(`The document server did not start: ${text}`)))
  })

const startJava = async (): Promise<MongoServer> => {
  await fetchLibraries()
  const folder = mkdtempSync(join(tmpdir(), 'portal-mongo-'))
  const server = spawn('java', ['-Xmx768m', '-cp', `${LIBRARIES}/*`, join(SOURCES, 'Server.java'), join(folder, 'data')], { stdio: ['pipe', 'pipe', 'inherit'] })
  const port = await portOf(server.stdout)
  const close = async () => {
    const ended = new Promise((done) => server.once('exit', done))
    server.stdin.end()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    database: () => ({ uri: `mongodb://127.0.0.1:${port}/${databaseName()}`, compat: 'h2' }),
    outlives: false,
    close,
  }
}

type MemorySet = { getUri: () => string; stop: () => Promise<unknown> }
type MemoryModule = { MongoMemoryReplSet: { create: (options: object) => Promise<MemorySet> } }

const startMemory = async (): Promise<MongoServer> => {
  process.env.MONGOMS_RUNTIME_DOWNLOAD = 'false'
  const { MongoMemoryReplSet } = (await import(MEMORY_SERVER)) as MemoryModule
  const set = await MongoMemoryReplSet.create({ replSet: { count: 1, storageEngine: 'wiredTiger' } })
  return {
    database: () => ({ uri: inDatabase(set.getUri()) }),
    outlives: false,
    close: async () => {
      await set.stop()
    },
  }
}

/** The server tests run on, see `mongoKind`; one of its own for each call, unless one was named. */
export const startMongo = async (): Promise<MongoServer> => {
  const uri = process.env.MONGODB_URI
  if (uri) return { database: () => ({ uri: inDatabase(uri) }), outlives: true, close: () => Promise.resolve() }
  return mongoKind() === 'memory' ? startMemory() : startJava()
}
