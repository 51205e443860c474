import { describe, expect, it } from 'vitest'
import { mayTake } from '../workflow/available'
import { defaultWorkflow } from '../workflow/defaultWorkflow.fixture'
import { transitionOf } from '../workflow/steps'
import { transitionMatrix, type MatrixCell, type RoleDef } from './transitionMatrix'

const roles: RoleDef[] = [
  { code: 'clerk', permissions: ['matter.accept', 'matter.reject'] },
  { code: 'handler', permissions: ['matter.handle', 'matter.verify'] },
  { code: 'auditor', permissions: ['audit.view', 'matter.view'] },
]
const cells = transitionMatrix(defaultWorkflow, roles)
const allowed = (pick: (cell: MatrixCell) => boolean): string[] => cells.filter((cell) => cell.allowed && pick(cell)).map((cell) => cell.transition)

describe('transitionMatrix', () => {
  it('has a cell for every actor and transition', () => {
    expect(cells).toHaveLength((roles.length + 3) * defaultWorkflow.transitions.length)
    expect(new Set(cells.map((cell) => JSON.stringify([cell.actor, cell.transition]))).size).toBe(cells.length)
  })

  it.each([
    ['clerk', ['accept', 'reject', 'handOver']],
    ['handler', ['done', 'object', 'askReporter', 'waitThirdParty', 'waitForWeather', 'resume', 'requestTime', 'dropRequest', 'verify', 'verifyClose', 'verifyCloseTold', 'notSolved']],
    ['auditor', []],
  ])('staff as %s', (role, expected) => {
    expect(allowed((cell) => cell.actor.kind === 'staff' && cell.actor.role === role)).toEqual(expected)
  })

  it.each([
    ['reporter', ['withdraw', 'reporterAnswers', 'confirmSolved', 'reporterNotSolved', 'reporterReopen', 'rate']],
    ['system', ['closeSilent']],
    ['rule', ['assign', 'coordinate']],
  ])('%s', (kind, expected) => {
    expect(allowed((cell) => cell.actor.kind === kind)).toEqual(expected)
  })

  it('says what the engine does', () => {
    for (const cell of cells) {
      const transition = transitionOf(defaultWorkflow, cell.transition)
      const permissions = roles.find((role) => cell.actor.kind === 'staff' && role.code === cell.actor.role)?.permissions ?? []
      const actor = cell.actor.kind === 'staff' ? ({ kind: 'staff', id: 'p', name: 'p' } as const)
        : cell.actor.kind === 'system' ? ({ kind: 'system', job: 'j' } as const)
          : cell.actor.kind === 'rule' ? ({ kind: 'rule', rule: 'r', name: 'r' } as const) : ({ kind: 'reporter' } as const)
      expect(transition && mayTake(transition, { actor, can: (permission) => permissions.includes(permission) })).toBe(cell.allowed)
    }
  })

  it('names the inputs that must be given', () => {
    expect(cells.find((cell) => cell.transition === 'reject')?.requires).toEqual(['reason', 'responsible'])
  })
})
