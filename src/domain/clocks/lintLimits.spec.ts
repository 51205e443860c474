import { describe, expect, it } from 'vitest'
import { makeLimit } from './calendar.fixture'
import { lintLimits } from './lintLimits'
import type { ClockSignal, Limit, LimitUnit, ThresholdAct } from './types'

const codes = (limits: Limit[], context = {}) => lintLimits({ limits }, context).map(({ code }) => code)

describe('lintLimits', () => {
  it('finds nothing in a sound set', () => {
    expect(lintLimits({ limits: [
      makeLimit(),
      makeLimit({ code: 'resolve.noise', category: 'noise' }),
      makeLimit({ code: 'visit', clock: 'visit' }),
    ] }, { clocks: ['visit'], categories: ['noise'], matterTypes: [] })).toEqual([])
  })

  it.each<[string, Partial<Limit>, string]>([
    ['no code', { code: ' ' }, 'codeMissing'],
    ['no name', { name: { zh: '' } }, 'nameMissing'],
    ['no clock', { clock: '' }, 'clockMissing'],
    ['a clock nobody knows', { clock: 'resovle' }, 'clockUnknown'],
    ['zero', { amount: 0 }, 'amountNotPositive'],
    ['negative', { amount: -1 }, 'amountNotPositive'],
    ['no number', { amount: Number.NaN }, 'amountNotPositive'],
    ['endless', { amount: Infinity }, 'amountNotPositive'],
    ['unknown unit', { unit: 'weeks' as LimitUnit }, 'unitUnknown'],
    ['no start', { start: [] }, 'startMissing'],
    ['no stop', { stop: [], start: ['archived'] }, 'stopMissing'],
    ['unknown signal', { start: ['opened' as ClockSignal] }, 'signalUnknown'],
    ['resumed is the clock’s own', { start: ['created', 'resumed'] }, 'signalReserved'],
    ['extended too', { stop: ['archived', 'extended'] }, 'signalReserved'],
    ['start and stop at once', { stop: ['created', 'archived'] }, 'signalConflict'],
    ['pause and stop at once', { pause: ['archived'] }, 'signalConflict'],
    ['restored too', { stop: ['archived', 'restored'] }, 'signalReserved'],
    ['stop and end at once', { cancel: ['archived'] }, 'signalConflict'],
    ['ends by a signal nobody knows', { cancel: ['vanished' as ClockSignal] }, 'signalUnknown'],
    ['runs on in the archive', { stop: ['verified'] }, 'archivedDoesNotStop'],
    ['threshold of zero', { thresholds: [{ percent: 0, act: 'tellLead' }] }, 'thresholdNotPositive'],
    ['thresholds out of order', { thresholds: [{ percent: 80, act: 'tellLead' }, { percent: 50, act: 'tellLead' }] }, 'thresholdsNotAscending'],
    ['a threshold twice', { thresholds: [{ percent: 80, act: 'tellLead' }, { percent: 80, act: 'tellLead' }] }, 'thresholdTwice'],
    ['unknown act', { thresholds: [{ percent: 80, act: 'reject' as ThresholdAct }] }, 'actUnknown'],
    ['no default', { category: 'noise' }, 'defaultMissing'],
    ['unknown category', { category: 'moon' }, 'categoryUnknown'],
    ['unknown type', { matterType: 'moon' }, 'matterTypeUnknown'],
  ])('%s', (_, part, code) => {
    const found = codes([makeLimit(part)], { categories: ['noise'], matterTypes: ['report'] })
    expect(found).toContain(code)
    expect(found.filter((other) => other !== code && other !== 'defaultMissing')).toEqual([])
  })

  it('lets two acts share a percent', () => {
    expect(codes([makeLimit({ thresholds: [{ percent: 80, act: 'remindOwner' }, { percent: 80, act: 'tellLead' }] })])).toEqual([])
  })

  it('sees codes and subjects used twice', () => {
    const first = makeLimit({ code: 'a' })
    expect(codes([first, makeLimit({ code: 'a', matterType: 'report' })])).toEqual(['codeTwice'])
    expect(lintLimits({ limits: [first, makeLimit({ code: 'b' })] })).toEqual([
      { severity: 'error', code: 'sameSubjectTwice', limit: 'b', params: { other: 'a' } },
    ])
    expect(codes([first, makeLimit({ code: 'b' }), makeLimit({ code: 'c' })])).toEqual(['sameSubjectTwice', 'sameSubjectTwice'])
  })

  it('says once that a clock has no default', () => {
    expect(codes([makeLimit({ code: 'a', category: 'x' }), makeLimit({ code: 'b', category: 'y' })])).toEqual(['defaultMissing'])
  })
})
