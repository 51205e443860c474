import { describe, expect, it } from 'vitest'
import { clockCorner, clockMeasure, clockSaying, clockTitle, duePart } from './clock'
import { clock, DAY, desk, HOUR, NOW } from './desk.fixture'

const zh = desk('zh')

describe('clockSaying', () => {
  it.each([
    [clock({ leftMinutes: 180 }), 'ok', '还剩 3 工作时', '剩 3 工作时'],
    [clock({ leftMinutes: 50, soon: true }), 'soon', '还剩 50 分钟', '剩 50 分钟'],
    [clock({ state: 'overdue', soon: true, leftMinutes: -660 }), 'late', '超 11 工作时', '超 11 工作时'],
    [clock({ state: 'paused' }), 'held', '暂停', '暂停'],
    [clock({ state: 'paused', pausedFor: '等回函' }), 'held', '暂停，等回函', '暂停，等回函'],
    [clock({ state: 'met', usedMinutes: 11 }), 'met', '按期 · 用 11 分钟', '按期 · 用 11 分钟'],
    [clock({ state: 'missed', leftMinutes: -120 }), 'missed', '迟 2 工作时办完', '迟 2 工作时办完'],
    [clock({ state: 'notStarted' }), 'idle', '还没开始', '还没开始'],
  ])('%#', (vm, tone, text, brief) => {
    expect(clockSaying(vm, zh)).toMatchObject({ tone, text })
    expect(clockSaying(vm, zh, true).text).toBe(brief)
  })

  it('marks what is late or nearly late with a shape too', () => {
    expect(clockSaying(clock({ state: 'overdue' }), zh).icon).toBe('alert')
    expect(clockSaying(clock({ soon: true }), zh).icon).toBe('clock')
    expect(clockSaying(clock(), zh).icon).toBeUndefined()
  })
})

describe('around a clock', () => {
  it('says when and how long', () => {
    expect(duePart(clock({ dueAt: NOW + 4 * HOUR, leftMinutes: 180 }), zh)).toBe('今天 14:42 · ')
    expect(duePart(clock({ dueAt: NOW, state: 'paused' }), zh)).toBeUndefined()
  })

  it.each([
    [clock({ dueAt: NOW + DAY }), '办结：应于 2026年11月25日 周三 10:42 前', '明天 10:42 到期', '已用 15 / 40 工作时'],
    [clock({ state: 'met', stoppedAt: NOW }), '办结：停于 2026年11月24日 周二 10:42', '今天 10:42', '限 5 工作日'],
    [clock({ state: 'paused', pausedSince: NOW - DAY, dueAt: undefined }), '办结：自 2026年11月23日 周一 10:42 起暂停', '', '已用 15 / 40 工作时'],
    [clock({ state: 'notStarted', dueAt: undefined }), '办结', '', '限 5 工作日'],
  ])('%#', (vm, title, corner, measure) => {
    expect([clockTitle(vm, zh), clockCorner(vm, zh), clockMeasure(vm, zh)]).toEqual([title, corner, measure])
  })
})
