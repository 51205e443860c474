import { describe, expect, it } from 'vitest'
import { defaultWorkflow } from './defaultWorkflow.fixture'
import { firstFailing, guardHolds, guardsOf, type GuardFacts } from './guards'
import { transitionOf } from './steps'
import { GUARDS, type Actor, type Guard, type MatterState } from './types'
import { DAY, job, NOW, reporter, rule, staff, stateAt } from './world.fixture'

const facts = (state: Partial<MatterState>, actor: Actor = staff('p1'), more: Partial<GuardFacts> = {}): GuardFacts => ({
  state: stateAt('handling', state), actor, workflow: defaultWorkflow, now: NOW, actorUnits: [], actorTeams: [], ...more,
})

const cases: [Guard, boolean, string, GuardFacts][] = [
  ['notHandler', true, 'somebody else handled it', facts({ handlers: ['p2'] })],
  ['notHandler', false, 'handled it', facts({ handlers: ['p2', 'p1'] })],
  ['notHandler', false, 'is the lead', facts({ ownerPerson: 'p1' })],
  ['notHandler', false, 'is a co-handler', facts({ parties: [{ person: 'p1' }] })],
  ['notHandler', true, 'only the own team is a co-handler', facts({ parties: [{ team: 't1' }] }, staff('p1'), { actorTeams: ['t1'] })],
  ['notHandler', true, 'the reporter is no handler', facts({ handlers: ['p1'] }, reporter)],
  ['notReviewer', true, 'somebody else gave the review before', facts({ reviewers: ['p2'] })],
  ['notReviewer', true, 'nobody reviewed', facts({})],
  ['notReviewer', false, 'gave the review before', facts({ reviewers: ['p2', 'p1'] })],
  ['isOwner', true, 'the lead person', facts({ ownerPerson: 'p1' })],
  ['isOwner', true, 'in the lead team', facts({ ownerTeam: 't1' }, staff('p1'), { actorTeams: ['t1'] })],
  ['isOwner', true, 'in the lead unit', facts({ ownerUnit: 'u1' }, staff('p1'), { actorUnits: ['u2', 'u1'] })],
  ['isOwner', false, 'in another team and unit', facts({ ownerTeam: 't1', ownerUnit: 'u1' }, staff('p1'), { actorTeams: ['t2'], actorUnits: ['u2'] })],
  ['isOwner', false, 'nobody owns it', facts({}, staff('p1'), { actorTeams: ['t1'], actorUnits: ['u1'] })],
  ['isOwner', false, 'the reporter', facts({ ownerPerson: 'p1' }, reporter)],
  ['hasParties', true, 'lead and one co-handler', facts({ ownerTeam: 't1', parties: [{ team: 't2' }] })],
  ['hasParties', false, 'a lead alone', facts({ ownerTeam: 't1' })],
  ['hasParties', false, 'co-handlers without a lead', facts({ parties: [{ team: 't2' }, { team: 't3' }] })],
  ['partsClosed', true, 'no part is open', facts({ openParts: 0 })],
  ['partsClosed', false, 'a part is open', facts({ openParts: 1 })],
  ['verified', true, 'a person verified', facts({ verifiedBy: 'p2' })],
  ['verified', false, 'nobody did', facts({})],
  ['withinReopenDays', true, 'on the last instant', facts({ archivedAt: NOW - 30 * DAY })],
  ['withinReopenDays', false, 'an instant later', facts({ archivedAt: NOW - 30 * DAY - 1 })],
  ['withinReopenDays', false, 'not archived', facts({})],
  ['canEscalate', true, 'a unit above', facts({ ownerUnit: 'u1', ownerUnitParent: 'u0' })],
  ['canEscalate', false, 'at the top', facts({ ownerUnit: 'u0' })],
  ['notMerged', true, 'closed by itself', facts({ outcome: 'solved' })],
  ['notMerged', false, 'has a master', facts({ mergedInto: 'm2' })],
  ['notMerged', false, 'its outcome says so', facts({ outcome: 'merged' })],
  ['merged', true, 'has a master', facts({ mergedInto: 'm2' })],
  ['merged', false, 'has none', facts({})],
  ['notAsker', true, 'has no part in the work', facts({ handlers: ['p2'], ownerPerson: 'p3' })],
  ['notAsker', false, 'asked for it', facts({ handlers: ['p1'] })],
  ['notAsker', false, 'is a co-handler', facts({ parties: [{ person: 'p1' }] })],
  ['sharesEnded', true, 'nobody else has a part', facts({ ownerPerson: 'p1' })],
  ['sharesEnded', false, 'a part is open', facts({ parties: [{ team: 't2' }] })],
  ['canAsk', true, 'the reporter is there', facts({ askable: true })],
  ['canAsk', true, 'nothing is known', facts({})],
  ['canAsk', false, 'nobody to ask', facts({ askable: false })],
  ['cannotAsk', true, 'nobody to ask', facts({ askable: false })],
  ['cannotAsk', false, 'the reporter is there', facts({ askable: true })],
]

describe('guardHolds', () => {
  it.each(cases)('%s is %s: %s', (guard, expected, _why, given) => {
    expect(guardHolds(guard, given)).toBe(expected)
  })

  it('has both answers in the table for every guard', () => {
    for (const guard of GUARDS) expect(new Set(cases.filter(([name]) => name === guard).map(([, answer]) => answer)), guard).toEqual(new Set([true, false]))
  })
})

describe('guards that hold whatever the author of a workflow wrote', () => {
  const stripped = { ...defaultWorkflow, transitions: defaultWorkflow.transitions.map((each) => ({ ...each, guards: [] })) }
  const bare = (code: string) => {
    const found = transitionOf(stripped, code)
    if (!found) throw new Error(code)
    return found
  }

  it.each([
    ['verify', 'supervision', staff('p1'), ['notHandler', 'notReviewer']],
    ['verifyClose', 'supervision', staff('p1'), ['notHandler', 'notReviewer']],
    ['closeSilent', 'confirm', job, ['verified', 'notHandler']],
    ['withdraw', 'intake', rule, ['verified']],
    ['escalate', 'coordination', staff('p1'), ['canEscalate']],
    ['accept', 'intake', staff('p1'), []],
  ] as const)('%s at %s', (code, step, actor, expected) => {
    expect(guardsOf(bare(code), { ...facts({}, actor), workflow: stripped, state: stateAt(step) })).toEqual(expected)
  })

  it('names the first one that fails', () => {
    const verify = transitionOf(defaultWorkflow, 'verify')
    expect(verify && firstFailing(verify, facts({ handlers: ['p1'], openParts: 2 }))).toBe('notHandler')
    expect(verify && firstFailing(verify, facts({ openParts: 2 }))).toBe('partsClosed')
    expect(verify && firstFailing(verify, facts({}))).toBeUndefined()
  })
})
