import { parseArgs } from 'node:util'
import { staffOffice } from '../../tests/e2e/lib/staff'
import { startPortal, type Portal } from '../../tests/helpers/server'
import { fuzzHttp, type HttpTally } from './http'
import { fuzzParsers, type Tally } from './parsers'

const OFF = 'report=off,followUp=off,track=off,signIn=off,lookup=off'

const { values: given } = parseArgs({ options: { cases: { type: 'string', default: '20000' }, seed: { type: 'string' }, base: { type: 'string' }, only: { type: 'string' }, minutes: { type: 'string', default: '5' } } })
const cases = Number(given.cases)
const seed = Number(given.seed ?? Math.floor(Math.random() * 2 ** 31))
if (!Number.isInteger(cases) || cases < 1 || !Number.isInteger(seed)) throw new Error('--cases and --seed are whole numbers')
const until = performance.now() + Number(given.minutes) * 60_000

const log = (line: string): void => void process.stderr.write(`${line}\n`)

type Target = { base: string; cookie: string; portal?: Portal }

/** The portal to try: the one at --base as nobody, or one of its own with an owner signed in. */
const target = async (): Promise<Target> => {
  if (given.base) return { base: given.base, cookie: '' }
  const portal = await startPortal({ env: { RATE_LIMITS: OFF, LOG_LEVEL: 'error' } })
  const { owner } = await staffOffice(portal, [])
  return { base: portal.url, portal, cookie: owner.cookies().map(({ name, value }) => `${name}=${value}`).join('; ') }
}

const overHttp = async (share: number): Promise<HttpTally> => {
  const { base, cookie, portal } = await target()
  try {
    return await fuzzHttp({ base, cookie, cases: share, seed, until, log, ...(portal ? { pid: portal.pid } : {}) })
  } finally {
    await portal?.stop()
  }
}

const nothing: Tally = { cases: 0, faults: [], worstMs: 0 }

log(`seed ${seed}`)
const parsed = given.only === 'http' ? nothing : await fuzzParsers({ cases: given.only === 'parsers' ? cases : Math.ceil(cases * 0.9), seed, until })
const sent = given.only === 'parsers' ? undefined : await overHttp(given.only === 'http' ? cases : Math.ceil(cases * 0.1))
for (const fault of [...parsed.faults, ...(sent?.faults ?? [])]) log(fault)
const worstMs = Math.round(Math.max(parsed.worstMs, sent?.worstMs ?? 0))
process.stdout.write(`${JSON.stringify({
  cases: parsed.cases + (sent?.cases ?? 0), parsed: parsed.cases, sent: sent?.cases ?? 0, serverErrors: sent?.serverErrors ?? 0, parserFaults: parsed.faults.length, hangs: sent?.hangs ?? 0, unavailable: sent?.unavailable ?? 0, cutOff: sent?.refusedBySocket ?? 0,
  worstMs, rssMb: sent?.rssMb ?? null, seed, statuses: sent?.statuses ?? {},
})}\n`)
process.exitCode = parsed.faults.length + (sent?.serverErrors ?? 0) + (sent?.hangs ?? 0) > 0 ? 1 : 0
