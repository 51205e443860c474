import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runKills, type Killed } from '../../scripts/soak/kill'
import { lookAt, type Looked } from '../../scripts/soak/look'

/** Another seed at every run, printed, so that a run that found something can be had again. */
const SEED = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 1_000_000))
const KILLS = 10

let killed: Killed
let looked: Looked

beforeAll(async () => {
  killed = await runKills({ kills: KILLS, seed: SEED, life: 2000, say: () => undefined })
  looked = await lookAt(killed.dataDir, killed.ledger)
})
afterAll(async () => {
  if (killed) await rm(killed.dataDir, { recursive: true, force: true })
})

it(`a portal that is killed ${KILLS} times at any moment (seed ${SEED}) loses and doubles nothing it acknowledged`, () => {
  expect(killed.kills).toBeGreaterThanOrEqual(KILLS)
  expect(killed.ledger.sent.length).toBeGreaterThan(5)
  expect(killed.ledger.written.length).toBeGreaterThan(5)
  expect(killed.run.lost).toBeGreaterThan(0)
  expect(looked).toEqual({ lost: [], doubled: [], faults: [] })
  expect(killed.changed).toEqual([])
})

it('answers clients with nothing but refusals for a while', () => {
  expect(killed.run.errors).toEqual([])
})
