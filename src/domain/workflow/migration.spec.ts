import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyTransition } from './apply'
import { availableTransitions } from './available'
import { defaultWorkflow } from './defaultWorkflow.fixture'
import { addStep, addTransition, changeStep, removeStep } from './edit'
import { lintWorkflow } from './lint'
import { carried, carrySignals, mapProblems, openSteps, proposedMap, type StepMap } from './migration'
import type { InputDef, MatterState, WorkflowDef } from './types'
import { contextOf, NOW, staff, stateAt, withStep } from './world.fixture'

const same = proposedMap([defaultWorkflow], defaultWorkflow)
const problems = (to: WorkflowDef, map: StepMap) => mapProblems({ from: defaultWorkflow, to, map }).map(({ step, code }) => [step, code])

/** The default workflow without waiting for weather, and with its steps of handling under other codes. */
const renamed = (flow: WorkflowDef, from: string, to: string): WorkflowDef => ({
  ...flow,
  steps: flow.steps.map((step) => (step.code === from ? { ...step, code: to } : step)),
  transitions: flow.transitions.map((each) => ({ ...each, from: each.from.map((code) => (code === from ? to : code)), to: each.to === from ? to : each.to })),
})
const next = renamed(removeStep(defaultWorkflow, 'waitWeather'), 'handling', 'atWork')
const map: StepMap = { ...proposedMap([defaultWorkflow], next), handling: 'atWork', waitWeather: 'waitThird' }

describe('a mapping', () => {
  it('is proposed by equal codes, never into the archive', () => {
    expect(Object.keys(same)).toEqual(openSteps(defaultWorkflow).map(({ code }) => code))
    expect(proposedMap([defaultWorkflow], next)).not.toHaveProperty('handling')
    expect(problems(defaultWorkflow, same)).toEqual([])
    expect(problems(next, map)).toEqual([])
    expect(lintWorkflow(next)).toEqual([])
  })

  it.each([
    ['says nothing of a step', { handling: '' }, [['handling', 'noTarget']]],
    ['names no step', { handling: 'nosuch' }, [['handling', 'unknownTarget']]],
    ['closes what people have not closed', { confirm: 'archive' }, [['confirm', 'closes']]],
    ['goes into a wait that nobody entered', { handling: 'waitThird' }, [['handling', 'intoWait']]],
    ['skips the check before silence', { supervision: 'confirm' }, [['supervision', 'unverified']]],
    ['skips the outcome', { handling: 'supervision' }, [['handling', 'outcomeLost']]],
    ['goes back', { supervision: 'handling', confirm: 'handling', handling: 'routing' }, []],
  ] as [string, StepMap, unknown][])('that %s is judged', (_, change, expected) => expect(problems(defaultWorkflow, { ...same, ...change })).toEqual(expected))

  it('names nothing of an object that is not its own', () => {
    expect(problems(renamed(defaultWorkflow, 'routing', 'constructor'), { ...same })).toEqual([['routing', 'unknownTarget']])
  })

  it('is refused where nothing leads on', () => {
    const stuck = addTransition(addStep(defaultWorkflow, { name: { zh: '死角' }, phase: 'handling' }), { name: { zh: '去' }, from: 'handling', to: 'step-1' })
    expect(problems(stuck, { ...same, handling: 'step-1' })).toEqual([['handling', 'stuck']])
  })
})

describe('what clocks hear', () => {
  const at = (code: string) => defaultWorkflow.steps.find((step) => step.code === code)!
  it.each([
    ['handling', 'handling', []], ['intake', 'routing', ['accepted']], ['intake', 'handling', ['accepted', 'assigned']], ['routing', 'coordination', ['assigned']],
    ['coordination', 'handling', []], ['handling', 'supervision', ['handled']], ['confirm', 'handling', ['returned']], ['waitReporter', 'handling', ['resumed']],
    ['waitReporter', 'waitThird', ['resumed', 'waitThirdParty']], ['waitThird', 'waitThird', []], ['supervision', 'confirm', []],
  ])('from %s to %s', (from, to, signals) => expect(carrySignals(at(from), at(to))).toEqual(signals))
})

describe('a matter that is carried', () => {
  const carry = (state: MatterState, to = next, by: StepMap = map) => carried({ state, from: defaultWorkflow, to, map: by, now: NOW })
  const owned = { ownerUnit: 'u1', ownerTeam: 't1', parties: [{ team: 't2' }] }

  it('keeps owner, handlers, round and days where its step goes on', () => {
    const state = stateAt('supervision', { ...owned, handlers: ['p1'], outcome: 'solved', round: 2 })
    expect(carry(state)).toEqual({ state: { ...state, revision: 8 }, step: expect.objectContaining({ code: 'supervision' }), moved: false, signals: [], assignments: { ended: [], started: [] } })
  })

  it('comes to its step anew where that is another', () => {
    const { state, moved } = carry(stateAt('handling', owned))
    expect([state.step, state.stepSince, moved]).toEqual(['atWork', NOW, true])
  })

  it('goes back from a wait to where it was entered from, as that is called now', () => {
    expect(carry(stateAt('waitWeather', { ...owned, previousStep: 'handling' })).state).toMatchObject({ step: 'waitThird', previousStep: 'atWork' })
    expect(() => carry(stateAt('waitWeather', owned))).toThrow('previousStep required')
    expect(carry(stateAt('waitWeather', { ...owned, previousStep: 'handling' }), next, { ...map, waitWeather: 'atWork' })).toMatchObject({ state: { previousStep: undefined }, signals: ['resumed'] })
  })

  it('is nobody’s in routing, and somebody’s after it', () => {
    expect(carry(stateAt('handling', owned), defaultWorkflow, { ...same, handling: 'routing' }).state).toMatchObject({ ownerUnit: undefined, ownerTeam: undefined, parties: [] })
    expect(carry(stateAt('routing'), defaultWorkflow, { ...same, routing: 'handling' }).state.ownerUnit).toBe('u1')
    expect(() => carry(stateAt('routing', { unit: undefined }), defaultWorkflow, { ...same, routing: 'handling' })).toThrow('lead.unit required')
    expect(carry(stateAt('intake'), defaultWorkflow, { ...same, intake: 'routing' }).state.firstUnit).toBe('u1')
  })

  it('forgets check and outcome where work begins anew', () => {
    expect(carry(stateAt('confirm', { ...owned, verifiedBy: 'v', outcome: 'solved' }), defaultWorkflow, { ...same, confirm: 'handling' }).state).toMatchObject({ verifiedBy: undefined, outcome: undefined })
    expect(carry(stateAt('confirm', { ...owned, verifiedBy: 'v', outcome: 'solved' })).state).toMatchObject({ verifiedBy: 'v', outcome: 'solved' })
  })

  it('is given the days of silence that were announced anew when they changed', () => {
    const shorter = withStep('confirm', { silence: { days: 3, transition: 'closeSilent' } })
    expect(carry(stateAt('confirm', { ...owned, verifiedBy: 'v' }), shorter, same).state.stepSince).toBe(NOW)
  })

  it('never goes into the archive', () => {
    expect(() => carry(stateAt('confirm'), defaultWorkflow, { ...same, confirm: 'archive' })).toThrow('step notOffered')
  })
})

/** Whoever could do it does it with everything filled in, breadth first: what can be closed closes. */
const ANSWERS: Record<InputDef['kind'], unknown> = { text: '写几个字，够长了，二十个字以上的说明文字在这里', choice: '', lead: { team: 't1' }, parties: [{ team: 't3' }], matter: 'm9', photos: ['f1', 'f2'], minutes: 60, rating: 5, person: 'p9' }
const answers = (inputs: readonly InputDef[]) => Object.fromEntries(inputs.map((def) => [def.key, def.kind === 'choice' ? def.options?.[0]?.code : ANSWERS[def.kind]]))

const closes = (workflow: WorkflowDef, start: MatterState): boolean => {
  const [open, seen] = [[start], new Set<string>()]
  for (let state = open.shift(); state !== undefined; state = open.shift()) {
    const here = state
    if (here.archivedAt !== undefined) return true
    for (const actor of [staff('fresh', 'u1'), { kind: 'reporter' } as const]) {
      const context = contextOf({ ...here, parties: [] }, actor, { workflow, actorUnits: ['u1'], actorTeams: ['t1'] })
      for (const { transition, blockedBy } of availableTransitions(context)) {
        if (blockedBy) continue
        const after = applyTransition({ ...context, transitionCode: transition.code, input: answers(transition.inputs), expectedRevision: here.revision }).state
        const key = JSON.stringify([after.step, after.previousStep, Boolean(after.verifiedBy), Boolean(after.outcome), Boolean(after.ownerUnit)])
        if (!seen.has(key)) open.push({ ...after, handlers: [] })
        seen.add(key)
      }
    }
  }
  return false
}

describe('whatever mapping is let through', () => {
  const steps = openSteps(defaultWorkflow).map(({ code }) => code)
  const targets = [defaultWorkflow, next, changeStep(defaultWorkflow, 'awaitTime', { phase: 'coordination' })]
  it('leaves no matter stuck', () => {
    let passed = 0
    fc.assert(
      fc.property(fc.constantFrom(...targets), fc.array(fc.nat(), { minLength: steps.length, maxLength: steps.length }), fc.nat(), fc.nat(), (to, picks, keep, at) => {
        const offered = openSteps(to)
        const wanted: StepMap = Object.fromEntries(steps.map((step, index) => [step, (picks[index]! + keep) % 3 === 0 ? offered[picks[index]! % offered.length]!.code : (map[step] ?? '')]))
        const by = to === next ? wanted : { ...same, ...Object.fromEntries(Object.entries(wanted).filter(([, code]) => offered.some((step) => step.code === code))) }
        if (mapProblems({ from: defaultWorkflow, to, map: by }).length > 0) return
        passed += 1
        const step = steps[at % steps.length]!
        const state = stateAt(step, {
          ...(['intake', 'routing'].includes(step) ? {} : { ownerUnit: 'u1' }), ...(step.startsWith('wait') ? { previousStep: 'handling' } : {}),
          ...(['supervision', 'confirm'].includes(step) ? { outcome: 'solved', handlers: ['p1'] } : {}), ...(step === 'confirm' ? { verifiedBy: 'v' } : {}),
        })
        const { state: after } = carried({ state, from: defaultWorkflow, to, map: by, now: NOW })
        expect(to.steps.some(({ code }) => code === after.step)).toBe(true)
        expect(closes(to, after), `${step} → ${after.step}`).toBe(true)
      }),
      { numRuns: 400, seed: 5 },
    )
    expect(passed).toBeGreaterThan(20)
  })
})
