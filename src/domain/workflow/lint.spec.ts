import { describe, expect, it } from 'vitest'
import { defaultWorkflow } from './defaultWorkflow.fixture'
import { lintWorkflow, PROBLEM_CODES, type ProblemCode } from './lint'
import { transitionOf } from './steps'
import type { InputDef, StepDef, TransitionDef, WorkflowDef } from './types'
import { withStep, withTransition } from './world.fixture'

const found = (code: string): TransitionDef => {
  const transition = transitionOf(defaultWorkflow, code)
  if (!transition) throw new Error(code)
  return transition
}
const inputsOf = (code: string, change: (inputs: InputDef[]) => InputDef[]): WorkflowDef => withTransition(code, { inputs: change(found(code).inputs) })
const firstInput = (code: string, change: Partial<InputDef>): WorkflowDef => inputsOf(code, ([first, ...rest]) => (first ? [{ ...first, ...change }, ...rest] : rest))
const without = (code: string): WorkflowDef => ({ ...defaultWorkflow, transitions: defaultWorkflow.transitions.filter((each) => each.code !== code) })
const plusStep = (step: StepDef): WorkflowDef => ({ ...defaultWorkflow, steps: [...defaultWorkflow.steps, step] })
const plusTransition = (from: string, change: Partial<TransitionDef>): WorkflowDef => ({ ...defaultWorkflow, transitions: [...defaultWorkflow.transitions, { ...found(from), code: 'extra', ...change }] })
const raw = (change: (copy: { steps: Record<string, unknown>[]; transitions: Record<string, unknown>[] }) => void): WorkflowDef => {
  const copy = JSON.parse(JSON.stringify(defaultWorkflow))
  change(copy)
  return copy
}
const spare: StepDef = { code: 'spare', phase: 'handling', kind: 'normal', name: { zh: '备用' } }
const twice = <T>(list: T[]): T[] => [...list, ...list.slice(0, 1)]

/** Each faulty workflow, and a problem it must show. */
const cases: [ProblemCode, string, WorkflowDef][] = [
  ['duplicateStep', '/steps/9/code', { ...defaultWorkflow, steps: twice(defaultWorkflow.steps) }],
  ['duplicateTransition', '/transitions/28/code', { ...defaultWorkflow, transitions: twice(defaultWorkflow.transitions) }],
  ['startCount', '/steps', withStep('intake', { kind: 'normal' })],
  ['startCount', '/steps', withStep('routing', { kind: 'start' })],
  ['finalMissing', '/steps', withStep('archive', { kind: 'normal' })],
  ['phaseMissing', '/steps', withStep('intake', { phase: 'routing' })],
  ['startNotIntake', '/steps/0', withStep('intake', { phase: 'routing' })],
  ['finalNotArchive', '/steps/8', withStep('archive', { phase: 'supervision' })],
  ['finalNotArchive', '/steps/7', withStep('confirm', { phase: 'archive' })],
  ['waitingForMissing', '/steps/5', withStep('waitThird', { waitingFor: undefined })],
  ['waitingForMissing', '/steps/3', withStep('handling', { waitingFor: 'weather' })],
  ['reservedCode', '/steps/9', plusStep({ ...spare, code: 'same' })],
  ['unknownStep', '/transitions/0/from', withTransition('accept', { from: ['intake', 'nowhere'] })],
  ['unknownStep', '/transitions/0/to', withTransition('accept', { to: 'nowhere' })],
  ['unknownPermission', '/transitions/0/permission', raw((copy) => Object.assign(copy.transitions[0] ?? {}, { permission: 'matter.fly' }))],
  ['unknownGuard', '/transitions/0/guards', raw((copy) => Object.assign(copy.transitions[0] ?? {}, { guards: ['luck'] }))],
  ['unknownEffect', '/transitions/0/effects', raw((copy) => Object.assign(copy.transitions[0] ?? {}, { effects: ['explode'] }))],
  ['unknownSignal', '/transitions/0/signals', raw((copy) => Object.assign(copy.transitions[0] ?? {}, { signals: ['smoke'] }))],
  ['noFrom', '/transitions/0/from', withTransition('accept', { from: [] })],
  ['noActor', '/transitions/0/actors', withTransition('accept', { actors: [] })],
  ['reopenDays', '/reopenDays', { ...defaultWorkflow, reopenDays: 1.5 }],
  ['reopenDays', '/reopenDays', { ...defaultWorkflow, reopenDays: -1 }],
  ['twoMainTones', '/steps/3', withTransition('object', { tone: 'main' })],
  ['unreachable', '/steps/9', plusStep(spare)],
  ['unreachable', '/steps/2', without('coordinate')],
  ['deadEnd', '/steps/9', { ...plusStep(spare), transitions: [...defaultWorkflow.transitions, { ...found('object'), code: 'lose', to: 'spare' }] }],
  ['onlyReporterLeaves', '/steps/4', withTransition('resume', { from: ['waitThird'] })],
  ['onlyReporterLeaves', '/steps/7', without('closeSilent')],
  ['previousNotFromWaiting', '/transitions/13/to', withTransition('resume', { from: ['waitReporter', 'waitThird', 'supervision'] })],
  ['verifyWithoutNotHandler', '/transitions/17/guards', withTransition('verify', { guards: [] })],
  ['verifyNotByStaff', '/transitions/17/actors', withTransition('verify', { actors: ['staff', 'reporter'] })],
  ['supervisesOwnWork', '/transitions/28/guards', plusTransition('verifyClose', { guards: [], effects: [], signals: ['archived'], inputs: [] })],
  ['silenceDays', '/steps/7/silence', withStep('confirm', { silence: { days: 0, transition: 'closeSilent' } })],
  ['silenceNotSystem', '/steps/7/silence', withStep('confirm', { silence: { days: 3, transition: 'confirmSolved' } })],
  ['silenceNotFromStep', '/steps/7/silence', withStep('confirm', { silence: { days: 3, transition: 'done' } })],
  ['silenceNotFromStep', '/steps/7/silence', withStep('confirm', { silence: { days: 3, transition: 'nowhere' } })],
  ['silenceOnFinal', '/steps/8/silence', withStep('archive', { silence: { days: 3, transition: 'rate' } })],
  ['silenceUnverified', '/steps/7/silence', withTransition('verify', { effects: [] })],
  ['silenceUnverified', '/steps/7/silence', plusTransition('done', { to: 'confirm' })],
  ['silenceUnverified', '/steps/7/silence', withTransition('verify', { effects: ['markVerified', 'countReturn'] })],
  ['machineDecides', '/transitions/1/actors', withTransition('reject', { actors: ['staff', 'rule'] })],
  ['machineDecides', '/transitions/4/actors', withTransition('withdraw', { actors: ['reporter', 'system'] })],
  ['machineDecides', '/transitions/22/actors', withTransition('closeSilent', { actors: ['rule', 'system'] })],
  ['machineDecides', '/transitions/22/actors', withStep('confirm', { silence: undefined })],
  ['machineDecides', '/transitions/26/actors', withTransition('rate', { actors: ['system'] })],
  ['machineDecides', '/transitions/19/actors', withTransition('notSolved', { actors: ['system'] })],
  ['closesWithoutOutcome', '/steps/8', withTransition('reject', { outcome: undefined })],
  ['closesWithoutOutcome', '/steps/8', withTransition('done', { effects: ['markHandled'] })],
  ['closesWithoutOutcome', '/steps/8', firstInput('done', { required: false })],
  ['finalNotFrozen', '/transitions/23', withTransition('reopen', { effects: ['clearOwner'] })],
  ['finalNotFrozen', '/transitions/26', withTransition('rate', { effects: ['setRating', 'countReturn'] })],
  ['reopenWithoutLimit', '/transitions/23', withTransition('reopen', { guards: [] })],
  ['newRoundNotFromFinal', '/transitions/11', withTransition('askReporter', { effects: ['newRound'] })],
  ['clearOwnerNotToRouting', '/transitions/10', withTransition('object', { to: 'coordination' })],
  ['escalateWithoutGuard', '/transitions/8', withTransition('escalate', { guards: [] })],
  ['signalMissing', '/transitions/11/signals', withTransition('askReporter', { signals: [] })],
  ['signalMissing', '/transitions/13/signals', withTransition('resume', { signals: [] })],
  ['signalMissing', '/transitions/20/signals', withTransition('confirmSolved', { signals: [] })],
  ['signalMissing', '/transitions/15/signals', withTransition('extend', { signals: [] })],
  ['signalMissing', '/transitions/23/signals', withTransition('reopen', { signals: [] })],
  ['unknownPlaceholder', '/transitions/0', withTransition('accept', { residentLine: { zh: '已由 {name} 受理' } })],
  ['unknownPlaceholder', '/transitions/0', withTransition('accept', { residentLine: { zh: '请联系 {responsible}' } })],
  ['duplicateInput', '/transitions/1/inputs/3/key', inputsOf('reject', twice)],
  ['duplicateRole', '/transitions/1/inputs/3/role', inputsOf('reject', (inputs) => [...inputs, ...inputs.slice(0, 1).map((input) => ({ ...input, key: 'again' }))])],
  ['roleKind', '/transitions/5/inputs/0', firstInput('assign', { kind: 'text' })],
  ['effectNeedsInput', '/transitions/5/effects', inputsOf('assign', () => [])],
  ['effectNeedsInput', '/transitions/5/effects', firstInput('assign', { required: false })],
  ['effectNeedsInput', '/transitions/9/effects', inputsOf('done', (inputs) => inputs.slice(1))],
  ['limitsReversed', '/transitions/15/inputs/0', firstInput('extend', { min: 100, max: 10 })],
  ['choiceWithoutOptions', '/transitions/9/inputs/0', firstInput('done', { options: [] })],
  ['duplicateOption', '/transitions/9/inputs/0', firstInput('done', { options: twice(found('done').inputs[0]?.options ?? []) })],
]

describe('lintWorkflow', () => {
  it('has nothing to say about the default workflow', () => {
    expect(lintWorkflow(defaultWorkflow)).toEqual([])
  })

  it.each(cases)('%s at %s', (code, path, workflow) => {
    expect(lintWorkflow(workflow).map((problem) => `${problem.code} ${problem.path}`)).toContain(`${code} ${path}`)
  })

  it('has a case for every problem it can name', () => {
    const covered = new Set(cases.map(([code]) => code))
    expect(PROBLEM_CODES.filter((code) => !covered.has(code))).toEqual([])
  })

  it('accepts a workflow of the two mandatory phases alone', () => {
    const short: WorkflowDef = {
      ...defaultWorkflow,
      steps: defaultWorkflow.steps.filter((step) => ['intake', 'archive'].includes(step.code)),
      transitions: [found('reject')],
    }
    expect(lintWorkflow(short)).toEqual([])
  })
})
