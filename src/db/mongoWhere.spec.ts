import type { Where } from 'payload'
import { describe, expect, it } from 'vitest'
import { wholeIds, withWholeIds } from './mongoWhere'

describe('whole ids', () => {
  it.each<[Where, Where]>([
    [{ id: { equals: 'a,b' } }, { id: { in: ['a,b'] } }],
    [{ id: { not_equals: 'a,b' } }, { id: { not_in: ['a,b'] } }],
    [{ id: { like: 'a,b' } }, { id: { in: ['a,b'] } }],
    [{ id: { equals: 'a' } }, { id: { equals: 'a' } }],
    [{ id: { in: 'a,b' } }, { id: { in: 'a,b' } }],
    [{ title: { equals: 'a,b' } }, { title: { equals: 'a,b' } }],
    [{ and: [{ id: { equals: ',' } }, { or: [{ id: { equals: 'x,' } }] }] }, { and: [{ id: { in: [','] } }, { or: [{ id: { in: ['x,'] } }] }] }],
    [{}, {}],
  ])('%j is asked as %j', (given, expected) => {
    expect(wholeIds(given)).toEqual(expected)
  })

  it('change only the condition of a call, and leave what they were given', () => {
    const calls: unknown[] = []
    const adapter = { name: 'x', find(args: unknown) { calls.push(this === adapter, args) } }
    const args = { collection: 'units', where: { id: { equals: 'a,b' } } }
    withWholeIds(adapter).find?.(args)
    expect(calls).toEqual([true, { collection: 'units', where: { id: { in: ['a,b'] } } }])
    expect(args.where.id).toEqual({ equals: 'a,b' })
  })
})
