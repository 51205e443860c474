import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { databaseOf, inDatabase, mongoLine, mongoPossible, startMongo } from './dbMongo'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server of this run; `template`: the name of a database with the preset applied, which every test file copies. */
    mongo: { uri: string; template: string; compat?: 'h2' }
  }
}

const ARGS = ['--conditions=production', '--import', 'tsx']

/** Starts one server for all files of the run, and makes the database they copy in a process of its own. */
export default async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  process.stdout.write(`${mongoLine()}\n`)
  if (!mongoPossible()) return undefined
  const server = await startMongo()
  const { uri, compat } = server.database()
  const dir = await mkdtemp(path.join(tmpdir(), 'portal-template-'))
  const own = { DATA_DIR: dir, DATABASE_URI: uri, PRESET: 'jianwai', NODE_ENV: 'test', ...(compat ? { MONGO_COMPAT: compat, MONGO_STANDALONE_OK: '1' } : {}) }
  await promisify(execFile)(process.execPath, [...ARGS, path.resolve('tests/helpers/makeTemplate.ts')], { env: { ...process.env, ...own } as NodeJS.ProcessEnv })
  const template = databaseOf(uri)
  project.provide('mongo', { uri: inDatabase(uri, 'admin'), template, ...(compat ? { compat } : {}) })
  return async () => {
    if (server.outlives) await drop(uri)
    await server.close()
    await rm(dir, { recursive: true, force: true })
  }
}

const drop = async (uri: string): Promise<void> => {
  const { default: mongoose } = await import('mongoose')
  const connection = await mongoose.createConnection(uri).asPromise()
  await connection.dropDatabase()
  await connection.close()
}
