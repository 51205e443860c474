import { existsSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../lib/root.mjs'
import { run } from '../lib/run.mjs'

export type Fuzzed = { cases: number; serverErrors: number; hangs: number; worstMs: number; rssMb: number | null; faults: number; lines: string[] }

const COMMAND = path.join(ROOT, 'scripts/fuzz/run.ts')

/** Runs the fuzz command for so many minutes; undefined where there is none. */
export const runFuzz = async ({ minutes, cases, seed }: { minutes: number; cases: number; seed: number }): Promise<Fuzzed | undefined> => {
  if (!existsSync(COMMAND)) return undefined
  const lines: string[] = []
  const args = ['--conditions=production', '--import', 'tsx', COMMAND, '--cases', String(cases), '--seed', String(seed), '--minutes', String(minutes)]
  await run({ file: process.execPath, args, cwd: ROOT, onLine: (line: string) => lines.push(line) })
  const last = lines.filter((line) => line.startsWith('{')).at(-1)
  if (last === undefined) throw new Error(`the fuzz command ended without its figures:\n${lines.slice(-20).join('\n')}`)
  const told = JSON.parse(last) as Omit<Fuzzed, 'faults' | 'lines'> & { parserFaults?: number }
  return { ...told, faults: told.parserFaults ?? 0, lines: lines.filter((line) => line !== last) }
}
