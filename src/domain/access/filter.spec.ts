import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grantArb, factsArb, viewerArb } from './access.fixture'
import { may } from './decide'
import { accessFilter, matches, withoutCovered } from './filter'
import { PERMISSIONS, type FilterRow, type MatterFacts } from './types'

const NOW = 50

describe('accessFilter', () => {
  it('lets through exactly what may() allows', () => {
    fc.assert(
      fc.property(viewerArb, factsArb, fc.constantFrom(...PERMISSIONS), (viewer, facts, permission) => {
        expect(matches(accessFilter(viewer, permission, NOW), facts)).toBe(may(viewer, permission, facts, NOW))
      }),
      { numRuns: 4000 },
    )
  }, 60_000)

  it('meets both answers often enough for the property to mean something', () => {
    const answers = fc.sample(fc.tuple(viewerArb, factsArb), 2000).map(([viewer, facts]) => may(viewer, 'matter.view', facts, NOW))
    expect(answers.filter(Boolean).length).toBeGreaterThan(100)
    expect(answers.filter((answer) => !answer).length).toBeGreaterThan(100)
  })

  it('is never for nobody', () => {
    expect(accessFilter({ id: 'p1', office: 'o1', grants: [] }, 'matter.view', NOW)).toEqual({ kind: 'never' })
  })

  it('says a whole office in one row, not in one per grant', () => {
    const permissions = ['matter.verify', 'matter.viewRestricted'] as const
    const grants = [{ role: 'a', permissions, unitPath: '/a/' }, { role: 'b', permissions }, { role: 'c', permissions, team: 't1' }]
    expect(accessFilter({ id: 'p1', office: 'o1', grants }, 'matter.verify', NOW)).toEqual({ kind: 'anyOf', office: 'o1', rows: [{}] })
  })

  it('drops a scope that names no category', () => {
    const grants = [{ role: 'a', permissions: ['matter.verify'] as const, categoryPaths: [] }]
    expect(accessFilter({ id: 'p1', office: 'o1', grants }, 'matter.verify', NOW)).toEqual({ kind: 'never' })
  })
})

describe('withoutCovered', () => {
  const filterOf = (rows: FilterRow[]) => ({ kind: 'anyOf' as const, office: 'o1', rows })
  const rowArb: fc.Arbitrary<FilterRow> = grantArb.chain((grant) =>
    fc.record({ person: fc.option(fc.constantFrom('p1', 'p2'), { nil: undefined }), confidentiality: fc.option(fc.constant('normal' as const), { nil: undefined }) })
      .map((rest) => ({ unitPath: grant.unitPath, team: grant.team, categoryPaths: grant.categoryPaths, ...rest })),
  )

  it('never changes what is let through', () => {
    fc.assert(
      fc.property(fc.array(rowArb, { maxLength: 6 }), factsArb, (rows, facts: MatterFacts) => {
        expect(matches(filterOf(withoutCovered(rows)), facts)).toBe(matches(filterOf(rows), facts))
      }),
      { numRuns: 2000 },
    )
  }, 60_000)

  it('keeps one of two equal rows', () => {
    expect(withoutCovered([{ team: 't1' }, { team: 't1' }])).toEqual([{ team: 't1' }])
  })
})
