import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { decodeCursor, encodeCursor, type KeysetOrder, keysetPage, keysetQuery } from './keyset'

const order: KeysetOrder = { column: 'receivedAt', direction: 'desc' }

describe('a cursor', () => {
  it('brings back any position, as one word for an address', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)), fc.constant(null))
    const id = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(value, id, fc.constantFrom('asc' as const, 'desc' as const), (itsValue, itsId, direction) => {
        const of: KeysetOrder = { column: 'a', direction, nullable: true }
        const cursor = encodeCursor(of, { value: itsValue, id: itsId })
        expect(cursor).toMatch(/^[\w-]+$/)
        expect(decodeCursor(of, cursor)).toEqual({ value: itsValue, id: itsId })
      }),
    )
  })

  const word = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url')
  it.each([
    ['nothing', ''],
    ['no JSON', 'abc'],
    ['another shape', word({ id: 'a' })],
    ['too few parts', word(['receivedAt', 'desc', 'a'])],
    ['another column', word(['dueAt', 'desc', 'a', 'b'])],
    ['another direction', word(['receivedAt', 'asc', 'a', 'b'])],
    ['an object where a value belongs', word(['receivedAt', 'desc', { $gt: '' }, 'b'])],
    ['a list where the id belongs', word(['receivedAt', 'desc', 'a', ['b']])],
    ['nothing where something must be', word(['receivedAt', 'desc', null, 'b'])],
    ['too much', word(['receivedAt', 'desc', 'a'.repeat(2_000), 'b'])],
  ])('is refused when it is %s', (_, cursor) => {
    expect(() => decodeCursor(order, cursor)).toThrow(expect.objectContaining({ code: 'invalid', fields: [{ field: 'cursor', code: 'invalid' }] }))
    expect(() => keysetQuery(order, {}, cursor)).toThrow(expect.objectContaining({ code: 'invalid' }))
  })
})

describe('a page', () => {
  const valueOf = (row: { receivedAt: string }) => row.receivedAt
  const rows = [
    { id: 'c', receivedAt: '3' },
    { id: 'b', receivedAt: '2' },
    { id: 'a', receivedAt: '1' },
  ]

  it('has a next one exactly when a row more than asked for was there', () => {
    expect(keysetPage({ order, rows, limit: 3, valueOf })).toEqual({ rows, next: undefined })
    const { rows: page, next } = keysetPage({ order, rows, limit: 2, valueOf })
    expect(page).toEqual(rows.slice(0, 2))
    expect(decodeCursor(order, next ?? '')).toEqual({ value: '2', id: 'b' })
    expect(keysetPage({ order, rows: [], limit: 2, valueOf })).toEqual({ rows: [], next: undefined })
  })

  it('is asked for as one range of the index, inside the caller\'s own condition', () => {
    const cursor = encodeCursor(order, { value: '2', id: 'b' })
    expect(keysetQuery(order, { phase: { equals: 'intake' } }, cursor)).toEqual({
      sort: ['-receivedAt', '-id'],
      where: {
        and: [
          { phase: { equals: 'intake' } },
          { and: [{ receivedAt: { less_than_equal: '2' } }, { or: [{ receivedAt: { less_than: '2' } }, { id: { less_than: 'b' } }] }] },
        ],
      },
    })
  })
})
