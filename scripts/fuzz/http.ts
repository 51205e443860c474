import { readFileSync } from 'node:fs'
import { Agent, request as ask } from 'node:http'
import fc from 'fast-check'
import { oddRequest, type Odd } from './requests'

export type HttpTally = { cases: number; serverErrors: number; unavailable: number; hangs: number; refusedBySocket: number; worstMs: number; rssMb: number | null; statuses: Record<string, number>; faults: string[] }

type Fuzz = { base: string; cases: number; seed: number; until: number; cookie: string; pid?: number; log: (line: string) => void }

/** An answer that takes longer than this counts as none (ms). */
const PATIENCE = 15_000
const AT_ONCE = 8
const CHUNK = 400

/** Resident memory of a process in MB; null where the system does not tell. */
export const memoryOf = (pid: number | undefined): number | null => {
  try {
    return pid === undefined ? null : Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

type Told = { status: number; ms: number; text: string } | { status: 0; ms: number; text: string }

const send = (base: URL, agent: Agent, { method, path, headers, body }: Odd, cookie: string): Promise<Told> =>
  new Promise((resolve) => {
    const begun = performance.now()
    const end = (status: number, text: string): void => resolve({ status, text, ms: performance.now() - begun })
    const cookies = cookie ? { cookie } : {}
    try {
      const req = ask({ host: base.hostname, port: base.port, method, path, agent, headers: { ...headers, host: base.host, origin: base.origin, ...cookies, ...(body ? { 'content-length': String(body.length) } : {}) }, timeout: PATIENCE }, (res) => {
        let text = ''
        res.on('data', (chunk: Buffer) => (text.length < 400 ? (text += chunk.toString('utf8')) : undefined))
        res.on('end', () => end(res.statusCode ?? 0, text))
        res.on('error', (error) => end(0, error.message))
      })
      req.on('timeout', () => req.destroy(new Error('hang')))
      req.on('error', (error) => end(0, error.message))
      req.end(body)
    } catch (error) {
      // Not every odd address can be sent at all: that is the client's refusal.
      end(-1, error instanceof Error ? error.message : String(error))
    }
  })

const isFault = ({ status }: Told): boolean => status >= 500 && status !== 503
const isHang = ({ text }: Told): boolean => text === 'hang'

const lineOf = (odd: Odd, { status, text }: Told): string =>
  [status || text, odd.method, odd.path.slice(0, 220), odd.headers['content-type'], odd.signedIn ? '(staff)' : '', odd.body?.toString('utf8').slice(0, 200), '→', text.slice(0, 160)].filter(Boolean).join(' ')

const note = (tally: HttpTally, odd: Odd, told: Told): void => {
  tally.cases += 1
  tally.statuses[told.status] = (tally.statuses[told.status] ?? 0) + 1
  tally.worstMs = Math.max(tally.worstMs, Math.round(told.ms))
  tally.unavailable += Number(told.status === 503)
  tally.serverErrors += Number(isFault(told))
  tally.hangs += Number(isHang(told))
  tally.refusedBySocket += Number(told.status === 0 && !isHang(told))
  if ((isFault(told) || isHang(told)) && tally.faults.length < 40) tally.faults.push(lineOf(odd, told))
}

/** Sends odd requests to a portal, a few at once; everything it did not answer, or answered with a fault of its own, is counted and told. */
export const fuzzHttp = async ({ base, cases, seed, until, cookie, pid, log }: Fuzz): Promise<HttpTally> => {
  const url = new URL(base)
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const tally: HttpTally = { cases: 0, serverErrors: 0, unavailable: 0, hangs: 0, refusedBySocket: 0, worstMs: 0, rssMb: null, statuses: {}, faults: [] }
  for (let round = 0; tally.cases < cases && performance.now() < until; round += 1) {
    const asked = fc.sample(oddRequest, { numRuns: Math.min(CHUNK, cases - tally.cases), seed: seed + round })
    const next = asked[Symbol.iterator]()
    const walk = async (): Promise<void> => {
      for (let step = next.next(); !step.done; step = next.next()) note(tally, step.value, await send(url, agent, step.value, step.value.signedIn ? cookie : ''))
    }
    await Promise.all(Array.from({ length: AT_ONCE }, walk))
    tally.rssMb = Math.max(tally.rssMb ?? 0, memoryOf(pid) ?? 0) || null
    if (round % 10 === 9) log(`${tally.cases} sent, ${tally.serverErrors} faults, ${tally.hangs} hangs, worst ${tally.worstMs} ms, ${tally.rssMb ?? '?'} MB`)
  }
  agent.destroy()
  return tally
}
