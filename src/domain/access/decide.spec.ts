import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factsArb, viewerArb } from './access.fixture'
import { isCurrent, isUnder, may, mayAnywhere, PERSONAL_PERMISSIONS } from './decide'
import { PERMISSIONS, type Grant, type MatterFacts, type Permission, type Viewer } from './types'

const NOW = 50
const grant = (more: Partial<Grant> = {}): Grant => ({ role: 'r', permissions: ['matter.view', 'matter.handle', 'matter.verify'], ...more })
const viewer = (...grants: Grant[]): Viewer => ({ id: 'p1', office: 'o1', grants })
const facts = (more: Partial<MatterFacts> = {}): MatterFacts => ({
  office: 'o1', path: '/a/b/', categoryPath: '/x/y/', confidentiality: 'normal', teams: ['t1'], persons: ['p9'], ...more,
})
const restricted = facts({ confidentiality: 'restricted' })
const secret: Permission[] = ['matter.view', 'matter.viewRestricted']

describe('may', () => {
  it.each<[string, boolean, Viewer, Permission, MatterFacts]>([
    ['nobody', false, viewer(), 'matter.view', facts()],
    ['the whole office', true, viewer(grant()), 'matter.view', facts()],
    ['another office', false, viewer(grant()), 'matter.view', facts({ office: 'o2' })],
    ['another office, with a share', false, viewer(grant()), 'matter.view', facts({ office: 'o2', persons: ['p1'] })],
    ['a permission not held', false, viewer(grant()), 'matter.archive', facts()],
    ['the unit itself', true, viewer(grant({ unitPath: '/a/b/' })), 'matter.view', facts()],
    ['a unit above', true, viewer(grant({ unitPath: '/a/' })), 'matter.view', facts()],
    ['a unit below', false, viewer(grant({ unitPath: '/a/b/c/' })), 'matter.view', facts()],
    ['a unit whose path begins alike', false, viewer(grant({ unitPath: '/a/' })), 'matter.view', facts({ path: '/ab/' })],
    ['a scope written without its end', false, viewer(grant({ unitPath: '/a' })), 'matter.view', facts({ path: '/ab/' })],
    ['a team with a share', true, viewer(grant({ team: 't1' })), 'matter.view', facts()],
    ['a team without', false, viewer(grant({ team: 't2' })), 'matter.view', facts()],
    ['a category above', true, viewer(grant({ categoryPaths: ['/z/', '/x/'] })), 'matter.view', facts()],
    ['other categories', false, viewer(grant({ categoryPaths: ['/z/'] })), 'matter.view', facts()],
    ['no category at all', false, viewer(grant({ categoryPaths: [] })), 'matter.view', facts()],
    ['unit fits, team does not: AND inside a row', false, viewer(grant({ unitPath: '/a/', team: 't2' })), 'matter.view', facts()],
    ['one row fits by unit, the other by team: OR across rows', true, viewer(grant({ unitPath: '/d/' }), grant({ team: 't1' })), 'matter.view', facts()],
    ['permission in one row, scope in another', false, viewer(grant({ permissions: ['matter.archive'], unitPath: '/d/' }), grant({ permissions: ['matter.view'] })), 'matter.archive', facts()],
    ['not yet', false, viewer(grant({ from: 51 })), 'matter.view', facts()],
    ['from its first instant', true, viewer(grant({ from: 50 })), 'matter.view', facts()],
    ['until just before its last', true, viewer(grant({ until: 51 })), 'matter.view', facts()],
    ['no more at its last', false, viewer(grant({ until: 50 })), 'matter.view', facts()],
    ['restricted, without the right', false, viewer(grant()), 'matter.view', restricted],
    ['restricted, with it in the same row', true, viewer(grant({ permissions: secret })), 'matter.view', restricted],
    ['restricted, with it in another row', false, viewer(grant(), grant({ permissions: ['matter.viewRestricted'] })), 'matter.view', restricted],
    ['restricted, with a share', true, viewer(grant({ unitPath: '/d/' })), 'matter.view', { ...restricted, persons: ['p1'] }],
    ['a share outside one’s scope', true, viewer(grant({ unitPath: '/d/' })), 'matter.handle', facts({ persons: ['p1'] })],
    ['a share is not enough to verify', false, viewer(grant({ unitPath: '/d/' })), 'matter.verify', facts({ persons: ['p1'] })],
    ['a share and no permission anywhere', false, viewer(grant({ permissions: ['matter.note'] })), 'matter.handle', facts({ persons: ['p1'] })],
    ['a share and a permission that ended', false, viewer(grant({ until: 40 })), 'matter.handle', facts({ persons: ['p1'] })],
    ['a team’s share is no personal one', false, viewer(grant({ unitPath: '/d/' })), 'matter.view', facts({ teams: ['t1'] })],
  ])('%s: %s', (_name, expected, who, permission, what) => {
    expect(may(who, permission, what, NOW)).toBe(expected)
  })

  it('needs the permission in some grant in force, whatever the matter', () => {
    fc.assert(
      fc.property(viewerArb, factsArb, fc.constantFrom(...PERMISSIONS), (who, what, permission) => {
        if (may(who, permission, what, NOW)) expect(mayAnywhere(who, permission, NOW)).toBe(true)
      }),
    )
  })

  it('never takes away by granting more', () => {
    fc.assert(
      fc.property(viewerArb, viewerArb, factsArb, fc.constantFrom(...PERMISSIONS), (who, more, what, permission) => {
        const richer = { ...who, grants: [...who.grants, ...more.grants] }
        if (may(who, permission, what, NOW)) expect(may(richer, permission, what, NOW)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives a restricted matter to nobody who has neither the right nor a share', () => {
    fc.assert(
      fc.property(viewerArb, factsArb, fc.constantFrom(...PERMISSIONS), (who, what, permission) => {
        const stripped = { ...who, grants: who.grants.map((each) => ({ ...each, permissions: each.permissions.filter((one) => one !== 'matter.viewRestricted') })) }
        const unshared: MatterFacts = { ...what, confidentiality: 'restricted', persons: [] }
        expect(may(stripped, permission, unshared, NOW)).toBe(false)
      }),
    )
  })
})

describe('mayAnywhere', () => {
  it.each([
    ['in any scope', true, viewer(grant({ unitPath: '/d/', team: 't9' }))],
    ['not in another verb', false, viewer(grant({ permissions: ['matter.note'] }))],
    ['not any more', false, viewer(grant({ until: 50 }))],
  ])('%s', (_name, expected, who) => {
    expect(mayAnywhere(who, 'matter.view', NOW)).toBe(expected)
  })
})

describe('parts', () => {
  it('a share is enough for few, and for no deciding verb', () => {
    expect([...PERSONAL_PERMISSIONS].sort()).toEqual(['matter.attach', 'matter.handle', 'matter.note', 'matter.reply', 'matter.view'])
  })

  it('isCurrent and isUnder at their edges', () => {
    expect(isCurrent({}, NOW)).toBe(true)
    expect(isCurrent({ from: NOW, until: NOW }, NOW)).toBe(false)
    expect(isUnder('/a/', '/a/')).toBe(true)
    expect(isUnder('/a/', '/')).toBe(true)
    expect(isUnder('/a/', '')).toBe(false)
  })
})
