import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SLUG } from '@/slugs'
import { rolePeople } from '../helpers/doors'
import { openPortal, type TestPortal } from '../helpers/portal'
import { allDoors, CHANGING, type Door } from '../helpers/registry/ask'
import { filled, handlersOf, paramsOf } from '../helpers/registry/files'
import { oddJson, oddText } from '../../scripts/fuzz/odd'
import { fuzzParsers } from '../../scripts/fuzz/parsers'

/** The short run of `npm run fuzz`: every reader of what comes from outside, and every door once or more with something odd. */

/** The same cases each time, so that what a change breaks is the change's; new ones are for `npm run fuzz` and FUZZ_SEED. */
const SEED = Number(process.env.FUZZ_SEED ?? 2_026)

let portal: TestPortal
let token = ''
beforeAll(async () => {
  process.env.RATE_LIMITS = 'report=off,followUp=off,track=off,signIn=off,lookup=off'
  portal = await openPortal()
  token = (await rolePeople(portal.payload)).find(({ role }) => role === 'owner')?.token ?? ''
})
afterAll(async () => {
  await portal.close()
  delete process.env.RATE_LIMITS
})

it('nothing that reads what comes from outside is brought down by it', async () => {
  const { cases, faults } = await fuzzParsers({ cases: 15_000, seed: SEED })
  expect(cases).toBeGreaterThanOrEqual(15_000)
  expect(faults, `seed ${SEED}`).toEqual([])
})

// Ending the session in the middle would leave the rest to nobody.
const doors = allDoors().filter(({ route, method }) => method !== 'OPTIONS' && !/sign-out|sessions/.test(route.address))

const COLLECTIONS = Object.values(SLUG)

const askOddly = async ({ route, method }: Door, odd: { texts: string[]; query: string; type: string; body: string }): Promise<{ status: number; text: string }> => {
  const names = Object.keys(paramsOf(route.address))
  const params: Record<string, string | string[]> = Object.fromEntries(names.map((name, at) => [name, odd.texts[at] ?? '']))
  // Payload's own doors stand behind one address: some collection, and now and then something odd behind its name.
  if (route.address.includes('[...')) params.slug = [COLLECTIONS[odd.body.length % COLLECTIONS.length] ?? '', ...odd.texts.slice(0, odd.query.length % 3)].filter(Boolean)
  const request = new Request(`http://localhost${filled(route.address, Object.fromEntries(names.map((name) => [name, 'x'])))}?${odd.query}`, {
    method, headers: { host: 'localhost', cookie: `payload-token=${token}`, ...(CHANGING.includes(method) ? { 'content-type': odd.type } : {}) }, ...(CHANGING.includes(method) ? { body: odd.body } : {}),
  })
  const answer = await (await handlersOf(route))[method]!(request, { params: Promise.resolve({ ...params, ...(names.includes('lang') ? { lang: 'zh', mode: 'plain' } : {}) }) })
  return { status: answer.status, text: await answer.text() }
}

const oddCall = fc.record({
  texts: fc.array(oddText.map((text) => text.toWellFormed()), { minLength: 4, maxLength: 4 }),
  query: fc.array(fc.tuple(fc.constantFrom('q', 'text', 'kind', 'limit', 'after', 'to', 'back', 'format', 'unit', 'sections', 'where', 'sort', 'id'), oddText), { maxLength: 4 }).map((pairs) => new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString()),
  type: fc.constantFrom('application/json', 'application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'),
  body: fc.oneof(oddJson, fc.constant('do=next&text=x&q.a=1&__proto__=1'), fc.constant('--x\r\nContent-Disposition: form-data; name="data"\r\n\r\n{"key":1}\r\n--x--\r\n')),
})

it('no door answers something odd with a fault of its own', async () => {
  const faults: string[] = []
  const calls = fc.sample(oddCall, { numRuns: doors.length * 4, seed: SEED })
  for (const [at, call] of calls.entries()) {
    const door = doors[at % doors.length]!
    const { status, text } = await askOddly(door, call)
    if (status >= 500 && status !== 503) faults.push(`${door.name} ${status} ${JSON.stringify(call).slice(0, 300)} → ${text.slice(0, 200)}`)
  }
  expect(faults, `seed ${SEED}`).toEqual([])
})
