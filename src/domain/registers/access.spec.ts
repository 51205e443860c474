import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grant, Viewer } from '../access/types'
import { entryReach, mayEntry, reaches, type RegisterRights, type RegisterVerb } from './access'

const NOW = 1000
const open: RegisterRights = { office: 'o', viewers: [], editors: [] }
const closed: RegisterRights = { office: 'o', viewers: ['officer'], editors: ['keeper'] }
const viewer = (...grants: Partial<Grant>[]): Viewer => ({ id: 'p', office: 'o', grants: grants.map((grant) => ({ role: 'officer', permissions: ['register.view'], ...grant })) })
const both = { permissions: ['register.view', 'register.edit'] as const }

describe('mayEntry', () => {
  it.each<[string, Viewer, RegisterVerb, RegisterRights, string, boolean]>([
    ['the permission in the whole office', viewer({}), 'view', open, '/a/', true],
    ['seeing is not changing', viewer({}), 'edit', open, '/a/', false],
    ['whoever may change, sees', viewer({ permissions: ['register.edit'] }), 'view', open, '/a/', true],
    ['no permission, no entry', viewer({ permissions: ['matter.view', 'structure.edit'] }), 'view', open, '/a/', false],
    ['a scope above the unit', viewer({ unitPath: '/a/' }), 'view', open, '/a/b/', true],
    ['a scope beside the unit', viewer({ unitPath: '/a/' }), 'view', open, '/b/', false],
    ['a scope below the unit', viewer({ unitPath: '/a/b/' }), 'view', open, '/a/', false],
    ['a neighbour whose id begins alike', viewer({ unitPath: '/a/' }), 'view', open, '/ab/', false],
    ['a role the register names', viewer({}), 'view', closed, '/a/', true],
    ['a role it does not name', viewer({ role: 'guest' }), 'view', closed, '/a/', false],
    ['a viewer’s role does not edit', viewer(both), 'edit', closed, '/a/', false],
    ['an editor’s role does', viewer({ ...both, role: 'keeper' }), 'edit', closed, '/a/', true],
    ['an editor’s role sees, too', viewer({ ...both, role: 'keeper' }), 'view', closed, '/a/', true],
    ['role and scope of different grants do not add up', viewer({ unitPath: '/a/' }, { role: 'guest' }), 'view', closed, '/b/', false],
    ['role and permission of different grants do not add up', viewer({ permissions: [] }, { role: 'guest' }), 'view', closed, '/a/', false],
    ['a grant for a team', viewer({ team: 't' }), 'view', open, '/a/', false],
    ['a grant for categories', viewer({ categoryPaths: ['/x/'] }), 'view', open, '/a/', false],
    ['a grant that has ended', viewer({ until: NOW }), 'view', open, '/a/', false],
    ['a grant yet to come', viewer({ from: NOW + 1 }), 'view', open, '/a/', false],
    ['an entry without a place is seen from anywhere', viewer({ unitPath: '/a/' }), 'view', open, '', true],
    ['an entry without a place is changed by the whole office', viewer({ ...both, unitPath: '/a/' }), 'edit', open, '', false],
    ['an entry without a place is not for a team’s grant', viewer({ team: 't' }), 'view', open, '', false],
    ['another office', { ...viewer({}), office: 'other' }, 'view', open, '/a/', false],
    ['another office, without a place', { ...viewer({}), office: 'other' }, 'view', open, '', false],
  ])('%s', (_case, who, verb, register, path, answer) => {
    expect(mayEntry(who, { verb, register, now: NOW }, path)).toBe(answer)
  })

  it('agrees with its filter for every viewer, register and place', () => {
    const optional = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined })
    const grant = fc.record({
      role: fc.constantFrom('r1', 'r2', 'r3'), permissions: fc.subarray(['register.view', 'register.edit', 'matter.view'] as const),
      unitPath: optional(fc.constantFrom('/a/', '/a/b/', '/d/', '/a')), team: optional(fc.constantFrom('t')), categoryPaths: optional(fc.constantFrom(['/x/'])),
      from: optional(fc.integer({ min: 0, max: 2000 })), until: optional(fc.integer({ min: 0, max: 2000 })),
    })
    const who: fc.Arbitrary<Viewer> = fc.record({ id: fc.constant('p'), office: fc.constantFrom('o', 'o', 'x'), grants: fc.array(grant, { maxLength: 4 }) })
    const register = fc.record({ office: fc.constant('o'), viewers: fc.subarray(['r1', 'r2']), editors: fc.subarray(['r2', 'r3']) })
    fc.assert(fc.property(who, register, fc.constantFrom<RegisterVerb>('view', 'edit'), fc.constantFrom('', '/a/', '/a/b/', '/a/b/c/', '/ab/', '/d/'), (person, rights, verb, path) => {
      const asked = { verb, register: rights, now: NOW }
      expect(reaches(entryReach(person, asked), path)).toBe(mayEntry(person, asked, path))
    }), { numRuns: 2000, seed: 7 })
  })
})
