import { describe, expect, it } from 'vitest'
import { NOW, queue, row } from '../desk.fixture'
import { queueReducer, type QueueState } from './useQueue'

const start = (): QueueState => ({ ...queue(), shownFor: {}, arrivals: 3 })

describe('queueReducer', () => {
  it('keeps the rows in sight while others are asked for, and the filters through a fault', () => {
    const asked = queueReducer(start(), { kind: 'asked', query: { phase: ['intake'] } })
    expect([asked.busy, asked.page.rows.length]).toEqual(['list', 2])
    const failed = queueReducer(asked, { kind: 'failed', error: { code: 'busy' } })
    expect([failed.busy, failed.error?.code, failed.query]).toEqual([undefined, 'busy', { phase: ['intake'] }])
  })

  it('never shows the rows of one question under the filters of another', () => {
    const failed = (query: object) => queueReducer(queueReducer(start(), { kind: 'asked', query }), { kind: 'failed', error: { code: 'busy' } })
    expect([failed({ phase: ['intake'] }).page.rows.length, failed({}).page.rows.length]).toEqual([0, 2])
  })

  it('appends the next page, each row once, keeping the first counts', () => {
    const more = queueReducer(start(), { kind: 'more-came', page: { rows: [row({ id: 'm2' }), row({ id: 'm3' })], at: NOW + 1 } })
    expect(more.page.rows.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3'])
    expect([more.page.next, more.page.counts?.all, more.page.at]).toEqual([undefined, 2, NOW])
  })

  it('counts arrivals without shuffling them in, until a new list comes', () => {
    const counted = queueReducer(start(), { kind: 'arrivals', count: 5 })
    expect([counted.arrivals, counted.page.rows.length]).toEqual([5, 2])
    expect(queueReducer(counted, { kind: 'came', page: { rows: [], at: NOW } }).arrivals).toBe(0)
  })
})
