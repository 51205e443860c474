import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

type Told = { state: string; digest: string; tags: number; units: number; torn: string[]; changes: number }
type Ended = { told: Told; signal: string | null }

const folders: string[] = []
afterAll(() => Promise.all(folders.map((dir) => rm(dir, { recursive: true, force: true }))))

const SCRIPT = path.resolve('tests/helpers/killedImport.ts')

/** One process on the database: what it found there, and how it ended. */
const run = (dir: string, kind: string, moment: string): Promise<Ended> => new Promise((resolve, reject) => {
  const child = spawn(process.execPath, ['--conditions=production', '--import', 'tsx', SCRIPT, kind, moment], { env: { ...process.env, DATA_DIR: dir, DATABASE_URI: '', NODE_ENV: 'test' } })
  const [out, err]: [string[], string[]] = [[], []]
  child.stdout.on('data', (piece: Buffer) => out.push(piece.toString()))
  child.stderr.on('data', (piece: Buffer) => err.push(piece.toString()))
  child.on('error', reject)
  child.on('close', (_code, signal) => {
    const line = out.join('').split('\n').find((each) => each.startsWith('{"state"'))
    if (line) resolve({ told: JSON.parse(line) as Told, signal })
    else reject(new Error(`the process said nothing: ${[...out, ...err].join('').slice(-2000)}`))
  })
})

/** Processes one after the other on one database, each killed at its moment, the last one only looking. */
const lives = async (kind: string, moments: readonly string[]): Promise<Ended[]> => {
  const dir = await mkdtemp(path.join(tmpdir(), 'portal-killed-'))
  folders.push(dir)
  await cp(inject('template'), dir, { recursive: true })
  const ended: Ended[] = []
  for (const moment of [...moments, 'never']) ended.push(await run(dir, kind, moment))
  return ended
}

const MANY = 400

describe('a process that is killed while it writes an import', () => {
  let packages: Ended[]
  let units: Ended[]
  beforeAll(async () => {
    [packages, units] = await Promise.all([lives('package', ['halfway', 'committed']), lives('units', ['late', 'committed'])])
  })

  it.each([['a package', () => packages, 'tags'], ['a sheet of units', () => units, 'units']] as const)('of %s leaves the structure as it was, until it was all written', (_what, of, list) => {
    const all = of()
    expect(all.map(({ signal }) => signal)).toEqual([...all.slice(1).map(() => 'SIGKILL'), null])
    const [first, last] = [all[0]!.told, all.at(-1)!.told]
    const before = all.slice(0, -1).map(({ told }) => told)
    expect(before.map(({ digest }) => digest)).toEqual(before.map(() => first.digest))
    expect(before.map(({ changes }) => changes)).toEqual(before.map(() => first.changes))
    // what was left behind is known to have stopped, and is taken up again at once
    expect(before.map(({ state }) => state)).toEqual(['staged', ...before.slice(1).map(() => 'failed')])
    expect(last).toMatchObject({ state: 'applied', [list]: first[list] + MANY, changes: first.changes + MANY + 1 })
    expect(all.flatMap(({ told }) => told.torn)).toEqual([])
  })
})
