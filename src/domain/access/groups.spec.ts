import { describe, expect, it } from 'vitest'
import { RIGHT_GROUPS, rightsByGroup, widestReach } from './groups'
import { PERMISSIONS } from './types'

describe('rights by group', () => {
  it('has every right once', () => {
    const listed = rightsByGroup().flatMap(({ permissions }) => permissions)
    expect([...listed].sort()).toEqual([...PERMISSIONS].sort())
    expect(rightsByGroup().map(({ group }) => group)).toEqual([...RIGHT_GROUPS])
  })

  it.each([['matter.view', 'see'], ['contact.reveal', 'see'], ['matter.handle', 'work'], ['register.edit', 'work'], ['matter.publish', 'publish'], ['content.edit', 'publish'], ['grants.edit', 'run'], ['health.view', 'run']] as const)('%s belongs to %s', (permission, group) => {
    expect(rightsByGroup().find((one) => one.permissions.includes(permission))?.group).toBe(group)
  })
})

describe('the widest reach', () => {
  it.each([
    [[], 'nobody'],
    [[{}], 'office'],
    [[{ unitPath: '/a/' }, {}], 'office'],
    [[{ unitPath: '/a/' }], 'unit'],
    [[{ team: 't' }, { unitPath: '/a/' }], 'unit'],
    [[{ team: 't' }], 'team'],
    [[{ categoryPaths: ['/c/'] }], 'category'],
    [[{ unitPath: '/a/', categoryPaths: ['/c/'] }], 'unit'],
  ])('%j is %s', (scopes, reach) => {
    expect(widestReach(scopes)).toBe(reach)
  })
})
