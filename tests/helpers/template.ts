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

// The rich text editor's packages choose their build by a top-level await for plain Node, on which Node 20 now and then waits for ever.
const ARGS = ['--conditions=production', '--import', 'tsx']

/** Makes one database with migrations and preset applied, in a process of its own; every test file copies it. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const dir = await mkdtemp(path.join(tmpdir(), 'portal-template-'))
  const script = path.resolve('tests/helpers/makeTemplate.ts')
  await promisify(execFile)(process.execPath, [...ARGS, script], { env: { ...process.env, DATA_DIR: dir, DATABASE_URI: '', PRESET: 'jianwai', NODE_ENV: 'test' } })
  project.provide('template', dir)
  return () => rm(dir, { recursive: true, force: true })
}
