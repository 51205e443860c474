import { describe, expect, it } from 'vitest'
import type { Grant, Permission } from '../access/types'
import { isFor, mayCheckAt, seeReach, type Checker, type RoundShare } from './rounds'

const nobody: Checker = { teams: [], unitPaths: [], posts: [] }
const officer: Checker = { ...nobody, posts: [{ post: 'officer', paths: ['/a/b/'] }] }

describe('isFor', () => {
  it.each<[string, RoundShare, Checker, string, boolean]>([
    ['anybody, whoever it is', { kind: 'anybody' }, nobody, '/a/', true],
    ['a team’s member', { kind: 'team', team: 't' }, { ...nobody, teams: ['s', 't'] }, '/a/', true],
    ['another team’s member', { kind: 'team', team: 't' }, { ...nobody, teams: ['s'] }, '/a/', false],
    ['somebody of the unit', { kind: 'unit', path: '/a/' }, { ...nobody, unitPaths: ['/a/'] }, '/x/', true],
    ['somebody of a unit below', { kind: 'unit', path: '/a/' }, { ...nobody, unitPaths: ['/a/b/'] }, '/x/', true],
    ['somebody of the unit above', { kind: 'unit', path: '/a/b/' }, { ...nobody, unitPaths: ['/a/'] }, '/a/b/', false],
    ['a neighbour whose id begins alike', { kind: 'unit', path: '/a/' }, { ...nobody, unitPaths: ['/ab/'] }, '/a/', false],
    ['the post where the place is', { kind: 'post', post: 'officer' }, officer, '/a/b/', true],
    ['the post above the place', { kind: 'post', post: 'officer' }, officer, '/a/b/c/', true],
    ['the post below the place', { kind: 'post', post: 'officer' }, officer, '/a/', false],
    ['the post elsewhere', { kind: 'post', post: 'officer' }, officer, '/d/', false],
    ['another post', { kind: 'post', post: 'head' }, officer, '/a/b/', false],
    ['the post, of a place that lies nowhere', { kind: 'post', post: 'officer' }, officer, '', true],
    ['no post, of a place that lies nowhere', { kind: 'post', post: 'officer' }, nobody, '', false],
  ])('%s', (_case, share, checker, path, answer) => expect(isFor(share, checker, path)).toBe(answer))
})

describe('mayCheckAt', () => {
  const holds = (permissions: Permission[], more: Partial<Grant> = {}): Grant => ({ role: 'r', permissions, ...more })
  const team: RoundShare = { kind: 'team', team: 't' }
  const member: Checker = { ...nobody, teams: ['t'] }
  const VIEW: Permission[] = ['register.view']

  it.each<[string, { grants: Grant[]; share?: RoundShare; checker?: Checker; viewers?: string[]; path?: string }, boolean]>([
    ['a member who only sees the register', { grants: [holds(VIEW)] }, true],
    ['a member who does not see it', { grants: [holds(['matter.view'])] }, false],
    ['somebody else who may change it', { grants: [holds(['register.edit'])], checker: nobody }, false],
    ['a member whose grant reaches elsewhere', { grants: [holds(VIEW, { unitPath: '/b/' })] }, false],
    ['a member appointed for just this team', { grants: [holds(VIEW, { team: 't' })] }, true],
    ['a member appointed for another team', { grants: [holds(VIEW, { team: 's' })] }, false],
    ['a member appointed for this team below a unit, beyond it', { grants: [holds(VIEW, { team: 't', unitPath: '/b/' })] }, false],
    ['a member appointed for categories', { grants: [holds(VIEW, { categoryPaths: ['/c/'] })] }, false],
    ['a member whose role the register does not name', { grants: [holds(VIEW)], viewers: ['other'] }, false],
    ['a member whose role it names', { grants: [holds(VIEW)], viewers: ['r'] }, true],
    ['a member, of a place that lies nowhere', { grants: [holds(VIEW)], path: '' }, true],
    ['a viewer, where nobody is named', { grants: [holds(VIEW)], share: { kind: 'anybody' } }, false],
    ['an editor, where nobody is named', { grants: [holds(['register.edit'])], share: { kind: 'anybody' } }, true],
    ['an editor for a team, where nobody is named', { grants: [holds(['register.edit'], { team: 't' })], share: { kind: 'anybody' } }, false],
  ])('%s', (_case, { grants, share = team, checker = member, viewers = [], path = '/a/' }, answer) => {
    const asked = { register: { office: 'o', viewers, editors: [] }, share, checker, now: 0 }
    expect(mayCheckAt({ id: 'p', office: 'o', grants }, asked, path)).toBe(answer)
    expect(mayCheckAt({ id: 'p', office: 'other', grants }, asked, path)).toBe(false)
  })

  it('shows a place to whoever sees the entry, whoever it is for', () => {
    const asked = { register: { office: 'o', viewers: [], editors: [] }, share: team, now: 0 }
    expect(seeReach({ id: 'p', office: 'o', grants: [holds(VIEW)] }, asked)).toEqual({ all: true })
    expect(seeReach({ id: 'p', office: 'o', grants: [holds(VIEW, { team: 's' })] }, asked)).toEqual({ all: false, paths: [], unplaced: false })
  })
})
