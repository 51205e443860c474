import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors'
import { applyTransition, type ApplyArgs } from './apply'
import { argsOf, DAY, job, NOW, reporter, rule, staff, stateAt, withTransition } from './world.fixture'

const owned = { ownerUnit: 'u1', ownerTeam: 't1', ownerPerson: 'p1' }
const done = { outcome: 'solved', reply: '已修好' }

const failure = (args: ApplyArgs): DomainError => {
  try {
    applyTransition(args)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('refusals', () => {
  const atWork = stateAt('handling', owned)
  it.each<[string, string, ApplyArgs]>([
    ['a transition the workflow does not have', 'invalid', argsOf(atWork, staff('p1'), 'fly')],
    ['another kind of actor', 'notAllowed', argsOf(atWork, reporter, 'done', { input: done })],
    ['no permission', 'notAllowed', argsOf(atWork, staff('p1'), 'done', { input: done, can: () => false })],
    ['an older revision', 'conflict', argsOf(atWork, staff('p1'), 'done', { input: done, expectedRevision: 6 })],
    ['a newer revision', 'conflict', argsOf(atWork, staff('p1'), 'done', { input: done, expectedRevision: 8 })],
    ['an older revision, though the step is another too', 'conflict', argsOf(atWork, staff('p1'), 'accept', { expectedRevision: 6 })],
    ['another step', 'illegalStep', argsOf(atWork, staff('p1'), 'accept')],
    ['not the owner', 'guardFailed', argsOf(atWork, staff('p9'), 'done', { input: done })],
    ['a handler who verifies', 'verifierHandled', argsOf(stateAt('supervision', { ...owned, handlers: ['p3'] }), staff('p3'), 'verify', { input: { reason: '看过了' } })],
    ['the lead who verifies', 'verifierHandled', argsOf(stateAt('supervision', owned), staff('p1'), 'verify', { input: { reason: '看过了' } })],
    ['missing inputs', 'invalid', argsOf(atWork, staff('p1'), 'done')],
    ['going back to nowhere', 'illegalStep', argsOf(stateAt('waitThird', owned), staff('p1'), 'resume')],
    ['silence before its days', 'guardFailed', argsOf(stateAt('confirm', { ...owned, verifiedBy: 'p2', stepSince: NOW - 10 * DAY + 1 }), job, 'closeSilent')],
    ['silence that nobody verified', 'guardFailed', argsOf(stateAt('confirm', { ...owned, stepSince: NOW - 30 * DAY }), job, 'closeSilent')],
  ])('%s', (_name, code, args) => {
    expect(failure(args).code).toBe(code)
  })

  it('says what a conflict is about', () => {
    expect(failure(argsOf(atWork, staff('p1'), 'done', { expectedRevision: 5 })).detail).toEqual({ expected: 5, revision: 7, step: 'handling' })
  })

  it('names the guard, and the fields', () => {
    expect(failure(argsOf(atWork, staff('p9'), 'done')).detail).toMatchObject({ guard: 'isOwner' })
    expect(failure(argsOf(atWork, staff('p1'), 'done', { input: { outcome: 'magic' } })).fields).toEqual([
      { field: 'outcome', code: 'notOffered' },
      { field: 'reply', code: 'required' },
    ])
  })

  it('takes no lead who is also a co-handler', () => {
    const input = { lead: { team: 't1', unit: 'u1' }, parties: [{ team: 't2' }, { team: 't1' }] }
    expect(failure(argsOf(stateAt('routing'), staff('p1'), 'coordinate', { input })).fields).toEqual([{ field: 'parties.1', code: 'duplicate' }])
    const agreed = stateAt('coordination', { ...owned, parties: [{ team: 't2' }] })
    expect(failure(argsOf(agreed, staff('p1'), 'agree', { input: { parties: [{ person: 'p1' }] } })).fields).toEqual([{ field: 'parties.0', code: 'duplicate' }])
  })

  it('asks for a unit where nobody can be responsible otherwise', () => {
    const homeless = stateAt('routing', { unit: undefined })
    expect(failure(argsOf(homeless, staff('p1'), 'assign', { input: { lead: { team: 't1' } } })).fields).toEqual([{ field: 'lead.unit', code: 'required' }])
  })

  it('lets no rule close, whatever the workflow says', () => {
    const workflow = withTransition('withdraw', { actors: ['rule'] })
    expect(failure(argsOf(stateAt('intake'), rule, 'withdraw', { workflow })).detail).toMatchObject({ guard: 'verified' })
    const verified = stateAt('intake', { verifiedBy: 'p2' })
    expect(failure(argsOf(verified, rule, 'withdraw', { workflow })).detail).toMatchObject({ guard: 'silence' })
  })
})

describe('what a transition does', () => {
  it('accepts: first-asked is the actor’s unit, and stays', () => {
    expect(applyTransition(argsOf(stateAt('intake'), staff('p1', 'u7'), 'accept')).patch).toEqual({
      step: 'routing', phase: 'routing', revision: 8, stepSince: NOW, firstUnit: 'u7',
    })
    const again = applyTransition(argsOf(stateAt('intake', { firstUnit: 'u2' }), staff('p1', 'u7'), 'accept'))
    expect(again.state.firstUnit).toBe('u2')
    expect(applyTransition(argsOf(stateAt('intake'), staff('p1'), 'accept')).state.firstUnit).toBe('u1')
  })

  it('rejects with who is responsible instead, in words for the reporter', () => {
    const input = { reason: '不属于职责', responsible: '供电公司' }
    const result = applyTransition(argsOf(stateAt('intake'), staff('p1', 'u7'), 'reject', { input }))
    expect(result.patch).toMatchObject({ step: 'archive', outcome: 'rejected', archivedAt: NOW, ownerUnit: 'u1' })
    expect(result.residentLine?.zh).toBe('这件事不由我们负责，请联系：供电公司')
    expect(result.texts).toEqual([
      { role: 'reason', text: '不属于职责', readers: 'staff' },
      { role: 'responsible', text: '供电公司', readers: 'reporter' },
    ])
    expect(result.assignments).toEqual({ ended: [], started: [] })
    expect(JSON.stringify(result.event)).not.toContain('供电公司')
  })

  it('assigns a team: the matter’s own unit becomes the owner unit', () => {
    const result = applyTransition(argsOf(stateAt('routing'), staff('p1'), 'assign', { input: { lead: { team: 't1' } } }))
    expect(result.patch).toMatchObject({ step: 'handling', ownerUnit: 'u1', ownerTeam: 't1', ownerPerson: null, parties: [] })
    expect(result.assignments).toEqual({ ended: [], started: [{ role: 'lead', party: { unit: 'u1', team: 't1' } }] })
    expect(result.signals).toEqual(['assigned'])
    expect(result.event).toMatchObject({ lead: { team: 't1' }, fromPhase: 'routing', toPhase: 'handling', at: NOW, revision: 8, round: 1 })
  })

  it('a trusted rule assigns', () => {
    const result = applyTransition(argsOf(stateAt('routing'), rule, 'assign', { input: { lead: { unit: 'u5' } }, can: () => false }))
    expect(result.event.actor).toEqual(rule)
  })

  it('coordinates, agrees on other parts, and keeps notes out of the event', () => {
    const input = { lead: { team: 't1' }, parties: [{ team: 't2', note: '清运' }, { team: 't3' }] }
    const first = applyTransition(argsOf(stateAt('routing'), staff('p1'), 'coordinate', { input }))
    expect(first.assignments.started.map((share) => share.role)).toEqual(['lead', 'party', 'party'])
    expect(first.event.parties).toEqual([{ team: 't2' }, { team: 't3' }])
    const agreed = applyTransition(argsOf(first.state, staff('p1'), 'agree', { input: { parties: [{ team: 't2', note: '清运垃圾' }] } }))
    expect(agreed.assignments.ended.map((share) => share.party)).toEqual([{ team: 't2', note: '清运' }, { team: 't3' }])
    expect(agreed.assignments.started.map((share) => share.party)).toEqual([{ team: 't2', note: '清运垃圾' }])
    expect(applyTransition(argsOf(first.state, staff('p1'), 'agree')).state.parties).toEqual(input.parties)
  })

  it('escalates: the unit above becomes the owner, and the unit above that is not known yet', () => {
    const before = stateAt('coordination', { ...owned, ownerUnitParent: 'u0', parties: [{ unit: 'u0' }, { team: 't2' }] })
    const result = applyTransition(argsOf(before, staff('p1'), 'escalate', { input: { reason: '谈不拢' } }))
    expect(result.patch).toEqual({ step: 'coordination', phase: 'coordination', revision: 8, ownerUnit: 'u0', ownerTeam: null, ownerPerson: null, parties: [{ team: 't2' }] })
    expect(result.state.ownerUnitParent).toBeUndefined()
    expect(result.assignments.ended.map((share) => share.role)).toEqual(['lead', 'party'])
    expect(result.assignments.started).toEqual([{ role: 'lead', party: { unit: 'u0' } }])
  })

  it('done: everybody who worked counts as a handler', () => {
    const before = stateAt('handling', { ...owned, handlers: ['p4', 'p5'] })
    const result = applyTransition(argsOf(before, staff('p6'), 'done', { input: { ...done, photos: ['f1'] }, actorTeams: ['t1'] }))
    expect([...(result.patch.handlers ?? [])].sort()).toEqual(['p1', 'p4', 'p5', 'p6'])
    expect(result).toMatchObject({ outcome: 'solved', reply: '已修好', signals: ['handled', 'replied'], event: { outcome: 'solved', photos: ['f1'] } })
    expect(result.assignments).toEqual({ ended: [], started: [] })
  })

  it('is not done while a co-handler has an open part', () => {
    const before = stateAt('handling', { ...owned, parties: [{ person: 'p4' }] })
    expect(failure(argsOf(before, staff('p1'), 'done', { input: done })).detail).toMatchObject({ guard: 'sharesEnded' })
  })

  it('asks for more time, and somebody who does not work on it decides', () => {
    const asked = applyTransition(argsOf(stateAt('handling', owned), staff('p6'), 'requestTime', { input: { reason: '等备件' }, actorTeams: ['t1'] }))
    expect([asked.state.step, asked.signals]).toEqual(['awaitTime', []])
    const input = { minutes: 420, reason: '理由充分' }
    for (const asker of ['p1', 'p6']) expect(failure(argsOf(asked.state, staff(asker), 'grantTime', { input })).detail).toMatchObject({ guard: 'notAsker' })
    const granted = applyTransition(argsOf(asked.state, staff('p9'), 'grantTime', { input }))
    expect([granted.state.step, granted.extendMinutes, granted.state.ownerPerson]).toEqual(['handling', 420, 'p1'])
    expect(applyTransition(argsOf(asked.state, staff('p9'), 'refuseTime', { input })).extendMinutes).toBeUndefined()
  })

  it('brings parties together in the middle of the work, and the lead stays', () => {
    const result = applyTransition(argsOf(stateAt('handling', owned), staff('p9'), 'bringTogether', { input: { parties: [{ team: 't2' }], reason: '要两家一起' } }))
    expect(result.state).toMatchObject({ ...owned, step: 'coordination', parties: [{ team: 't2' }] })
    expect(result.assignments).toEqual({ ended: [], started: [{ role: 'party', party: { team: 't2' } }] })
  })

  it('an objection ends the assignments and goes back to the dispatcher', () => {
    const result = applyTransition(argsOf(stateAt('handling', { ...owned, parties: [{ team: 't2' }] }), staff('p1'), 'object', { input: { reason: '不归我队' } }))
    expect(result.state).toMatchObject({ step: 'routing', parties: [], ownerUnit: undefined, ownerTeam: undefined, ownerPerson: undefined })
    expect(result.assignments.ended).toHaveLength(2)
  })

  it('waits, and goes back to where it came from', () => {
    const waiting = applyTransition(argsOf(stateAt('handling', owned), staff('p1'), 'askReporter', { input: { reply: '哪一栋?' } }))
    expect(waiting.patch).toMatchObject({ step: 'waitReporter', previousStep: 'handling' })
    const answered = applyTransition(argsOf(waiting.state, reporter, 'reporterAnswers', { input: { answer: '三号楼' } }))
    expect(answered.patch).toMatchObject({ step: 'handling', previousStep: null })
    expect(answered.signals).toEqual(['resumed'])
  })

  it('extends the clock and nothing else', () => {
    const result = applyTransition(argsOf(stateAt('handling', owned), staff('p2'), 'extend', { input: { minutes: '480', reason: '等备件' } }))
    expect(result.patch).toEqual({ step: 'handling', phase: 'handling', revision: 8 })
    expect(result).toMatchObject({ extendMinutes: 480, signals: ['extended'] })
  })

  it('sends back: one return more, verification and outcome forgotten, the same people at work', () => {
    const before = stateAt('confirm', { ...owned, verifiedBy: 'p2', outcome: 'solved', handlers: ['p1'] })
    const result = applyTransition(argsOf(before, reporter, 'reporterNotSolved', { input: { reason: '又漏了' } }))
    expect(result.state).toMatchObject({ step: 'handling', returns: 1, verifiedBy: undefined, outcome: undefined, handlers: ['p1'], ownerPerson: 'p1', round: 1 })
    expect(result.signals).toEqual(['returned'])
  })

  it('archives: the owner’s name stays, the assignments end', () => {
    const before = stateAt('confirm', { ...owned, verifiedBy: 'p2', outcome: 'solved' })
    const result = applyTransition(argsOf(before, reporter, 'confirmSolved', { input: { rating: '4' } }))
    expect(result.state).toMatchObject({ archivedAt: NOW, ownerTeam: 't1', rating: 4, outcome: 'solved' })
    expect(result.assignments.ended).toEqual([{ role: 'lead', party: { unit: 'u1', team: 't1', person: 'p1' } }])
  })

  it('archives by silence on its day', () => {
    const before = stateAt('confirm', { ...owned, verifiedBy: 'p2', outcome: 'solved', stepSince: NOW - 10 * DAY })
    expect(applyTransition(argsOf(before, job, 'closeSilent')).state.step).toBe('archive')
  })

  it('reopens as a new round for the dispatcher', () => {
    const before = stateAt('archive', { ...owned, archivedAt: NOW - DAY, verifiedBy: 'p2', outcome: 'solved', rating: 2, handlers: ['p1'], returns: 1 })
    const result = applyTransition(argsOf(before, reporter, 'reporterReopen', { input: { reason: '又坏了' } }))
    expect(result.state).toMatchObject({ step: 'routing', round: 2, returns: 1, handlers: [], verifiedBy: undefined, outcome: undefined, rating: undefined, archivedAt: undefined, ownerUnit: undefined })
    expect(result.assignments).toEqual({ ended: [], started: [] })
    expect(result.event.round).toBe(2)
  })

  it('merges, and undoes it', () => {
    const merged = applyTransition(argsOf(stateAt('routing'), staff('p1'), 'mergeInto', { input: { target: 'm2' } }))
    expect(merged.state).toMatchObject({ step: 'archive', mergedInto: 'm2', outcome: 'merged' })
    const closedFrom = { step: 'routing', parties: [] }
    const undone = applyTransition(argsOf({ ...merged.state, closedFrom }, staff('p1'), 'undoMerge', { input: { reason: '不是同一件' } }))
    expect(undone.state).toMatchObject({ step: 'routing', mergedInto: undefined, outcome: undefined, round: 1, archivedAt: undefined, ownerUnit: undefined })
    expect([undone.assignments.started, undone.signals]).toEqual([[], ['restored']])
  })

  it('undoing a merge gives the work back to those who had it, in the same round', () => {
    const before = stateAt('handling', { ...owned, parties: [{ team: 't2', note: '清运' }], handlers: ['p1'] })
    const merged = applyTransition(argsOf(before, staff('p9'), 'mergeInto', { input: { target: 'm2' } }))
    const lead = { unit: 'u1', team: 't1', person: 'p1' }
    const closedFrom = { step: 'handling', lead, parties: before.parties }
    const undone = applyTransition(argsOf({ ...merged.state, closedFrom }, staff('p9'), 'undoMerge', { input: { reason: '不是同一件' } }))
    expect(undone.state).toMatchObject({ ...owned, step: 'handling', round: 1, parties: before.parties, handlers: ['p1'], outcome: undefined })
    expect(undone.assignments).toEqual({ ended: [], started: [{ role: 'lead', party: lead }, { role: 'party', party: { team: 't2', note: '清运' } }] })
  })

  it('goes back into a wait that was merged, and out of it to where that was entered from', () => {
    const closedFrom = { step: 'waitThird', previousStep: 'handling', lead: { unit: 'u1' }, parties: [] }
    const merged = stateAt('archive', { archivedAt: NOW, mergedInto: 'm2', outcome: 'merged', closedFrom })
    const undone = applyTransition(argsOf(merged, staff('p1', 'u1'), 'undoMerge', { input: { reason: '不是同一件' } }))
    expect(undone.state).toMatchObject({ step: 'waitThird', previousStep: 'handling' })
    expect(applyTransition(argsOf(undone.state, staff('p1', 'u1'), 'resume')).state.step).toBe('handling')
  })

  it('is not undone where nothing tells how it stood', () => {
    const merged = stateAt('archive', { archivedAt: NOW, mergedInto: 'm2', outcome: 'merged' })
    expect(failure(argsOf(merged, staff('p1'), 'undoMerge', { input: { reason: '不是同一件' } })).code).toBe('illegalStep')
  })

  it('dates the parts that name no day with the matter', () => {
    const input = { lead: { team: 't1' }, parties: [{ team: 't2', dueAt: NOW + DAY }, { team: 't3' }] }
    const result = applyTransition(argsOf(stateAt('routing', { dueAt: NOW + 5 * DAY }), staff('p1'), 'coordinate', { input }))
    expect(result.state.parties.map(({ dueAt }) => dueAt)).toEqual([NOW + DAY, NOW + 5 * DAY])
  })

  it('rates an archived matter and leaves all else', () => {
    const result = applyTransition(argsOf(stateAt('archive', { archivedAt: NOW - 90 * DAY, outcome: 'solved', verifiedBy: 'p2' }), reporter, 'rate', { input: { rating: 5 } }))
    expect(result.patch).toEqual({ step: 'archive', phase: 'archive', revision: 8, rating: 5 })
  })
})
