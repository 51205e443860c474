import { execFile, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

import type { AdapterOptions } from '@/db/adapter'

export type MongoServer = {
  /** The options of `makeAdapter` for a database of its own on this server. */
  database: () => Pick<AdapterOptions, 'uri' | 'compat'>
  /** True when the server is somebody's: what a test made there, it takes away. */
  outlives: boolean
  close: () => Promise<void>
}

const SOURCES = resolve(import.meta.dirname, 'db-mongo-server')
const LIBRARIES = resolve(import.meta.dirname, '../../node_modules/.cache/db-mongo-server')

const has = (command: string): boolean => spawnSync(command, ['-version'], { stdio: 'ignore' }).status === 0

/** Whether tests on MongoDB's protocol can run here at all: a server was named, or Java can start one. */
export const mongoPossible = (): boolean => process.env.MONGODB_URI !== undefined || has('java')

/** What is tested on, and what that leaves unproven. */
export const mongoName = (): string =>
  process.env.MONGODB_URI === undefined ? 'MongoDB protocol (H2: queries, ids and unique values, not atomicity)' : 'MongoDB (replica set)'

const databaseName = () => `portal_test_${process.pid}_${Math.random().toString(36).slice(2)}`

const inDatabase = (uri: string): string => {
  const address = new URL(uri)
  address.pathname = `/${databaseName()}`
  return address.toString()
}

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
  const server = spawn('java', ['-cp', `${LIBRARIES}/*`, join(SOURCES, 'Server.java'), join(folder, 'data')], { stdio: ['pipe', 'pipe', 'inherit'] })
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

/** The server of `MONGODB_URI` (a replica set), else one started here. */
export const startMongo = async (): Promise<MongoServer> => {
  const uri = process.env.MONGODB_URI
  if (uri === undefined) return startJava()
  return { database: () => ({ uri: inDatabase(uri) }), outlives: true, close: () => Promise.resolve() }
}
