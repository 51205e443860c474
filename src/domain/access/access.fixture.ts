import fc from 'fast-check'
import { PERMISSIONS, type Grant, type MatterFacts, type Permission, type Viewer } from './types'

/** Small worlds, so that scopes and matters meet often. */

const paths = ['/a/', '/a/b/', '/a/b/c/', '/a/bb/', '/d/'] as const
const categories = ['/x/', '/x/y/', '/xx/', '/z/'] as const
const optional = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined })

const permissionsArb: fc.Arbitrary<Permission[]> = fc
  .tuple(fc.subarray([...PERMISSIONS], { minLength: 0 }), fc.boolean(), fc.boolean())
  .map(([some, view, restricted]) => [...some.filter((each) => each !== 'matter.viewRestricted'), ...(view ? ['matter.view' as const] : []), ...(restricted ? ['matter.viewRestricted' as const] : [])])

export const grantArb: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom('r1', 'r2'),
  permissions: permissionsArb,
  unitPath: optional(fc.constantFrom(...paths, '/a')),
  team: optional(fc.constantFrom('t1', 't2')),
  categoryPaths: optional(fc.subarray([...categories, '/x'], { minLength: 0 })),
  from: optional(fc.integer({ min: 0, max: 100 })),
  until: optional(fc.integer({ min: 0, max: 100 })),
})

export const viewerArb: fc.Arbitrary<Viewer> = fc.record({
  id: fc.constantFrom('p1', 'p2'),
  office: fc.constantFrom('o1', 'o1', 'o1', 'o2'),
  grants: fc.array(grantArb, { maxLength: 4 }),
})

export const factsArb: fc.Arbitrary<MatterFacts> = fc.record({
  office: fc.constantFrom('o1', 'o1', 'o1', 'o2'),
  path: fc.constantFrom(...paths),
  categoryPath: fc.constantFrom(...categories),
  confidentiality: fc.constantFrom('normal', 'restricted'),
  teams: fc.subarray(['t1', 't2']),
  persons: fc.subarray(['p1', 'p2', 'p3']),
})
