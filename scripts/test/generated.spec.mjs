import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkGenerated } from './generated.mjs'

let root = ''
const types = () => join(root, 'src/payload-types.ts')

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'portal-generated-'))
  await mkdir(join(root, 'src'))
  await writeFile(types(), 'old')
})
afterEach(() => rm(root, { recursive: true, force: true }))

const check = async ({ scripts, makes = 'old', code = 0 }) => {
  await writeFile(join(root, 'package.json'), JSON.stringify({ scripts }))
  const notes = []
  const runNpm = async () => {
    await writeFile(types(), makes)
    return { code }
  }
  return { counts: await checkGenerated({ root, runNpm, note: (line) => notes.push(line) }), notes }
}

describe('generated files', () => {
  it('are skipped while nothing generates them', async () => {
    expect((await check({})).counts).toEqual({ passed: 0, failed: 0, skipped: 4 })
  })

  it('pass when they are made the same again', async () => {
    expect((await check({ scripts: { 'generate:types': 'x' } })).counts).toEqual({ passed: 1, failed: 0, skipped: 3 })
  })

  it('fail when they differ, and are left as they were', async () => {
    const { counts, notes } = await check({ scripts: { 'generate:types': 'x' }, makes: 'new' })
    expect(counts).toEqual({ passed: 0, failed: 1, skipped: 3 })
    expect(notes.join()).toContain('npm run generate:types')
    expect(await readFile(types(), 'utf8')).toBe('old')
  })

  it('fail when they cannot be made', async () => {
    expect((await check({ scripts: { 'generate:types': 'x' }, code: 1 })).counts).toEqual({ passed: 0, failed: 1, skipped: 3 })
  })
})
