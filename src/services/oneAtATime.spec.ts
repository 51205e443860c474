import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/** Code that may run inside a transaction: everything that writes, and what it asks. Pages are read outside of one. */
const INSIDE = ['src/services', 'src/hooks', 'src/fields', 'src/access', 'collections']
const READS_FOR_PAGES = ['src/services/desk/', 'src/services/site/', 'src/services/health/', 'src/services/studio/']
/** Runs in a turn of its own, after the acts: a target that does not answer must not keep the others waiting. */
const OUTSIDE = ['src/services/outbox/send.ts']

const sources = INSIDE.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file))
    .filter((file) => /\.tsx?$/.test(file) && !/\.(?:spec|fixture)\./.test(file)))

describe('inside a transaction', () => {
  it('statements follow one another: a session of MongoDB takes no two at once', () => {
    expect(sources.length).toBeGreaterThan(100)
    const parallel = sources.filter((file) => /Promise\s*\.\s*(?:all|allSettled|any|race)\b/.test(readFileSync(file, 'utf8')))
    expect(parallel.filter((file) => !OUTSIDE.includes(file) && !READS_FOR_PAGES.some((folder) => file.startsWith(folder)))).toEqual([])
  })
})
