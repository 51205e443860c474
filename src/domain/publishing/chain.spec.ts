import { describe, expect, it } from 'vitest'
import { ACTS, freshChain, hasExpired, isDue, isLegal, LIVES, move, openActs, refusalOf, stateOf, STEPS, type Act, type Actor, type Chain, type Facts, type Step } from './chain'

const chain = (change: Partial<Chain> = {}): Chain => ({ ...freshChain(), ...change })
const ALL: Actor = { id: 'p', mayEdit: true, mayPublish: true, mayReview: true }
const CLEAR: Facts = { writers: ['w'], reviewers: [], unchanged: true }

const LEGAL: Record<Step, Act[]> = {
  draft: ['submit', 'edit'], review: ['approve', 'sendBack', 'edit'], approved: ['sendBack', 'edit', 'schedule', 'publish'], scheduled: ['sendBack', 'edit', 'unschedule', 'publish'], done: ['edit'],
}

describe('the chain of reviews', () => {
  it.each(STEPS)('lets from %s only what belongs there, whatever is out', (step) => {
    for (const live of LIVES) {
      const out = live === 'published' || live === 'expired'
      const expected = [...LEGAL[step], ...(out || live === 'archived' ? ['withdraw'] : []), ...(step === 'done' && out ? ['archive'] : []), ...(live === 'published' ? ['expire'] : [])]
      expect(ACTS.filter((act) => isLegal(chain({ step, live }), act)).sort()).toEqual([...expected].sort())
    }
  })

  it.each([[0, []], [1, [1]], [2, [1, 2]], [3, [1, 2, 3]]])('takes %i reviews, one after the other, before anything comes out', (levels, expected) => {
    let at = move(chain(), 'submit', levels)!
    const seen: number[] = []
    while (at.step === 'review') {
      seen.push(at.level)
      expect(move(at, 'publish')).toBeUndefined()
      expect(move(at, 'schedule')).toBeUndefined()
      at = move(at, 'approve')!
    }
    expect(seen).toEqual(expected)
    expect(at).toMatchObject({ step: 'approved', level: 0, round: 1 })
    expect(stateOf(move(at, 'publish')!)).toBe('published')
  })

  const VOIDS: readonly Act[] = ['submit', 'edit', 'sendBack', 'withdraw']
  const after = (approvals: number, act: Act): number => (act === 'approve' ? approvals + 1 : VOIDS.includes(act) ? 0 : approvals)

  it('never comes out without as many approvals as its round wants, however one acts', () => {
    // Every walk of six acts, with two reviews wanted.
    const walk = (at: Chain, approvals: number, left: number): void => {
      if (at.step === 'approved' || at.step === 'scheduled') expect(approvals).toBe(2)
      if (left === 0) return
      for (const act of ACTS) {
        const next = move(at, act, 2)
        if (next) walk(next, after(approvals, act), left - 1)
      }
    }
    walk(chain(), 0, 6)
    walk(chain({ step: 'done', live: 'published' }), 0, 6)
  })

  it('loses its reviews with every change of the text, and keeps what is out', () => {
    for (const step of STEPS) expect(move(chain({ step, live: 'published', level: 2, levels: 3 }), 'edit')).toMatchObject({ step: 'draft', level: 0, live: 'published' })
  })

  it.each<[string, Partial<Chain>, Act, Partial<Actor>, Partial<Facts>, string | undefined]>([
    ['the writer approves', { step: 'review', level: 1 }, 'approve', { id: 'w' }, {}, 'ownText'],
    ['somebody else approves', { step: 'review', level: 1 }, 'approve', {}, {}, undefined],
    ['whoever reviewed this round approves again', { step: 'review', level: 2 }, 'approve', {}, { reviewers: ['p'] }, 'reviewedBefore'],
    ['somebody without the role approves', { step: 'review', level: 1 }, 'approve', { mayReview: false }, {}, 'noRight'],
    ['a text that changed is approved', { step: 'review', level: 1 }, 'approve', {}, { unchanged: false }, 'changed'],
    ['a text that changed is put out', { step: 'approved' }, 'publish', {}, { unchanged: false }, 'changed'],
    ['a text that changed is sent back', { step: 'approved' }, 'sendBack', {}, { unchanged: false }, undefined],
    ['a draft is put out', {}, 'publish', {}, {}, 'illegalStep'],
    ['somebody who may not publish puts it out', { step: 'approved' }, 'publish', { mayPublish: false }, {}, 'noRight'],
    ['somebody who may not write submits', {}, 'submit', { mayEdit: false }, {}, 'noRight'],
    ['what was never out is withdrawn', {}, 'withdraw', {}, {}, 'illegalStep'],
    ['what is out is withdrawn while it is worked on', { step: 'review', live: 'published' }, 'withdraw', {}, {}, undefined],
    ['what is worked on is archived', { step: 'draft', live: 'published' }, 'archive', {}, {}, 'illegalStep'],
  ])('where %s', (_what, at, act, actor, facts, expected) => expect(refusalOf(chain(at), act, { ...ALL, ...actor }, { ...CLEAR, ...facts })).toBe(expected))

  it('offers nobody what the portal does by itself, nor what would be refused', () => {
    for (const step of STEPS) {
      for (const live of LIVES) {
        const open = openActs(chain({ step, live, level: 1 }), ALL, CLEAR)
        expect(open).not.toContain('edit')
        expect(open).not.toContain('expire')
        for (const act of open) expect(refusalOf(chain({ step, live, level: 1 }), act, ALL, CLEAR)).toBeUndefined()
      }
    }
  })

  it.each([['scheduled', 10, 10, true], ['scheduled', 11, 10, false], ['scheduled', undefined, 10, false], ['approved', 1, 10, false]] as const)('%s for %s at %i is due: %s', (step, at, now, expected) => expect(isDue({ step }, at, now)).toBe(expected))
  it.each([[undefined, 5, false], [5, 5, true], [6, 5, false]])('valid until %s is over at %i: %s', (until, now, expected) => expect(hasExpired(until, now)).toBe(expected))
})
