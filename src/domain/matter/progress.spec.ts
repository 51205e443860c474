import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors'
import { PHASES, type Phase, type StepDef } from '../workflow/types'
import { progressOf, type StepEntry } from './progress'

const step = (code: string, phase: Phase, kind: StepDef['kind'] = 'normal'): StepDef => ({ code, phase, kind, name: { zh: code } })
const full = { steps: [
  step('new', 'intake', 'start'), step('triage', 'routing'), step('agree', 'coordination'), step('work', 'handling'), step('wait', 'handling', 'waiting'),
  step('check', 'supervision'), step('confirm', 'supervision'), step('closed', 'archive', 'final'),
] }
const short = { steps: full.steps.filter(({ phase }) => phase === 'intake' || phase === 'handling' || phase === 'archive') }

const path = (...steps: string[]): StepEntry[] => steps.map((code, at) => ({ step: code, at: (at + 1) * 10 }))
const states = (entries: StepEntry[], workflow = full) => progressOf(entries, workflow).map(({ state }) => state[0]).join('')

describe('progressOf', () => {
  it.each([
    [[], 'pppppp'],
    [['new'], 'cppppp'],
    [['new', 'triage'], 'dcpppp'],
    [['new', 'triage', 'work'], 'ddscpp'],
    [['new', 'triage', 'agree', 'work', 'wait'], 'dddcpp'],
    [['new', 'triage', 'work', 'check', 'confirm', 'closed'], 'ddsddd'],
    [['new', 'triage', 'work', 'check', 'work'], 'ddscpp'],
    [['new', 'triage', 'work', 'triage'], 'dcpppp'],
    [['new', 'closed'], 'dssssd'],
    [['new', 'triage', 'work', 'check', 'closed', 'work'], 'ddscpp'],
  ])('%j → %s', (codes, expected) => {
    expect(states(path(...codes))).toBe(expected)
  })

  it.each([[[], 'psspsp'], [['new'], 'csspsp'], [['new', 'work'], 'dsscsp'], [['new', 'work', 'closed'], 'dssdsd']])('phases the workflow lacks are skipped: %j → %s', (codes, expected) => {
    expect(states(path(...codes), short)).toBe(expected)
  })

  it('dates the last visit of a phase and counts visits', () => {
    const bar = progressOf(path('new', 'triage', 'work', 'wait', 'work', 'check', 'work', 'check', 'closed'), full)
    expect(bar[0]).toEqual({ phase: 'intake', state: 'done', from: 10, until: 20, visits: 1 })
    expect(bar[3]).toEqual({ phase: 'handling', state: 'done', from: 70, until: 80, visits: 2 })
    expect(bar[5]).toEqual({ phase: 'archive', state: 'done', from: 90, until: undefined, visits: 1 })
    expect(progressOf(path('new', 'triage', 'work', 'triage'), full)[3]).toEqual({ phase: 'handling', state: 'pending', visits: 1 })
  })

  it('tells of the present round, and of what came before the phase it began in', () => {
    const walked = path('new', 'triage', 'work', 'closed', 'triage', 'work').map((entry, index) => (index === 4 ? { ...entry, anew: true } : entry))
    expect(progressOf(walked, full).map(({ state, from }) => [state, from])[3]).toEqual(['current', 60])
    const skipping = path('new', 'triage', 'work', 'closed', 'triage', 'closed').map((entry, index) => (index === 4 ? { ...entry, anew: true } : entry))
    expect(progressOf(skipping, full).map(({ phase, state }) => [phase, state])).toEqual([
      ['intake', 'done'], ['routing', 'done'], ['coordination', 'skipped'], ['handling', 'skipped'], ['supervision', 'skipped'], ['archive', 'done'],
    ])
    expect(progressOf(path('new', 'triage', 'work', 'closed', 'triage', 'closed'), full)[3]).toMatchObject({ state: 'done' })
  })

  it('refuses a step the workflow does not know', () => {
    expect(() => progressOf(path('new', 'elsewhere'), full)).toThrow(DomainError)
  })

  it('always has six phases in order, at most one current, nothing done after it', () => {
    const entries = fc.array(fc.constantFrom(...full.steps.map(({ code }) => code)), { maxLength: 20 }).map((codes) => path(...codes))
    fc.assert(fc.property(entries, (list) => {
      const bar = progressOf(list, full)
      expect(bar.map(({ phase }) => phase)).toEqual(PHASES)
      const current = bar.findIndex(({ state }) => state === 'current')
      expect(bar.filter(({ state }) => state === 'current').length).toBeLessThanOrEqual(1)
      if (current >= 0) expect(bar.slice(current + 1).every(({ state }) => state === 'pending')).toBe(true)
      for (const { state, from, until } of bar) if (state === 'done' && until !== undefined) expect(until).toBeGreaterThan(from ?? Infinity)
    }))
  })
})
