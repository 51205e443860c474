import { describe, expect, it } from 'vitest'
import { isFor, type Checker, type RoundShare } from './rounds'

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
