import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SETTING_NAMES } from '../../src/lib/env'

const ROOT = path.resolve(import.meta.dirname, '../..')
const READY = /^Ready at /m

export type StartOptions = {
  /** Settings of the portal; what is not given has its default, whatever this console or .env say. */
  env?: Record<string, string>
  /** The data to open. Without it: a fresh folder that is removed at the end. */
  dataDir?: string
  /** Milliseconds until it must be ready. */
  patience?: number
  /** `start` goes through all steps of npm start, `server` (the default) only serves what was built. */
  script?: 'server' | 'start'
}

export type Portal = {
  url: string
  dataDir: string
  pid: number
  /** Milliseconds from the start of the process until it took requests. */
  startedIn: number
  /** Everything it has said so far, log lines included. */
  output: () => string
  /** Resolves with the match once the output has it; fails after `patience` milliseconds. */
  said: (pattern: RegExp, patience?: number) => Promise<RegExpExecArray>
  /** Sends a signal and resolves with the exit code; data made for this portal is removed. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** A port nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const place = probe.address()
      probe.close(() => (place && typeof place === 'object' ? resolve(place.port) : reject(new Error('No free port'))))
    })
  })

const settings = (given: Record<string, string>): Record<string, string> => ({
  ...Object.fromEntries(SETTING_NAMES.map((name) => [name, ''])),
  ...given,
})

const listening = (child: ChildProcess) => {
  let text = ''
  const waiting = new Set<() => void>()
  const hear = (chunk: Buffer) => {
    text += chunk.toString()
    for (const look of waiting) look()
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))

  const said = (pattern: RegExp, patience = 10_000) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const finish = (act: () => void) => {
        waiting.delete(look)
        clearTimeout(timer)
        act()
      }
      const fail = (why: string) => finish(() => reject(new Error(`The portal ${why} without saying ${pattern}. It said:\n${text}`)))
      const timer = setTimeout(() => fail(`took more than ${patience} ms`), patience)
      const look = () => {
        const match = pattern.exec(text)
        if (match) finish(() => resolve(match))
      }
      waiting.add(look)
      look()
      void ended.then((code) => fail(`ended with ${code}`))
    })
  return { said, ended, output: () => text }
}

const KILL_AFTER = 40_000

const stopping = (child: ChildProcess, ended: Promise<number | null>) => async (signal: NodeJS.Signals = 'SIGTERM') => {
  const timer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER)
  child.kill(signal)
  const code = await ended
  clearTimeout(timer)
  return code
}

/** Starts the portal that was built on a free port, and waits until it takes requests. Fails with everything it said. */
export const startPortal = async ({ env = {}, dataDir, patience = 120_000, script = 'server' }: StartOptions = {}): Promise<Portal> => {
  const port = Number(env.PORT ?? (await freePort()))
  const folder = dataDir ?? (await mkdtemp(path.join(tmpdir(), 'portal-data-')))
  const url = `http://127.0.0.1:${port}`
  const begun = performance.now()
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts', `${script}.mjs`)], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', ...settings({ HOST: '127.0.0.1', PUBLIC_URL: url, DATA_DIR: folder, ...env, PORT: String(port) }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { said, ended, output } = listening(child)
  const end = stopping(child, ended)
  const cleanUp = async () => {
    if (!dataDir) await rm(folder, { recursive: true, force: true })
  }
  try {
    await said(READY, patience)
  } catch (error) {
    await end('SIGKILL')
    await cleanUp()
    throw error
  }
  const stop = async (signal?: NodeJS.Signals) => {
    const code = await end(signal)
    await cleanUp()
    return code
  }
  return { url, dataDir: folder, pid: child.pid ?? 0, startedIn: performance.now() - begun, output, said, stop }
}
