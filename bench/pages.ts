import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '../tests/helpers/server'

/** Pages for everybody as residents get them, beside a static page of Next's own that weighs the same: alternating rounds in one run. */

const ROOT = path.resolve(import.meta.dirname, '..')
const NEXT = path.join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next')
const CONNECTIONS = 8
const ROUNDS = 3
const ROUND_MS = Number(process.env.BENCH_ROUND_MS ?? 4_000)
const PLACES = ['/', '/notices', '/grid', '/rules']

const ready = async (url: string): Promise<void> => {
  for (let tries = 0; tries < 300; tries += 1) {
    const up = await fetch(url).then(({ ok }) => ok, () => false)
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`${url} does not answer`)
}

const started = (args: string[], env: Record<string, string>, cwd: string): ChildProcess => spawn(process.execPath, args, { cwd, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env }, stdio: 'ignore' })

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

/** A new Next app whose only page is static and holds this text. It lies below this folder, where it finds Next and React. */
const staticApp = async (text: string): Promise<string> => {
  const folder = path.join(ROOT, 'tmp', 'bench-static')
  await rm(folder, { recursive: true, force: true })
  await mkdir(path.join(folder, 'app'), { recursive: true })
  await writeFile(path.join(folder, 'package.json'), '{"private":true,"type":"module"}')
  await writeFile(path.join(folder, 'next.config.js'), 'export default {}')
  await writeFile(path.join(folder, 'app', 'layout.jsx'), 'export default ({ children }) => <html lang="zh"><body>{children}</body></html>')
  await writeFile(path.join(folder, 'app', 'page.jsx'), `export default () => <main>{${JSON.stringify(text)}}</main>`)
  const build = started([NEXT, 'build', '--webpack'], { NODE_ENV: 'production' }, folder)
  const code = await new Promise((resolve) => build.once('exit', resolve))
  if (code !== 0) throw new Error('The static page could not be built')
  return folder
}

const once = (url: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('end', () => (answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url} answered ${answer.statusCode}`))))
    }).on('error', reject)
  })

/** Answers a second at 8 connections, and the bytes of one on the wire. */
const measure = async (url: string): Promise<{ rate: number; bytes: number }> => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const until = performance.now() + ROUND_MS
  let [done, bytes] = [0, 0]
  const one = async (): Promise<void> => {
    while (performance.now() < until) {
      bytes = await once(url, agent)
      done += 1
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, one))
  agent.destroy()
  return { rate: (done * 1000) / (performance.now() - begun), bytes }
}

const data = await mkdtemp(path.join(tmpdir(), 'portal-bench-'))
const [port, staticPort] = [await freePort(), await freePort()]
const portal = started([path.join(ROOT, 'scripts', 'server.mjs')], { PORT: String(port), DATA_DIR: data, LOG_LEVEL: 'warn' }, ROOT)
await ready(`http://127.0.0.1:${port}/`)
const home = await (await fetch(`http://127.0.0.1:${port}/`)).text()
const bare = started([NEXT, 'start', '-p', String(staticPort)], { NODE_ENV: 'production' }, await staticApp(home.replace(/<[^>]*>/g, ' ')))
await ready(`http://127.0.0.1:${staticPort}/`)
const best = new Map<string, { rate: number; bytes: number }>()
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, url] of [['static', `http://127.0.0.1:${staticPort}/`], ...PLACES.map((place) => [place, `http://127.0.0.1:${port}${place}`])] as [string, string][]) {
    const found = await measure(url)
    if (found.rate > (best.get(name)?.rate ?? 0)) best.set(name, found)
  }
}
const base = best.get('static')?.rate ?? 1
for (const [name, { rate, bytes }] of best) console.log(`${name.padEnd(10)} ${rate.toFixed(0)}/s   ${(bytes / 1024).toFixed(1)} kB   ratio ${(rate / base).toFixed(2)}`)
await Promise.all([ended(portal), ended(bare)])
await rm(data, { recursive: true, force: true })
process.exit(0)
