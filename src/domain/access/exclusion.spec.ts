import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clashes, EXCLUSIVE_KINDS, grantProblem, holdsNow, namingProblem, overlaps, type GrantProposal, type Holding } from './exclusion'
import type { Grant, Viewer } from './types'

const NOW = 50
const granterWith = (more: Partial<Grant> = {}): Viewer => ({ id: 's1', office: 'o1', grants: [{ role: 'sec', permissions: ['grants.edit'], ...more }] })
const granter = granterWith()

describe('grantProblem', () => {
  it.each<[string, string | undefined, Viewer, GrantProposal, Holding[]]>([
    ['an ordinary role', undefined, granter, { person: 'p1' }, []],
    ['one of the three to somebody free', undefined, granter, { person: 'p1', exclusive: 'audit' }, [{ person: 'p1' }]],
    ['the same of the three again', undefined, granter, { person: 'p1', exclusive: 'audit' }, [{ person: 'p1', exclusive: 'audit' }]],
    ['a second of the three', 'exclusive', granter, { person: 'p1', exclusive: 'audit' }, [{ person: 'p1', exclusive: 'owner' }]],
    ['a second, when the first ended before', undefined, granter, { person: 'p1', exclusive: 'audit', from: 40 }, [{ person: 'p1', exclusive: 'owner', until: 40 }]],
    ['a second, while the first still runs', 'exclusive', granter, { person: 'p1', exclusive: 'audit', from: 40 }, [{ person: 'p1', exclusive: 'owner', until: 41 }]],
    ['a second, before one that is to come', 'exclusive', granter, { person: 'p1', exclusive: 'audit' }, [{ person: 'p1', exclusive: 'owner', from: 90 }]],
    ['one of the three, another held by somebody else', undefined, granter, { person: 'p1', exclusive: 'audit' }, [{ person: 'p2', exclusive: 'owner' }]],
    ['an ordinary role to one of the three', undefined, granter, { person: 'p1' }, [{ person: 'p1', exclusive: 'owner' }]],
    ['oneself', 'toSelf', granter, { person: 's1' }, []],
    ['without the right', 'notGranter', { ...granter, grants: [{ role: 'x', permissions: ['grants.view'] }] }, { person: 'p1' }, []],
    ['with a right that ended', 'notGranter', granterWith({ until: NOW }), { person: 'p1' }, []],
    ['more than one’s own scope', 'outsideScope', granterWith({ unitPath: '/a/' }), { person: 'p1' }, []],
    ['beside one’s own scope', 'outsideScope', granterWith({ unitPath: '/a/' }), { person: 'p1', unitPath: '/ab/' }, []],
    ['within one’s own scope', undefined, granterWith({ unitPath: '/a/' }), { person: 'p1', unitPath: '/a/b/', team: 't1' }, []],
    ['a time that ends before it begins', 'endsBeforeStart', granter, { person: 'p1', from: 60, until: 60 }, []],
  ])('%s: %s', (_name, expected, who, proposal, held) => {
    expect(grantProblem({ granter: who, proposal, held, now: NOW })).toBe(expected)
  })
})

describe('namingProblem', () => {
  const held: Holding[] = [{ person: 'o', exclusive: 'owner' }]
  const naming = { owner: 'o', security: 's', audit: 'a', held, used: false, now: NOW }
  it.each<[string, string | undefined, Partial<typeof naming>]>([
    ['two others', undefined, {}],
    ['a second time', 'used', { used: true }],
    ['not the owner', 'notOwner', { owner: 'p1' }],
    ['an owner no more', 'notOwner', { held: [{ person: 'o', exclusive: 'owner', until: NOW }] }],
    ['oneself as security administrator', 'self', { security: 'o' }],
    ['oneself as auditor', 'self', { audit: 'o' }],
    ['one person for both', 'samePerson', { audit: 's' }],
    ['another owner', 'exclusive', { held: [...held, { person: 's', exclusive: 'owner' }] }],
  ])('%s: %s', (_name, expected, more) => {
    expect(namingProblem({ ...naming, ...more })).toBe(expected)
  })
})

describe('separation, whatever is asked for', () => {
  const holdingArb: fc.Arbitrary<Holding> = fc.record({
    person: fc.constantFrom('p1', 'p2'),
    exclusive: fc.option(fc.constantFrom(...EXCLUSIVE_KINDS), { nil: undefined }),
    from: fc.option(fc.nat(20), { nil: undefined }),
    until: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  })

  it('nobody ever holds two of the three at one instant', () => {
    fc.assert(
      fc.property(fc.array(holdingArb, { maxLength: 12 }), fc.nat(20), (wanted, at) => {
        const held: Holding[] = []
        for (const proposal of wanted) if (!grantProblem({ granter, proposal, held, now: NOW })) held.push(proposal)
        for (const person of ['p1', 'p2']) {
          expect(EXCLUSIVE_KINDS.filter((kind) => holdsNow({ person, kind, held, now: at })).length).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('overlap and clash do not depend on the order', () => {
    fc.assert(
      fc.property(holdingArb, holdingArb, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a))
        expect(clashes(a, [b])).toBe(clashes(b, [a]))
      }),
    )
  })
})
