import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levels, makeUnit } from './grid.fixture'
import { holdsAt, staffingGaps } from './staffing'
import type { Membership, StaffingRule, Unit } from './types'

const units: Unit[] = [makeUnit({ id: 'a', lead: 'lin' }), makeUnit({ id: 'b' }), makeUnit({ id: 'shut', active: false }), makeUnit({ id: 'x', level: 'two' })]
const officer = (person: string, covered: string[], rest: Partial<Membership> = {}): Membership => ({ person, post: 'officer', units: covered, ...rest })
const gaps = (rule: StaffingRule, memberships: Membership[], serving?: Set<string>) =>
  staffingGaps({ units, levels: levels.map((level) => (level.id === 'one' ? { ...level, staffing: [rule] } : level)), memberships, serving, now: 1000 })
const told = (rule: StaffingRule, memberships: Membership[], serving?: Set<string>) =>
  gaps(rule, memberships, serving).map(({ code, unit, person, params }) => [code, unit ?? person, params.actual].filter((part) => part !== undefined).join(' '))

describe('staffingGaps', () => {
  it.each<[string, StaffingRule, Membership[], string[]]>([
    ['a unit without a lead', { kind: 'leadRequired' }, [], ['noLead b']],
    ['nobody there', { kind: 'size', min: 1 }, [], ['tooFewPeople a 0', 'tooFewPeople b 0']],
    ['one unit staffed', { kind: 'size', min: 1 }, [officer('p', ['a'])], ['tooFewPeople b 0']],
    ['the same person twice is one', { kind: 'size', min: 2 }, [officer('p', ['a', 'b']), officer('p', ['a'], { team: 't' }), officer('q', ['b'])], ['tooFewPeople a 1']],
    ['too many', { kind: 'size', max: 1 }, [officer('p', ['a']), officer('q', ['a'])], ['tooManyPeople a 2']],
    ['another post does not count', { kind: 'size', post: 'medic', max: 0 }, [officer('p', ['a', 'b'])], []],
    ['people of a sub-unit count there', { kind: 'size', max: 0 }, [officer('p', ['x'])], []],
    ['left already', { kind: 'size', max: 0 }, [officer('p', ['a'], { until: 1000 })], []],
    ['not yet there', { kind: 'size', max: 0 }, [officer('p', ['a'], { from: 1001 })], []],
    ['one person, one unit', { kind: 'unitsPerPerson', post: 'officer', min: 1, max: 1 }, [officer('p', ['a']), officer('q', ['a', 'b'])], ['tooManyUnits q 2']],
    ['over two memberships', { kind: 'unitsPerPerson', max: 1 }, [officer('p', ['a']), officer('p', ['b'], { team: 't' })], ['tooManyUnits p 2']],
    ['one person, several units', { kind: 'unitsPerPerson', post: 'officer', min: 2 }, [officer('p', ['a']), officer('q', ['a', 'b'])], ['tooFewUnits p 1']],
    ['holds the post and covers nothing', { kind: 'unitsPerPerson', post: 'officer', min: 1 }, [officer('p', [])], ['tooFewUnits p 0']],
    ['covers another level with the same post', { kind: 'unitsPerPerson', post: 'officer', min: 1 }, [officer('p', ['x'])], []],
    ['no post named, covers nothing', { kind: 'unitsPerPerson', min: 1 }, [officer('p', [])], []],
    ['covers a closed unit', { kind: 'size', max: 9 }, [officer('p', ['shut', 'gone', 'a'])], ['coversClosedUnit shut', 'coversClosedUnit gone']],
  ])('%s', (_, rule, memberships, expected) => {
    expect(told(rule, memberships)).toEqual(expected)
  })

  it('names a lead who left, if told who serves', () => {
    expect(told({ kind: 'leadRequired' }, [], new Set(['lin']))).toEqual(['noLead b'])
    expect(gaps({ kind: 'leadRequired' }, [], new Set()).map(({ code, unit, person }) => [code, unit, person])).toEqual([
      ['leadLeft', 'a', 'lin'], ['noLead', 'b', undefined],
    ])
  })

  it('says what is and what should be', () => {
    expect(gaps({ kind: 'size', post: 'officer', min: 5, max: 7 }, [officer('p', ['a', 'b'])])[0]).toEqual(
      { code: 'tooFewPeople', unit: 'a', post: 'officer', params: { actual: 1, min: 5, max: 7 } })
  })

  it('finds a size gap exactly where a count leaves the bounds', () => {
    const people = fc.uniqueArray(fc.record({ person: fc.string({ minLength: 1, maxLength: 3 }), here: fc.boolean() }), { selector: (p) => p.person, maxLength: 12 })
    fc.assert(fc.property(people, fc.nat(6), fc.nat(6), (staff, min, more) => {
      const count = staff.filter(({ here }) => here).length
      const found = gaps({ kind: 'size', min, max: min + more }, staff.map(({ person, here }) => officer(person, here ? ['a'] : ['x'])))
      expect(found.filter(({ unit }) => unit === 'a').map(({ code }) => code))
        .toEqual(count < min ? ['tooFewPeople'] : count > min + more ? ['tooManyPeople'] : [])
    }))
  })
})

describe('holdsAt', () => {
  it.each([[{}, true], [{ from: 1000 }, true], [{ from: 1001 }, false], [{ until: 1000 }, false], [{ until: 1001 }, true]])('%j: %s', (dates, holds) => {
    expect(holdsAt({ person: 'p', units: [], ...dates }, 1000)).toBe(holds)
  })
})
