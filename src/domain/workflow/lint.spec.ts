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
const withoutAll = (...codes: string[]): WorkflowDef => ({ ...defaultWorkflow, transitions: defaultWorkflow.transitions.filter((each) => !codes.includes(each.code)) })
const plusStep = (step: StepDef): WorkflowDef => ({ ...defaultWorkflow, steps: [...defaultWorkflow.steps, step] })
const plusTransition = (from: string, change: Partial<TransitionDef>): WorkflowDef => ({ ...defaultWorkflow, transitions: [...defaultWorkflow.transitions, { ...found(from), code: 'extra', ...change }] })
const raw = (change: (copy: { steps: Record<string, unknown>[]; transitions: Record<string, unknown>[] }) => void): WorkflowDef => {
  const copy = JSON.parse(JSON.stringify(defaultWorkflow))
  change(copy)
  return copy
}
const spare: StepDef = { code: 'spare', phase: 'handling', kind: 'normal', name: { zh: '备用' } }
const twice = <T>(list: T[]): T[] => [...list, ...list.slice(0, 1)]

/** Where a transition or step stands in the workflow; null: one that was added behind the last. */
const placed = (list: readonly { code: string }[], code: string | null): number => (code === null ? list.length : list.findIndex((each) => each.code === code))
const line = (code: string | null, rest = ''): string => `/transitions/${placed(defaultWorkflow.transitions, code)}${rest}`
const box = (code: string | null, rest = ''): string => `/steps/${placed(defaultWorkflow.steps, code)}${rest}`

/** Each faulty workflow, and a problem it must show. */
const cases: [ProblemCode, string, WorkflowDef][] = [
  ['duplicateStep', box(null, '/code'), { ...defaultWorkflow, steps: twice(defaultWorkflow.steps) }],
  ['duplicateTransition', line(null, '/code'), { ...defaultWorkflow, transitions: twice(defaultWorkflow.transitions) }],
  ['startCount', '/steps', withStep('intake', { kind: 'normal' })],
  ['startCount', '/steps', withStep('routing', { kind: 'start' })],
  ['finalMissing', '/steps', withStep('archive', { kind: 'normal' })],
  ['phaseMissing', '/steps', withStep('intake', { phase: 'routing' })],
  ['startNotIntake', box('intake'), withStep('intake', { phase: 'routing' })],
  ['finalNotArchive', box('archive'), withStep('archive', { phase: 'supervision' })],
  ['finalNotArchive', box('confirm'), withStep('confirm', { phase: 'archive' })],
  ['waitingForMissing', box('waitThird'), withStep('waitThird', { waitingFor: undefined })],
  ['waitingForMissing', box('handling'), withStep('handling', { waitingFor: 'weather' })],
  ['reservedCode', box(null), plusStep({ ...spare, code: 'same' })],
  ['unknownStep', line('accept', '/from'), withTransition('accept', { from: ['intake', 'nowhere'] })],
  ['unknownStep', line('accept', '/to'), withTransition('accept', { to: 'nowhere' })],
  ['unknownPermission', line('accept', '/permission'), raw((copy) => Object.assign(copy.transitions[0] ?? {}, { permission: 'matter.fly' }))],
  ['unknownGuard', line('accept', '/guards'), raw((copy) => Object.assign(copy.transitions[0] ?? {}, { guards: ['luck'] }))],
  ['unknownEffect', line('accept', '/effects'), raw((copy) => Object.assign(copy.transitions[0] ?? {}, { effects: ['explode'] }))],
  ['unknownSignal', line('accept', '/signals'), raw((copy) => Object.assign(copy.transitions[0] ?? {}, { signals: ['smoke'] }))],
  ['noFrom', line('accept', '/from'), withTransition('accept', { from: [] })],
  ['noActor', line('accept', '/actors'), withTransition('accept', { actors: [] })],
  ['reopenDays', '/reopenDays', { ...defaultWorkflow, reopenDays: 1.5 }],
  ['reopenDays', '/reopenDays', { ...defaultWorkflow, reopenDays: -1 }],
  ['twoMainTones', box('handling'), withTransition('object', { tone: 'main' })],
  ['twoMainTones', box('supervision'), withTransition('verifyClose', { guards: ['notHandler', 'partsClosed'] })],
  ['unreachable', box(null), plusStep(spare)],
  ['unreachable', box('coordination'), withoutAll('coordinate', 'bringTogether')],
  ['deadEnd', box(null), { ...plusStep(spare), transitions: [...defaultWorkflow.transitions, { ...found('object'), code: 'lose', to: 'spare' }] }],
  ['onlyReporterLeaves', box('waitReporter'), withTransition('resume', { from: ['waitThird', 'waitWeather'] })],
  ['onlyReporterLeaves', box('confirm'), without('closeSilent')],
  ['previousNotFromWaiting', line('resume', '/to'), withTransition('resume', { from: ['waitReporter', 'waitThird', 'supervision'] })],
  ['verifyWithoutNotHandler', line('verify', '/guards'), withTransition('verify', { guards: [] })],
  ['verifyNotByStaff', line('verify', '/actors'), withTransition('verify', { actors: ['staff', 'reporter'] })],
  ['supervisesOwnWork', line(null, '/guards'), plusTransition('verifyClose', { guards: [], effects: [], signals: ['archived'], inputs: [] })],
  ['silenceDays', box('confirm', '/silence'), withStep('confirm', { silence: { days: 0, transition: 'closeSilent' } })],
  ['silenceNotSystem', box('confirm', '/silence'), withStep('confirm', { silence: { days: 3, transition: 'confirmSolved' } })],
  ['silenceNotFromStep', box('confirm', '/silence'), withStep('confirm', { silence: { days: 3, transition: 'done' } })],
  ['silenceNotFromStep', box('confirm', '/silence'), withStep('confirm', { silence: { days: 3, transition: 'nowhere' } })],
  ['silenceOnFinal', box('archive', '/silence'), withStep('archive', { silence: { days: 3, transition: 'rate' } })],
  ['silenceUnverified', box('confirm', '/silence'), withTransition('verify', { effects: [] })],
  ['silenceUnverified', box('confirm', '/silence'), plusTransition('done', { to: 'confirm' })],
  ['silenceUnverified', box('confirm', '/silence'), withTransition('verify', { effects: ['markVerified', 'countReturn'] })],
  ['machineDecides', line('reject', '/actors'), withTransition('reject', { actors: ['staff', 'rule'] })],
  ['machineDecides', line('withdraw', '/actors'), withTransition('withdraw', { actors: ['reporter', 'system'] })],
  ['machineDecides', line('closeSilent', '/actors'), withTransition('closeSilent', { actors: ['rule', 'system'] })],
  ['machineDecides', line('closeSilent', '/actors'), withStep('confirm', { silence: undefined })],
  ['machineDecides', line('rate', '/actors'), withTransition('rate', { actors: ['system'] })],
  ['machineDecides', line('notSolved', '/actors'), withTransition('notSolved', { actors: ['system'] })],
  ['closesWithoutOutcome', box('archive'), withTransition('reject', { outcome: undefined })],
  ['closesWithoutOutcome', box('archive'), withTransition('done', { effects: ['markHandled'] })],
  ['closesWithoutOutcome', box('archive'), firstInput('done', { required: false })],
  ['finalNotFrozen', line('reopen'), withTransition('reopen', { effects: ['clearOwner'] })],
  ['finalNotFrozen', line('rate'), withTransition('rate', { effects: ['setRating', 'countReturn'] })],
  ['finalNotFrozen', line('undoMerge'), withTransition('undoMerge', { guards: [] })],
  ['newRoundNotFromFinal', line('askReporter'), withTransition('askReporter', { effects: ['restore'] })],
  ['previousNotFromWaiting', line('undoMerge', '/to'), withTransition('undoMerge', { effects: ['newRound'], signals: ['reopened'] })],
  ['signalMissing', line('undoMerge', '/signals'), withTransition('undoMerge', { signals: [] })],
  ['signalMissing', line('mergeInto', '/signals'), withTransition('mergeInto', { signals: ['archived'] })],
  ['reopenWithoutLimit', line('reopen'), withTransition('reopen', { guards: [] })],
  ['newRoundNotFromFinal', line('askReporter'), withTransition('askReporter', { effects: ['newRound'] })],
  ['clearOwnerNotToRouting', line('object'), withTransition('object', { to: 'coordination' })],
  ['escalateWithoutGuard', line('escalate'), withTransition('escalate', { guards: [] })],
  ['signalMissing', line('askReporter', '/signals'), withTransition('askReporter', { signals: [] })],
  ['signalMissing', line('resume', '/signals'), withTransition('resume', { signals: [] })],
  ['signalMissing', line('confirmSolved', '/signals'), withTransition('confirmSolved', { signals: [] })],
  ['signalMissing', line('extend', '/signals'), withTransition('extend', { signals: [] })],
  ['signalMissing', line('reopen', '/signals'), withTransition('reopen', { signals: [] })],
  ['unknownPlaceholder', line('accept'), withTransition('accept', { residentLine: { zh: '已由 {name} 受理' } })],
  ['unknownPlaceholder', line('accept'), withTransition('accept', { residentLine: { zh: '请联系 {responsible}' } })],
  ['duplicateInput', line('reject', '/inputs/3/key'), inputsOf('reject', twice)],
  ['duplicateRole', line('reject', '/inputs/3/role'), inputsOf('reject', (inputs) => [...inputs, ...inputs.slice(0, 1).map((input) => ({ ...input, key: 'again' }))])],
  ['roleKind', line('assign', '/inputs/0'), firstInput('assign', { kind: 'text' })],
  ['effectNeedsInput', line('assign', '/effects'), inputsOf('assign', () => [])],
  ['effectNeedsInput', line('assign', '/effects'), firstInput('assign', { required: false })],
  ['effectNeedsInput', line('done', '/effects'), inputsOf('done', (inputs) => inputs.slice(1))],
  ['limitsReversed', line('extend', '/inputs/0'), firstInput('extend', { min: 100, max: 10 })],
  ['choiceWithoutOptions', line('done', '/inputs/0'), firstInput('done', { options: [] })],
  ['duplicateOption', line('done', '/inputs/0'), firstInput('done', { options: twice(found('done').inputs[0]?.options ?? []) })],
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
