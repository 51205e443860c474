import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort, startPortal, type Portal } from '../../tests/helpers/server'
import { crewOf, newNotes, NO_LIMITS, type Notes } from './crew'
import { newRun, pause, type Run } from './patience'
import { between, randomOf, type Random } from './random'
import type { Sent } from './reporters'

const REPORTERS = 12

/** Writes of staff before the first kill: then every client has something to work on. */
const WARM = 8

/** So many answers that lead elsewhere before anything was killed, and the pages are not what the clients take them for. */
const ASTRAY = 20

/** How long clients may take to bring what they began to its end, in milliseconds. */
const PATIENCE = 60_000

/** One kill in so many comes while the portal is still starting. */
const IN_START = 6

export type KillRun = {
  kills: number
  seed: number
  /** How long the portal lives at most between two kills, in milliseconds. */
  life: number
  /** No further kill after so many milliseconds. */
  within?: number
  say: (line: string) => void
}

export type Killed = {
  kills: number
  ledger: Notes
  run: Run
  /** Receipts that were other ones when the same was sent once more. */
  changed: string[]
  ms: number
  /** What was killed is left here, stopped in good order; the caller looks it over and removes it. */
  dataDir: string
}

type Rig = { random: Random; start: (patience?: number) => Promise<Portal>; /** How much was acknowledged so far. */ acknowledged: () => number }

/** Writes that a life sees before its kill at most, and the milliseconds a kill comes later at most: in the middle of whatever is under way. */
const [MOST, LATER] = [6, 500]

/** Lets the portal live until some writes were acknowledged, any number from none, and some milliseconds more. */
const live = async ({ random, acknowledged }: Rig, life: number): Promise<void> => {
  const [enough, until] = [acknowledged() + between(random, 0, MOST), performance.now() + life]
  while (acknowledged() < enough && performance.now() < until) await pause(10)
  await pause(between(random, 0, LATER))
}

/** Kills the portal, and starts it on the same data; now and then a start is killed too. Resolves with how many kills that were. */
const killOnce = async ({ random, start }: Rig, portal: Portal): Promise<{ portal: Portal; kills: number }> => {
  await portal.stop('SIGKILL')
  if (random() >= 1 / IN_START) return { portal: await start(), kills: 1 }
  const early = await start(between(random, 100, 1200)).catch((error: Error) => error)
  if (early instanceof Error && !/took more than/.test(early.message)) throw early
  return { portal: early instanceof Error ? await start() : early, kills: early instanceof Error ? 2 : 1 }
}

const killing = async (rig: Rig, first: Portal, { kills, life, within = Number.POSITIVE_INFINITY, say }: KillRun): Promise<{ portal: Portal; done: number }> => {
  const begun = performance.now()
  let [portal, done] = [first, 0]
  while (done < kills && performance.now() - begun < within) {
    await live(rig, life)
    const { portal: next, kills: more } = await killOnce(rig, portal)
    portal = next
    done += more
    if (Math.floor(done / 10) > Math.floor((done - more) / 10)) say(`      ${done} kills`)
  }
  return { portal, done }
}

const sameAgain = async (sent: readonly Sent[]): Promise<string[]> => {
  const changed: string[] = []
  for (const { text, code, word, again } of sent) {
    const now = await again()
    if (now.code !== code || now.word !== word) changed.push(`${text} had the receipt ${code}, and has ${now.code} when it is sent again`)
  }
  return changed
}

/**
 * Starts the built portal, lets twelve residents report and eight members of staff work, and kills the process without warning at
 * moments that follow from the seed. Afterwards everything that was acknowledged is sent once more, and the portal is stopped.
 */
export const runKills = async (asked: KillRun): Promise<Killed> => {
  const begun = performance.now()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'portal-kill-'))
  const env = { RATE_LIMITS: NO_LIMITS, PORT: String(await freePort()), LOG_LEVEL: 'error', PRESET: 'jianwai' }
  const random = randomOf(asked.seed)
  const [run, notes] = [newRun(), newNotes()]
  const acknowledged = () => notes.sent.length + notes.written.length
  const rig: Rig = { random, acknowledged, start: (patience) => startPortal({ dataDir, env, ...(patience === undefined ? {} : { patience }) }) }
  let portal = await rig.start()
  try {
    const crew = await crewOf(portal, { run, seed: asked.seed, notes, reporters: REPORTERS })
    const work = crew.work()
    while (notes.written.length < WARM) {
      await Promise.race([pause(50), work])
      if (run.errors.length > ASTRAY) throw new Error(`nobody gets on: ${[...new Set(run.errors)].slice(0, 5).join('; ')}`)
    }
    const killed = await Promise.race([killing(rig, portal, asked), work.then(() => Promise.reject(new Error('all clients have left')))])
    portal = killed.portal
    run.end()
    const giveUp = setTimeout(run.stop, PATIENCE)
    await work
    clearTimeout(giveUp)
    const changed = await sameAgain(notes.sent)
    await portal.stop()
    return { kills: killed.done, ledger: notes, run, changed, ms: performance.now() - begun, dataDir }
  } catch (error) {
    run.stop()
    await portal.stop('SIGKILL')
    await rm(dataDir, { recursive: true, force: true })
    throw error
  }
}
