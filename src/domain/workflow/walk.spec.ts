import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors'
import { applyTransition, type ApplyResult } from './apply'
import { assignmentChanges, leadOf, type Share } from './assignments'
import { availableTransitions } from './available'
import { defaultWorkflow } from './defaultWorkflow.fixture'
import type { Actor, InputDef, MatterState, TransitionDef } from './types'
import { contextOf, DAY, job, NOW, reporter, rule, staff } from './world.fixture'

/** Random walks: whoever does whatever, the rules of domain.md §3 hold. */

const PEOPLE = ['p1', 'p2', 'p3', 'p4']
const PARENT: Record<string, string> = { u1: 'u0', u2: 'u0' }
const actors: Actor[] = [...PEOPLE.map((id, index) => staff(id, index % 2 ? 'u2' : 'u1')), reporter, job, rule]

const partyArb = fc.oneof(
  fc.record({ unit: fc.constantFrom('u1', 'u2') }),
  fc.record({ team: fc.constantFrom('t1', 't2') }),
  fc.record({ person: fc.constantFrom(...PEOPLE) }),
)
const moveArb = fc.record({
  actor: fc.constantFrom(...actors),
  pick: fc.nat(),
  wild: fc.boolean(),
  stale: fc.integer({ min: 0, max: 9 }),
  wait: fc.constantFrom(0, 1, 11 * DAY, 40 * DAY),
  lead: partyArb,
  parties: fc.array(partyArb, { minLength: 1, maxLength: 2 }),
  openParts: fc.constantFrom(0, 0, 0, 1),
  rating: fc.integer({ min: 0, max: 5 }),
})
type Move = typeof moveArb extends fc.Arbitrary<infer T> ? T : never

const answerTo = (def: InputDef, move: Move): unknown => {
  const answers: Record<InputDef['kind'], unknown> = {
    text: '写几个字', choice: def.options?.[move.pick % (def.options.length || 1)]?.code, lead: move.lead, parties: move.parties, matter: 'm9', photos: ['f1'], minutes: 60,
    rating: move.rating, person: 'p1',
  }
  return answers[def.kind]
}

const ALLOWED_FAULTS = ['notAllowed', 'conflict', 'illegalStep', 'guardFailed', 'verifierHandled', 'invalid']
const WORKING = ['done', 'askReporter', 'waitThirdParty', 'waitForWeather', 'requestTime']
const FROM_ARCHIVE = ['reopen', 'reporterReopen', 'undoMerge', 'rate']

type Walk = { state: MatterState; now: number; workers: Set<string>; open: string[] }

const shareKey = (share: Share): string => JSON.stringify([share.role, share.party.unit, share.party.team, share.party.person])

const book = (walk: Walk, { ended, started }: ApplyResult['assignments']): void => {
  for (const share of ended) {
    const at = walk.open.indexOf(shareKey(share))
    expect(at, 'an assignment ends that was not open').toBeGreaterThanOrEqual(0)
    walk.open.splice(at, 1)
  }
  walk.open.push(...started.map(shareKey))
}

type Taken = { walk: Walk; before: MatterState; transition: TransitionDef; result: ApplyResult; actor: Actor }

const verifierNeverWorked = ({ walk, transition, actor }: Taken): void => {
  if (transition.effects.includes('newRound')) walk.workers.clear()
  if (transition.effects.includes('markVerified')) expect(actor.kind === 'staff' && !walk.workers.has(actor.id)).toBe(true)
  if (actor.kind === 'staff' && WORKING.includes(transition.code)) walk.workers.add(actor.id)
}

const alwaysOwned = ({ walk, before, result: { state, patch } }: Taken): void => {
  const owner = [state.ownerUnit, state.ownerTeam, state.ownerPerson].some((id) => id !== undefined)
  if (!['intake', 'routing'].includes(patch.phase)) expect(state.ownerUnit).toBeDefined()
  if (before.firstUnit !== undefined) expect(state.firstUnit).toBe(before.firstUnit)
  if (state.step === 'routing') expect([owner, state.parties]).toEqual([false, []])
  expect(walk.open.length).toBe(state.step === 'archive' ? 0 : (owner ? 1 : 0) + state.parties.length)
}

const archivedIsFrozen = ({ before, transition, result: { state } }: Taken): void => {
  if (before.step === 'archive') expect(FROM_ARCHIVE).toContain(transition.code)
  if (state.step === 'archive') expect(state.outcome).toBeDefined()
  expect(state.archivedAt !== undefined).toBe(state.step === 'archive')
}

const machinesDecideNothing = ({ before, actor, result: { state } }: Taken): void => {
  if (actor.kind === 'system') expect(before.verifiedBy).toBeDefined()
  if (actor.kind === 'rule') expect(state.step).not.toBe('archive')
}

const check = (taken: Taken): void => {
  const { state } = taken.result
  expect(state.revision).toBe(taken.before.revision + 1)
  expect(state.previousStep !== undefined).toBe(['waitReporter', 'waitThird', 'waitWeather'].includes(state.step))
  for (const rule of [verifierNeverWorked, alwaysOwned, archivedIsFrozen, machinesDecideNothing]) rule(taken)
}

/** Co-handlers finish their parts, which moves no step. */
const endShares = (walk: Walk): void => {
  const after = { ...walk.state, parties: [] }
  book(walk, assignmentChanges(walk.state, after))
  walk.state = after
}

const meanwhile = (walk: Walk, move: Move): void => {
  walk.now += move.wait
  walk.state = { ...walk.state, openParts: walk.state.step === 'archive' ? 0 : move.openParts, ownerUnitParent: PARENT[walk.state.ownerUnit ?? ''], askable: move.pick % 3 > 0 }
  if (walk.state.step === 'handling' && move.wait > 0) endShares(walk)
}

const pickOf = (offered: TransitionDef[], move: Move): TransitionDef | undefined => {
  const main = move.rating > 2 ? offered.find(({ tone }) => tone === 'main') : undefined
  return main ?? offered[move.pick % (offered.length || 1)]
}

/** What the history would tell of a matter that is merged. */
const closedFromOf = (state: MatterState, { effects }: TransitionDef): MatterState['closedFrom'] =>
  effects.includes('mergeInto') ? { step: state.step, previousStep: state.previousStep, lead: leadOf(state), parties: state.parties } : state.closedFrom

const step = (walk: Walk, move: Move, seen: Set<string>): void => {
  meanwhile(walk, move)
  const context = contextOf(walk.state, move.actor, { now: walk.now, actorTeams: ['t1'] })
  const offered = move.wild ? defaultWorkflow.transitions : availableTransitions(context).flatMap(({ transition, blockedBy }) => (blockedBy ? [] : [transition]))
  const transition = pickOf(offered, move)
  if (transition === undefined) return
  const input = Object.fromEntries(transition.inputs.map((def) => [def.key, answerTo(def, move)]))
  const before = JSON.stringify(walk.state)
  const expectedRevision = walk.state.revision + (move.stale === 0 ? 1 : 0)
  try {
    const result = applyTransition({ ...context, transitionCode: transition.code, input, expectedRevision })
    expect(move.stale, 'a stale revision passed').not.toBe(0)
    book(walk, result.assignments)
    check({ walk, before: walk.state, transition, result, actor: move.actor })
    seen.add(transition.code)
    walk.state = { ...result.state, closedFrom: closedFromOf(walk.state, transition) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    expect(ALLOWED_FAULTS).toContain(error.code)
    expect(JSON.stringify(walk.state)).toBe(before)
  }
}

const begin = (): Walk => ({
  state: { step: 'intake', revision: 1, round: 1, returns: 0, parties: [], handlers: [], openParts: 0, unit: 'u1' },
  now: NOW, workers: new Set(), open: [],
})

describe('random walks over the default workflow', () => {
  it('keep the rules, and take every transition somewhere', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(moveArb, { minLength: 20, maxLength: 120 }), (moves) => {
        const walk = begin()
        for (const move of moves) step(walk, move, seen)
      }),
      { numRuns: 1000, seed: 20251 },
    )
    expect(defaultWorkflow.transitions.map((each) => each.code).filter((code) => !seen.has(code))).toEqual([])
  }, 60_000)
})
