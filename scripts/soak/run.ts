import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../lib/root.mjs'
import { run as runProgram } from '../lib/run.mjs'
import { elapsed, Fault, runMain, say } from '../lib/say.mjs'
import type { Notes } from './crew'
import { runFuzz } from './fuzz'
import { runKills } from './kill'
import { runLoad, type Loaded } from './load'
import type { Looked } from './look'
import { percentile, table } from './table'

const HELP = `npm run soak -- [--minutes N] [--kills N] [--cases N] [--seed N] [--only kill,load,fuzz]
  kills the built portal under load, holds a load, sends it whatever comes, and tells what was lost, doubled or answered wrongly`

const OPTIONS = { minutes: { type: 'string', default: '30' }, kills: { type: 'string', default: '200' }, cases: { type: 'string', default: '1000000' }, seed: { type: 'string' }, only: { type: 'string', default: 'kill,load,fuzz' } } as const

/** What share of the time each part may take. */
const SHARES = { kill: 0.65, load: 0.15, fuzz: 0.2 } as const
type Part = keyof typeof SHARES

const LIFE = 2500
const MINUTE = 60_000
const SHOWN = 20

const whole = (name: string, text: string): number => {
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) throw new Fault(`--${name} must be a whole number from 1, but is "${text}"\n  ${HELP}`)
  return Number(text)
}

const readGiven = () => {
  try {
    const { values } = parseArgs({ options: OPTIONS })
    const only = values.only.split(',')
    if (!only.every((part) => Object.hasOwn(SHARES, part))) throw new Error(`--only names parts out of ${Object.keys(SHARES).join(', ')}`)
    const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) + 1 : whole('seed', values.seed)
    return { minutes: whole('minutes', values.minutes), kills: whole('kills', values.kills), cases: whole('cases', values.cases), seed, only: only as Part[] }
  } catch (error) {
    throw error instanceof Fault ? error : new Fault(`${error instanceof Error ? error.message : String(error)}\n  ${HELP}`)
  }
}

type Given = ReturnType<typeof readGiven>

/** One line of the table, and the faults that it counts. */
type Row = { part: string; load: string; injected: string; lost: string[]; doubled: string[]; errors: string[] }

const looked = async (dataDir: string, { sent, written, open }: Notes): Promise<Looked> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-ledger-'))
  const ledger = path.join(folder, 'ledger.json')
  try {
    await writeFile(ledger, JSON.stringify({ sent, written, open }))
    const { code, tail } = await runProgram({ file: process.execPath, args: ['--conditions=production', '--import', 'tsx', path.join(ROOT, 'scripts/soak/lookCommand.ts'), dataDir, ledger], cwd: ROOT })
    const last = tail.filter((line: string) => line.startsWith('{"lost"')).at(-1)
    if (code !== 0 || last === undefined) throw new Error(`the data could not be looked over:\n${tail.join('\n')}`)
    return JSON.parse(last) as Looked
  } finally {
    await rm(folder, { recursive: true })
  }
}

const kill = async ({ kills, seed }: Given, ms: number): Promise<Row> => {
  say(`Kills: up to ${kills}, for ${elapsed(ms)} at most, seed ${seed}`)
  const done = await runKills({ kills, seed, life: LIFE, within: ms, say })
  const found = await looked(done.dataDir, done.ledger)
  await rm(done.dataDir, { recursive: true, force: true })
  const { sent, written, unsure } = done.ledger
  return {
    part: 'kill', load: `${sent.length} reports, ${written.length} writes of staff, ${sent.length} sent again; ${elapsed(done.ms)}`,
    injected: `${done.kills} kills, ${done.run.lost} answers cut off, ${unsure.length} writes done unheard`,
    lost: found.lost, doubled: [...found.doubled, ...done.changed], errors: [...found.faults, ...done.run.errors],
  }
}

const timesOf = ({ run, ms }: Loaded): string => {
  const all = [...run.took.values()].flat()
  return `${all.length} requests, ${(all.length / (ms / 1000)).toFixed(0)}/s, p50 ${percentile(all, 50).toFixed(0)} ms, p95 ${percentile(all, 95).toFixed(0)} ms`
}

const byKind = ({ took }: Loaded['run']): string =>
  table([['', 'requests', 'p50 ms', 'p95 ms'], ...[...took].sort().map(([what, times]) => [what, String(times.length), percentile(times, 50).toFixed(0), percentile(times, 95).toFixed(0)])])

const load = async ({ seed }: Given, ms: number): Promise<Row> => {
  say(`Load: ${elapsed(ms)} of reading, reporting and work at the desk`)
  const done = await runLoad({ ms, seed })
  const found = await looked(done.dataDir, done.ledger)
  await rm(done.dataDir, { recursive: true, force: true })
  say(byKind(done.run))
  const { sent, written } = done.ledger
  return {
    part: 'load', load: `${timesOf(done)}; ${sent.length} reports, ${written.length} writes of staff; ${done.rssMb.toFixed(0)} MB`, injected: '–',
    lost: found.lost, doubled: found.doubled, errors: [...found.faults, ...done.run.errors],
  }
}

const fuzz = async ({ cases, seed }: Given, ms: number): Promise<Row> => {
  const minutes = ms / MINUTE
  say(`Fuzz: up to ${cases} cases, for ${elapsed(ms)} at most`)
  const done = await runFuzz({ minutes, cases, seed })
  if (!done) return { part: 'fuzz', load: 'the fuzz command is not there', injected: '–', lost: [], doubled: [], errors: [] }
  const wrong = done.serverErrors + done.hangs + done.faults
  return {
    part: 'fuzz', load: `worst answer ${done.worstMs} ms${done.rssMb === null ? '' : `, ${done.rssMb} MB`}`, injected: `${done.cases} cases`, lost: [], doubled: [],
    errors: wrong === 0 ? [] : [`${done.serverErrors} server errors, ${done.hangs} hangs, ${done.faults} faults of parsers`, ...done.lines],
  }
}

const PARTS: Record<Part, (given: Given, ms: number) => Promise<Row>> = { kill, load, fuzz }

const listed = (name: string, lines: readonly string[]): void => {
  for (const line of lines.slice(0, SHOWN)) say(`  ${name}: ${line}`)
  if (lines.length > SHOWN) say(`  ${name}: … and ${lines.length - SHOWN} more`)
}

await runMain(async () => {
  const given = readGiven()
  const total = given.only.reduce((sum, part) => sum + SHARES[part], 0)
  const rows: Row[] = []
  for (const part of given.only) rows.push(await PARTS[part](given, (given.minutes * MINUTE * SHARES[part]) / total))
  say('')
  say(table([['', 'load held', 'faults injected', 'lost', 'doubled', 'errors'], ...rows.map((row) => [row.part, row.load, row.injected, ...[row.lost, row.doubled, row.errors].map(({ length }) => String(length))])]))
  for (const { part, lost, doubled, errors } of rows) {
    listed(`${part}, lost`, lost)
    listed(`${part}, doubled`, doubled)
    listed(`${part}, error`, errors)
  }
  const wrong = rows.some(({ lost, doubled, errors }) => lost.length + doubled.length + errors.length > 0)
  process.exit(wrong ? 1 : 0)
})
