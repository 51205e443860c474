import { describe, expect, it } from 'vitest'
import { desk, queue } from '../desk.fixture'
import type { QueueQuery } from '../types'
import { clearing, isSet, slotWord, type SlotName } from './describe'

const options = { ...queue().options, categories: ['a', 'b', 'c', 'd'].map((id) => ({ id, name: `类${id}`, depth: 0 })), named: { u1: '东片', p1: '王一' } }
const say = (name: SlotName, query: QueueQuery) => slotWord(name, { query, options, desk: desk() })

describe('slotWord', () => {
  it.each<[SlotName, QueueQuery, string]>([
    ['unit', {}, '全部网格'],
    ['unit', { unit: 'u1' }, '东片'],
    ['phase', {}, '任何环节'],
    ['phase', { phase: ['handling'] }, '处理'],
    ['owner', { owner: ['me', 'nobody', 'team:t1'] }, '我、无人、一队'],
    ['owner', { owner: ['person:p1'] }, '王一'],
    ['category', { category: ['a', 'b', 'c', 'd'] }, '类a、类b等 4 个'],
    ['clock', { clock: ['late', 'soon'] }, '已超时、快到'],
    ['dates', { from: '2026-11-24' }, '今天 以后'],
    ['dates', { from: '2026-11-20', to: '2026-11-23' }, '11月20日 到 昨天'],
    ['text', { text: '路灯' }, '“路灯”'],
    ['sort', {}, '最急的在前'],
    ['returned', { returned: true }, '退回过的'],
    ['closedOn', { closedOn: '2026-11-23' }, '昨天'],
    ['closedOn', {}, '任何一天'],
  ])('%s %j', (name, query, words) => {
    expect(say(name, query)).toBe(words)
  })

  it('shows an id it has no name for, rather than nothing', () => {
    expect(say('source', { source: ['s9'] })).toBe('s9')
  })
})

it('knows which slots are set and how to empty them', () => {
  expect([isSet('dates', { to: '2026-01-01' }), isSet('phase', { phase: [] }), isSet('text', { text: 'x' })]).toEqual([true, false, true])
  expect(clearing('dates')).toEqual({ from: undefined, to: undefined })
  expect(clearing('tag')).toEqual({ tag: undefined })
})
