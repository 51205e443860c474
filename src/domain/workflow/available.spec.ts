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
    ['handling, its lead', ['mergeInto', 'bringTogether', 'done', 'object', 'askReporter', 'waitThirdParty', 'waitForWeather', 'extend!notAsker', 'requestTime', 'reassign', 'takeBack'], contextOf(stateAt('handling', owned), staff('p1'))],
    ['handling, somebody else', ['mergeInto', 'bringTogether', 'done!isOwner', 'object!isOwner', 'askReporter!isOwner', 'waitThirdParty!isOwner', 'waitForWeather!isOwner', 'extend', 'requestTime!isOwner', 'reassign', 'takeBack'], contextOf(stateAt('handling', owned), staff('p2'))],
    ['handling, a member of the owning unit by the actor alone', ['mergeInto', 'bringTogether', 'done', 'object', 'askReporter', 'waitThirdParty', 'waitForWeather', 'extend', 'requestTime', 'reassign', 'takeBack'], contextOf(stateAt('handling', owned), staff('p3', 'u1'))],
    ['handling, parts open', ['mergeInto!partsClosed', 'bringTogether', 'done!partsClosed', 'object', 'askReporter', 'waitThirdParty', 'waitForWeather', 'extend!notAsker', 'requestTime', 'reassign', 'takeBack'], contextOf(stateAt('handling', { ...owned, openParts: 1 }), staff('p1'))],
    ['coordination at the top, alone', ['mergeInto', 'agree!hasParties', 'escalate!canEscalate', 'extend!notAsker', 'reassign', 'takeBack'], contextOf(stateAt('coordination', owned), staff('p1'))],
    ['supervision, who handled it', ['verify!notHandler', 'verifyClose!notHandler', 'verifyCloseTold!notHandler', 'notSolved!notHandler'], contextOf(stateAt('supervision', { ...owned, handlers: ['p1'] }), staff('p1'))],
    ['supervision, somebody else', ['verify', 'verifyClose!cannotAsk', 'verifyCloseTold', 'notSolved'], contextOf(stateAt('supervision', { ...owned, handlers: ['p1'] }), staff('p2'))],
    ['supervision, nobody to ask', ['verify!canAsk', 'verifyClose', 'verifyCloseTold!canAsk', 'notSolved'], contextOf(stateAt('supervision', { ...owned, handlers: ['p1'], askable: false }), staff('p2'))],
    ['more time was asked for, its lead', ['mergeInto', 'grantTime!notAsker', 'refuseTime!notAsker', 'dropRequest', 'reassign', 'takeBack'], contextOf(stateAt('awaitTime', owned), staff('p1'))],
    ['confirm, reporter', ['confirmSolved', 'reporterNotSolved'], contextOf(stateAt('confirm', { ...owned, verifiedBy: 'p2' }), reporter)],
    ['confirm, the silence job', ['closeSilent'], contextOf(stateAt('confirm', { ...owned, verifiedBy: 'p2' }), job)],
    ['confirm, staff', [], contextOf(stateAt('confirm', { ...owned, verifiedBy: 'p2' }), staff('p2'))],
    ['archive in time', ['reopen', 'undoMerge!merged'], contextOf(stateAt('archive', { archivedAt: NOW - DAY }), staff('p1'))],
    ['archive too late', ['reporterReopen!withinReopenDays', 'rate'], contextOf(stateAt('archive', { archivedAt: NOW - 31 * DAY, verifiedBy: 'p2' }), reporter)],
    ['archive of what nobody worked on', ['reporterReopen', 'rate!verified'], contextOf(stateAt('archive', { archivedAt: NOW - DAY, outcome: 'withdrawn' }), reporter)],
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
