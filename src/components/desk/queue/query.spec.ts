import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PHASES } from '../../../domain/workflow/types'
import { CLOCK_FILTERS, QUEUE_SORTS, type QueueQuery } from '../types'
import { changed, conditionCount, parseQuery, queryString, sameQuery } from './query'

const inOrder = <T extends string>(known: readonly T[]) => fc.subarray([...known], { minLength: 1 })
const ids = fc.uniqueArray(fc.stringMatching(/^[a-z:0-9]{1,8}$/), { minLength: 1, maxLength: 5 })
const day = fc.integer({ min: 0, max: 5000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
const word = fc.string({ minLength: 1, maxLength: 30 }).map((text) => text.trim()).filter(Boolean)

const anyQuery: fc.Arbitrary<QueueQuery> = fc.record({
  view: word, category: ids, unit: word, phase: inOrder(PHASES), step: ids, owner: ids, source: ids, clock: inOrder(CLOCK_FILTERS), tag: ids,
  from: day, to: day, closedOn: day, text: word, returned: fc.constant(true), closed: fc.constant(true), sort: fc.constantFrom(...QUEUE_SORTS),
}, { requiredKeys: [] })

describe('parseQuery and queryString', () => {
  it('read each other', () => {
    fc.assert(fc.property(anyQuery, (query) => {
      expect(parseQuery(queryString(query))).toEqual(query)
    }))
  })

  it.each([
    ['phase=handling&phase=nonsense', { phase: ['handling'] }],
    ['clock=late&clock=drop', { clock: ['late'] }],
    ['sort=owner', {}],
    ['from=yesterday&to=2026-11-24', { to: '2026-11-24' }],
    ['text=++&view=', {}],
    ['returned=0&closed=1', { closed: true }],
    ['category=a&category=a', { category: ['a'] }],
    [`text=${'x'.repeat(300)}`, { text: 'x'.repeat(200) }],
  ])('%s', (search, query) => {
    expect(parseQuery(search)).toEqual(query)
  })
})

describe('changed', () => {
  it('leaves the saved view when a condition changes, not when the order does', () => {
    const query: QueueQuery = { view: 'v1', phase: ['handling'] }
    expect(changed(query, { clock: ['late'] })).toEqual({ phase: ['handling'], clock: ['late'] })
    expect(changed(query, { sort: 'received' })).toEqual({ view: 'v1', phase: ['handling'], sort: 'received' })
  })

  it('drops what was emptied', () => {
    expect(changed({ phase: ['handling'], text: 'x' }, { phase: [], text: undefined })).toEqual({})
  })
})

it('counts conditions without order and view', () => {
  expect(conditionCount({ view: 'v', sort: 'due', phase: ['handling'], tag: [] })).toBe(1)
  expect(sameQuery({ tag: [] }, {})).toBe(true)
})
