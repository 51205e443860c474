import { describe, expect, it } from 'vitest'
import { defaultWorkflow } from './defaultWorkflow.fixture'
import { diagramOf } from './diagram'
import { edgesOf } from './graph'
import { offeredPhases, skippedPhases } from './phases'
import { readWorkflow } from './schema'
import { dueBySilence, silenceDueAt } from './silence'
import { startStep, stepOf } from './steps'
import { withResponsible } from './texts'
import { PHASES } from './types'
import { DAY, NOW, stateAt, withStep, withTransition } from './world.fixture'

describe('phases', () => {
  it('are all gone through by default', () => {
    expect(skippedPhases(defaultWorkflow)).toEqual([])
  })

  it('part into skipped and offered, in order', () => {
    const steps = defaultWorkflow.steps.filter((step) => step.phase !== 'coordination' && step.phase !== 'supervision')
    expect(skippedPhases({ steps })).toEqual(['coordination', 'supervision'])
    expect(offeredPhases({ steps })).toEqual(['intake', 'routing', 'handling', 'archive'])
  })
})

describe('readWorkflow', () => {
  it('reads what was published, as JSON', () => {
    expect(readWorkflow(JSON.parse(JSON.stringify(defaultWorkflow)))).toEqual({ ok: true, workflow: JSON.parse(JSON.stringify(defaultWorkflow)) })
  })

  it.each([
    ['nothing', undefined, ''],
    ['a step without a phase', { ...defaultWorkflow, steps: [{ code: 'a', kind: 'start', name: { zh: '甲' } }, ...defaultWorkflow.steps] }, '/steps/0/phase'],
    ['a key nobody knows', { ...defaultWorkflow, script: 'x' }, ''],
  ])('refuses the shape of %s', (_name, raw, path) => {
    const reading = readWorkflow(raw)
    expect(reading.ok ? [] : reading.problems).toContainEqual(expect.objectContaining({ code: 'shape', path }))
  })

  it('refuses what publishing checks refuse', () => {
    const reading = readWorkflow(withTransition('verify', { guards: ['canAsk'] }))
    expect(reading.ok ? [] : reading.problems.map((problem) => problem.code)).toEqual(['verifyWithoutNotHandler'])
  })
})

describe('diagramOf', () => {
  const diagram = diagramOf(defaultWorkflow)

  it('has a box per step in its phase’s column', () => {
    expect(diagram.columns.map((column) => column.phase)).toEqual([...PHASES])
    expect(diagram.nodes.filter((node) => node.phase === 'handling').map((node) => [node.code, node.column, node.row])).toEqual([
      ['handling', 3, 0], ['waitReporter', 3, 1], ['waitThird', 3, 2], ['waitWeather', 3, 3], ['awaitTime', 3, 4],
    ])
    expect(diagram.nodes.every((node) => node.reachable)).toBe(true)
  })

  it('resolves same and previous, and tells lines apart', () => {
    const lines = diagram.edges.filter((edge) => edge.transition === 'resume').map((edge) => `${edge.from}→${edge.to}`)
    expect(lines).toEqual(['waitReporter→handling', 'waitThird→handling', 'waitWeather→handling'])
    const undone = diagram.edges.filter((edge) => edge.transition === 'undoMerge').map((edge) => edge.to)
    expect(undone).toEqual(['intake', 'routing', 'coordination', 'handling', 'awaitTime'])
    expect(diagram.edges.find((edge) => edge.transition === 'rate')).toMatchObject({ from: 'archive', to: 'archive', loop: true, back: false })
    expect(diagram.edges.find((edge) => edge.transition === 'notSolved')).toMatchObject({ back: true })
    const between = diagram.edges.filter((edge) => edge.from === 'confirm' && edge.to === 'archive').map((edge) => edge.many)
    expect(between).toEqual([0, 1])
  })

  it('marks what nobody comes to', () => {
    const nodes = diagramOf(withTransition('verify', { to: 'archive' })).nodes
    expect(nodes.filter((node) => !node.reachable).map((node) => node.code)).toEqual(['confirm'])
  })
})

describe('edgesOf', () => {
  it('follows a wait entered from a wait, even in a circle', () => {
    const circle = withTransition('waitThirdParty', { from: ['handling', 'waitReporter', 'waitThird'] })
    const back = edgesOf(circle).filter((edge) => edge.transition.code === 'resume').map((edge) => `${edge.from}→${edge.to}`)
    expect(back).toEqual(['waitReporter→handling', 'waitThird→handling', 'waitWeather→handling'])
  })
})

describe('silence', () => {
  const waiting = stateAt('confirm', { verifiedBy: 'p2', stepSince: NOW })
  it.each([
    ['at the last moment before', waiting, NOW + 10 * DAY - 1, undefined],
    ['on the day', waiting, NOW + 10 * DAY, 'closeSilent'],
    ['without a verification', { ...waiting, verifiedBy: undefined }, NOW + 20 * DAY, undefined],
    ['at another step', { ...waiting, step: 'supervision' }, NOW + 20 * DAY, undefined],
    ['with no known beginning', { ...waiting, stepSince: undefined }, NOW + 20 * DAY, undefined],
  ])('%s', (_name, state, now, expected) => {
    expect(dueBySilence({ workflow: defaultWorkflow, state, now })).toBe(expected)
  })

  it('announces its day', () => {
    expect(silenceDueAt({ workflow: defaultWorkflow, state: waiting })).toBe(NOW + 10 * DAY)
  })
})

describe('steps and lines', () => {
  it('finds the start, and says which step a workflow lacks', () => {
    expect(startStep(defaultWorkflow).code).toBe('intake')
    expect(() => startStep(withStep('intake', { kind: 'normal' }))).toThrow('internal')
    expect(() => stepOf(defaultWorkflow, 'nowhere')).toThrow('internal')
  })

  it('fills who is responsible, in both languages, and takes no pattern from it', () => {
    const line = { zh: '请联系 {responsible}', en: 'Contact {responsible}' }
    expect(withResponsible(line, '$& 公司')).toEqual({ zh: '请联系 $& 公司', en: 'Contact $& 公司' })
    expect(withResponsible({ zh: '已受理' }, undefined)).toEqual({ zh: '已受理' })
    expect(withResponsible(undefined, 'x')).toBeUndefined()
  })
})
