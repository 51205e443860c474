import { readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPortal } from '../../tests/helpers/server'
import { crewOf, newNotes, NO_LIMITS, type Notes } from './crew'
import { newRun, pause, type Run } from './patience'
import { randomOf } from './random'
import { reader } from './readers'

const [REPORTERS, RESIDENTS, LOOKING] = [6, 6, 4]

export type Loaded = {
  ledger: Notes
  run: Run
  /** How long the load was held (milliseconds), and what the process had in memory at its end (megabytes). */
  ms: number
  rssMb: number
  dataDir: string
}

const memoryOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** Holds a steady mix of reading, reporting and work at the desk for so many milliseconds, all as fast as the portal answers. */
export const runLoad = async ({ ms, seed }: { ms: number; seed: number }): Promise<Loaded> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'portal-load-'))
  const portal = await startPortal({ dataDir, env: { RATE_LIMITS: NO_LIMITS, LOG_LEVEL: 'error', PRESET: 'jianwai' } })
  const [run, notes] = [newRun(), newNotes()]
  try {
    const crew = await crewOf(portal, { run, seed, notes, reporters: REPORTERS })
    const begun = performance.now()
    const reading = { run, baseURL: portal.url, sent: notes.sent }
    const readers = [
      ...Array.from({ length: RESIDENTS }, (_, at) => reader({ ...reading, random: randomOf(seed + 200 + at) })),
      ...crew.desks.slice(0, LOOKING).map((desk, at) => reader({ ...reading, desk, random: randomOf(seed + 300 + at) })),
    ]
    const work = Promise.all([crew.work(), ...readers])
    await Promise.race([pause(ms), work])
    const held = performance.now() - begun
    run.end()
    await work
    const rssMb = memoryOf(portal.pid)
    await portal.stop()
    return { ledger: notes, run, ms: held, rssMb, dataDir }
  } catch (error) {
    run.stop()
    await portal.stop('SIGKILL')
    throw error
  }
}
