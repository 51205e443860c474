import { describe, expect, it } from 'vitest'
import { DOORS, MATTER_FIELDS, mayRead, PUBLISHABLE_FIELDS, readableOf, staffDoor, type Door } from './fields'
import type { MatterFacts, Permission, Viewer } from './types'

const everything = Object.fromEntries(Object.keys(MATTER_FIELDS).map((field) => [field, field]))
const everyField = Object.keys(MATTER_FIELDS)
const seen = (door: Door, published?: string[]): string[] => Object.keys(readableOf(everything, door, published))

describe('fields through the doors', () => {
  it('the public sees nothing by itself, and of what was published only what may be', () => {
    expect(seen('public')).toEqual([])
    expect(seen('public', everyField)).toEqual([...PUBLISHABLE_FIELDS])
    expect(seen('public', ['title', 'ownerPerson', 'lng', 'receiptCode'])).toEqual(['title'])
  })

  it('publishable are matters and places, never persons, positions or answers', () => {
    expect([...PUBLISHABLE_FIELDS]).toEqual(['type', 'category', 'unit', 'address', 'title', 'text', 'phase', 'outcome', 'ownerUnit', 'ownerTeam', 'receivedAt', 'archivedAt'])
  })

  it('a reporter sees no colleague’s name, no other matter and no inner working', () => {
    const own = seen('reporter')
    for (const field of ['ownerPerson', 'registeredBy', 'handlers', 'verifiedBy', 'parent', 'mergedInto', 'participants', 'tags', 'severity', 'source', 'path']) expect(own).not.toContain(field)
    for (const field of ['text', 'answers', 'dueAt', 'revision', 'outcome', 'ownerTeam', 'silenceAt']) expect(own).toContain(field)
  })

  it.each(['receiptCode', 'wordHash', 'idempotencyKey', 'searchText'])('%s leaves through no door', (field) => {
    for (const door of DOORS) expect(mayRead(field, door, everyField)).toBe(false)
  })

  it('who may not open a restricted matter reads nothing of it', () => {
    expect(seen('staffWithoutRestricted', everyField)).toEqual([])
  })

  it('every door sees part of what staff see', () => {
    for (const door of DOORS) expect(seen(door, everyField).filter((field) => !seen('staff').includes(field))).toEqual([])
  })

  it.each(['contact', '__proto__', 'constructor', 'toString'])('%s, which the table does not name, is read by nobody', (field) => {
    expect(readableOf({ [field]: 1 }, 'staff', [field])).toEqual({})
  })
})

describe('staffDoor', () => {
  const viewer = (permissions: Permission[]): Viewer => ({ id: 'p1', office: 'o1', grants: [{ role: 'r', permissions, unitPath: '/a/' }] })
  const facts = (more: Partial<MatterFacts>): MatterFacts => ({ office: 'o1', path: '/a/', categoryPath: '/x/', confidentiality: 'normal', teams: [], persons: [], ...more })
  it.each<[string, Door | undefined, Viewer, MatterFacts]>([
    ['within scope', 'staff', viewer(['matter.view']), facts({})],
    ['out of scope', undefined, viewer(['matter.view']), facts({ path: '/b/' })],
    ['restricted', 'staffWithoutRestricted', viewer(['matter.view']), facts({ confidentiality: 'restricted' })],
    ['restricted, with the right', 'staff', viewer(['matter.view', 'matter.viewRestricted']), facts({ confidentiality: 'restricted' })],
    ['restricted, with a share', 'staff', viewer(['matter.view']), facts({ confidentiality: 'restricted', persons: ['p1'] })],
    ['restricted and out of scope', undefined, viewer(['matter.view']), facts({ confidentiality: 'restricted', path: '/b/' })],
  ])('%s', (_name, expected, who, what) => {
    expect(staffDoor(who, what, 50)).toBe(expected)
  })
})
