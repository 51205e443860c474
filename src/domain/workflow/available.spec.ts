import { describe, expect, it } from 'vitest'
import { availableTransitions } from './available'
import { contextOf, DAY, job, NOW, reporter, rule, staff, stateAt } from './world.fixture'
import type { ActingContext } from './available'

const listed = (context: ActingContext): string[] =>
  availableTransitions(context).map(({ transition, blockedBy }) => (blockedBy === undefined ? transition.code : `${transition.code}!${blockedBy}`))

const owned = { ownerUnit: 'u1', ownerPerson: 'p1' }

describe('availableTransitions', () => {
  it.each<[string, string[], ActingContext]>([
    ['intake, staff', ['accept', 'reject', 'mergeInto', 'handOver'], contextOf(stateAt('intake'), staff('p1'))],
    ['intake, reporter', ['withdraw'], contextOf(stateAt('intake'), reporter)],
    ['routing, a rule', ['assign', 'coordinate'], contextOf(stateAt('routing'), rule)],
    ['handling, its lead', ['mergeInto', 'done', 'object', 'askReporter', 'waitThirdParty', 'extend', 'reassign', 'takeBack'], contextOf(stateAt('handling', owned), staff('p1'))],
    ['handling, somebody else', ['mergeInto', 'done!isOwner', 'object!isOwner', 'askReporter!isOwner', 'waitThirdParty!isOwner', 'extend', 'reassign', 'takeBack'], contextOf(stateAt('handling', owned), staff('p2'))],
    ['handling, a member of the owning unit by the actor alone', ['mergeInto', 'done', 'object', 'askReporter', 'waitThirdParty', 'extend', 'reassign', 'takeBack'], contextOf(stateAt('handling', owned), staff('p3', 'u1'))],
    ['handling, parts open', ['mergeInto!partsClosed', 'done!partsClosed', 'object', 'askReporter', 'waitThirdParty', 'extend', 'reassign', 'takeBack'], contextOf(stateAt('handling', { ...owned, openParts: 1 }), staff('p1'))],
    ['coordination at the top, alone', ['mergeInto', 'agree!hasParties', 'escalate!canEscalate', 'extend', 'reassign', 'takeBack'], contextOf(stateAt('coordination', owned), staff('p1'))],
    ['supervision, who handled it', ['verify!notHandler', 'verifyClose!notHandler', 'notSolved!notHandler'], contextOf(stateAt('supervision', { ...owned, handlers: ['p1'] }), staff('p1'))],
    ['supervision, somebody else', ['verify', 'verifyClose', 'notSolved'], contextOf(stateAt('supervision', { ...owned, handlers: ['p1'] }), staff('p2'))],
    ['confirm, reporter', ['confirmSolved', 'reporterNotSolved'], contextOf(stateAt('confirm', { ...owned, verifiedBy: 'p2' }), reporter)],
    ['confirm, the silence job', ['closeSilent'], contextOf(stateAt('confirm', { ...owned, verifiedBy: 'p2' }), job)],
    ['confirm, staff', [], contextOf(stateAt('confirm', { ...owned, verifiedBy: 'p2' }), staff('p2'))],
    ['archive in time', ['reopen', 'undoMerge!merged'], contextOf(stateAt('archive', { archivedAt: NOW - DAY }), staff('p1'))],
    ['archive too late', ['reporterReopen!withinReopenDays', 'rate'], contextOf(stateAt('archive', { archivedAt: NOW - 31 * DAY }), reporter)],
    ['archive after a merge', ['reopen!notMerged', 'undoMerge'], contextOf(stateAt('archive', { archivedAt: NOW - DAY, mergedInto: 'm2', outcome: 'merged' }), staff('p1'))],
  ])('%s', (_name, expected, context) => {
    expect(listed(context)).toEqual(expected)
  })

  it('leaves out what a member of staff has no permission for', () => {
    const context = contextOf(stateAt('intake'), staff('p1'), { can: (permission) => permission === 'matter.merge' })
    expect(listed(context)).toEqual(['mergeInto'])
  })

  it('asks no permission of a reporter', () => {
    expect(listed(contextOf(stateAt('intake'), reporter, { can: () => false }))).toEqual(['withdraw'])
  })
})
