import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    template: string
  }
}

// While a loader thread reads modules the main thread may have nothing to wait for, and Node 20 would end it.
const KEEP_ALIVE = 'data:text/javascript,setInterval(()=>undefined,1000)'

/** Makes one database with migrations and preset applied, in a process of its own; every test file copies it. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const dir = await mkdtemp(path.join(tmpdir(), 'portal-template-'))
  const script = path.resolve('tests/helpers/makeTemplate.ts')
  await promisify(execFile)(process.execPath, ['--import', KEEP_ALIVE, '--import', 'tsx', script], { env: { ...process.env, DATA_DIR: dir, DATABASE_URI: '', PRESET: 'jianwai', NODE_ENV: 'test' } })
  project.provide('template', dir)
  return () => rm(dir, { recursive: true, force: true })
}
