import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { LONG_ON_MONGO, NOT_ON_MONGO } from '../../tests/helpers/notOnMongo.mjs'
import { onMongo } from './onMongo.mjs'

const runWith = async (given) => {
  const lines = []
  const counts = await onMongo({ note: (line) => lines.push(line), run: () => Promise.resolve({ passed: 5, failed: 0, skipped: 3 }), line: () => 'Tested on X.', possible: () => true, atomic: () => false, ...given })({ env: {} })
  return { lines, counts }
}

it('says on what, which files and how many tests are excepted', async () => {
  const { lines, counts } = await runWith()
  expect(lines[0]).toBe('Tested on X.')
  expect(lines[1]).toMatch(/\bbackup, .*\(is about SQLite itself\)/)
  expect(lines.at(-1)).toContain('3 tests of atomicity excepted')
  expect(counts).toEqual({ passed: 5, failed: 0, skipped: 3 })
})

it('says so where nothing is possible, and does not call it passed', async () => {
  const { lines, counts } = await runWith({ possible: () => false, line: () => 'Not tested on MongoDB', run: () => Promise.reject(new Error('run all the same')) })
  expect(lines).toEqual(['Not tested on MongoDB'])
  expect(counts).toEqual({ passed: 0, failed: 0, skipped: 1 })
})

it('excepts nothing on a server with transactions', async () => {
  expect((await runWith({ atomic: () => true })).lines.join()).not.toContain('atomicity')
})

it.each(Object.keys({ ...NOT_ON_MONGO, ...LONG_ON_MONGO }))('%s is a file that is there', (name) => {
  expect(existsSync(`tests/int/${name}.spec.ts`)).toBe(true)
})
