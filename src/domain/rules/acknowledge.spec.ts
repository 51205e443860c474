import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acknowledgementOf, awaitedFrom, binds, isInForce, type BindingDocument } from './acknowledge'

const NOW = 1000
const document = (change: Partial<BindingDocument> = {}): BindingDocument => ({ id: 'd', edition: '2', mustAcknowledge: true, boundTeams: ['a'], effectiveAt: NOW, ...change })
const given = (change: object = {}) => ({ document: 'd', edition: '2', person: 'p', at: NOW, ...change })

describe('a rule document', () => {
  it.each([
    ['its team', {}, ['a', 'b'], true],
    ['another team', {}, ['b'], false],
    ['nobody in a team', {}, [], false],
    ['everybody, where it names no team', { boundTeams: [] }, [], true],
    ['nobody, where nothing is to be acknowledged', { mustAcknowledge: false }, ['a'], false],
  ] as const)('binds %s', (_name, change, teams, expected) => {
    expect(binds(document(change), teams)).toBe(expected)
  })

  it.each([[undefined, true], [NOW, true], [NOW - 1, true], [NOW + 1, false]])('in force from %s: %s', (effectiveAt, expected) => {
    expect(isInForce({ effectiveAt }, NOW)).toBe(expected)
  })

  it.each([
    ['nothing acknowledged', [], 1],
    ['this edition acknowledged', [given()], 0],
    ['an earlier edition', [given({ edition: '1' })], 1],
    ['somebody else', [given({ person: 'q' })], 1],
    ['another document', [given({ document: 'e' })], 1],
  ] as const)('is awaited: %s', (_name, rows, expected) => {
    expect(awaitedFrom({ documents: [document()], given: rows, person: 'p', teams: ['a'], now: NOW })).toHaveLength(expected)
  })

  it('asks nobody before it is in force', () => {
    expect(awaitedFrom({ documents: [document({ effectiveAt: NOW + 1 })], given: [], person: 'p', teams: ['a'], now: NOW })).toEqual([])
  })

  it('asks again for a new edition, whatever was acknowledged before', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('1', '2', '3')), (editions) => {
      const rows = editions.map((edition) => given({ edition }))
      const asked = awaitedFrom({ documents: [document({ edition: '4' })], given: rows, person: 'p', teams: ['a'], now: NOW })
      expect(asked).toHaveLength(1)
      expect(acknowledgementOf(document({ edition: '4' }), 'p', rows)).toBeUndefined()
    }))
  })
})
