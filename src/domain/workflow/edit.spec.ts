import { describe, expect, it } from 'vitest'
import { flowChanges } from './changes'
import { defaultWorkflow } from './defaultWorkflow.fixture'
import { addInput, addStep, addTransition, changeInput, changeStep, changeTransition, freeCode, removeStep, removeTransition, toggled } from './edit'
import { lintWorkflow } from './lint'
import { repaired, subjectOf } from './repair'
import { workflowSchema } from './schema'
import { GUARDS, type WorkflowDef } from './types'
import { withTransition } from './world.fixture'

const step = (flow: WorkflowDef, code: string) => flow.steps.find((each) => each.code === code)
const transition = (flow: WorkflowDef, code: string) => flow.transitions.find((each) => each.code === code)
const name = { zh: '现场会商' }

describe('steps', () => {
  it('come after the last of their phase, with a code of their own', () => {
    const flow = addStep(addStep(defaultWorkflow, { name, phase: 'coordination' }), { name, phase: 'coordination' })
    const codes = flow.steps.map(({ code }) => code)
    expect(codes.slice(codes.indexOf('coordination'), codes.indexOf('handling'))).toEqual(['coordination', 'step-1', 'step-2'])
    expect(workflowSchema.safeParse(flow).success).toBe(true)
  })

  it.each([
    [{ kind: 'waiting' as const }, { kind: 'waiting', waitingFor: 'reporter' }],
    [{ phase: 'archive' as const }, { phase: 'archive', kind: 'final' }],
    [{ kind: 'final' as const }, { phase: 'archive', kind: 'final' }],
    [{ kind: 'start' as const }, { phase: 'intake', kind: 'start' }],
  ])('stay sensible when %j is set', (change, expected) => {
    expect(step(changeStep(defaultWorkflow, 'coordination', change), 'coordination')).toMatchObject(expected)
  })

  it('are no end any more outside the archive, and wait for nobody when they are no wait', () => {
    expect(step(changeStep(defaultWorkflow, 'archive', { phase: 'supervision' }), 'archive')).toMatchObject({ phase: 'supervision', kind: 'normal' })
    expect(step(changeStep(defaultWorkflow, 'waitThird', { kind: 'normal' }), 'waitThird')).not.toHaveProperty('waitingFor')
  })

  it('take with them what led only to or from them, and a silence that rested on it', () => {
    const flow = removeStep(defaultWorkflow, 'awaitTime')
    expect(flow.transitions.some(({ from, to }) => from.includes('awaitTime') || to === 'awaitTime' || from.length === 0)).toBe(false)
    expect(transition(flow, 'takeBack') ?? transition(flow, 'reassign')).toBeDefined()
    expect(step(removeStep(defaultWorkflow, 'archive'), 'confirm')).not.toHaveProperty('silence')
  })
})

describe('transitions', () => {
  it('begin as a plain act of staff', () => {
    const flow = addTransition(defaultWorkflow, { name, from: 'routing', to: 'supervision' })
    expect(transition(flow, 'go-1')).toMatchObject({ from: ['routing'], to: 'supervision', actors: ['staff'] })
    expect(workflowSchema.safeParse(flow).success).toBe(true)
    expect(removeTransition(flow, 'go-1')).toEqual(defaultWorkflow)
  })

  it('ask for more and for less', () => {
    const flow = addInput(addInput(defaultWorkflow, 'accept', { role: 'reason', label: name }), 'accept', { role: 'reason', label: name })
    expect(transition(flow, 'accept')?.inputs.map(({ key, kind }) => [key, kind])).toEqual([['reason', 'text'], ['reason1', 'text']])
    const changed = changeInput(flow, 'accept', { key: 'reason', change: { minLength: 20, help: undefined } })
    expect(transition(changed, 'accept')?.inputs[0]).toMatchObject({ key: 'reason', minLength: 20 })
    expect(transition(changed, 'accept')?.inputs[0]).not.toHaveProperty('help')
    expect(transition(changeInput(changed, 'accept', { key: 'reason1' }), 'accept')?.inputs).toHaveLength(1)
    expect(workflowSchema.safeParse(changed).success).toBe(true)
  })

  it('keep values of closed lists in their order', () => {
    expect(toggled(GUARDS, ['isOwner'], 'notHandler')).toEqual(['notHandler', 'isOwner'])
    expect(toggled(GUARDS, ['notHandler', 'isOwner'], 'notHandler')).toEqual(['isOwner'])
  })

  it('get codes nobody has', () => expect(freeCode(['go-1', 'go-3'], 'go')).toBe('go-2'))
})

describe('changes between versions', () => {
  it('are none between equals, and name each thing once', () => {
    expect(flowChanges(defaultWorkflow, structuredClone(defaultWorkflow))).toEqual([])
    const flow = removeTransition(changeTransition(addStep(defaultWorkflow, { name, phase: 'coordination' }), 'accept', { name, tone: 'careful' }), 'rate')
    expect(flowChanges(defaultWorkflow, { ...flow, reopenDays: 3 })).toEqual([
      { of: 'whole', code: defaultWorkflow.code, name: defaultWorkflow.name, what: 'changed', fields: ['reopenDays'] },
      { of: 'step', code: 'step-1', name, what: 'added', fields: [] },
      { of: 'transition', code: 'accept', name, what: 'changed', fields: ['name', 'tone'] },
      { of: 'transition', code: 'rate', name: transition(defaultWorkflow, 'rate')?.name, what: 'removed', fields: [] },
    ])
  })

  it('say that an order changed, and call everything new where nothing was', () => {
    expect(flowChanges(defaultWorkflow, { ...defaultWorkflow, steps: [...defaultWorkflow.steps].reverse() })).toMatchObject([{ of: 'whole', fields: ['steps'] }])
    expect(flowChanges(undefined, defaultWorkflow).every(({ what }) => what === 'added')).toBe(true)
  })
})

const mended: [string, WorkflowDef][] = [
  ['signalMissing', withTransition('askReporter', { signals: ['replied'] })],
  ['verifyWithoutNotHandler', withTransition('verify', { guards: ['partsClosed'] })],
  ['supervisesOwnWork', withTransition('verifyClose', { guards: ['partsClosed'] })],
  ['escalateWithoutGuard', withTransition('escalate', { guards: [] })],
  ['reopenWithoutLimit', withTransition('reopen', { guards: ['notMerged'] })],
  ['verifyNotByStaff', withTransition('verify', { actors: ['staff', 'reporter'] })],
  ['machineDecides', withTransition('reject', { actors: ['staff', 'rule'] })],
  ['unreachable', addStep(defaultWorkflow, { name, phase: 'coordination' })],
]

describe('mending', () => {
  it.each(mended)('puts %s right', (code, flow) => {
    const issue = lintWorkflow(flow).find((each) => each.code === code)
    expect(issue, 'the fault is found').toBeDefined()
    const better = repaired(flow, issue!)
    expect(lintWorkflow(better!).filter((each) => each.code === code && each.path === issue!.path)).toEqual([])
  })

  it('leaves to the author what has more than one way', () => {
    const flow = withTransition('accept', { to: 'nosuch' })
    for (const issue of lintWorkflow(flow).filter(({ code }) => code !== 'unreachable')) expect(repaired(flow, issue), issue.code).toBeUndefined()
  })

  it('knows what a place speaks of', () => {
    expect(subjectOf(defaultWorkflow, '/steps/0/silence')).toEqual({ kind: 'step', code: 'intake' })
    expect(subjectOf(defaultWorkflow, '/transitions/0')).toEqual({ kind: 'transition', code: 'accept' })
    for (const path of ['', '/steps', '/reopenDays', '/steps/99']) expect(subjectOf(defaultWorkflow, path)).toBeUndefined()
  })
})
