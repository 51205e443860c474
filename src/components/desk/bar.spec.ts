import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barShape } from './bar'
import { clock } from './desk.fixture'

const round = (vm: Parameters<typeof barShape>[0]) => {
  const { pieces, limitAt } = barShape(vm)
  return { pieces: pieces.map(({ kind, from, to }) => `${kind} ${Math.round(from)}-${Math.round(to)}`), limitAt: limitAt === undefined ? undefined : Math.round(limitAt) }
}

describe('barShape', () => {
  it.each([
    ['running', clock({ limitMinutes: 100, usedMinutes: 40 }), ['used 0-40'], undefined],
    ['just started', clock({ limitMinutes: 100, usedMinutes: 0 }), [], undefined],
    ['paused', clock({ state: 'paused', limitMinutes: 100, usedMinutes: 40, pausedMinutes: 25 }), ['used 0-32', 'paused 32-52'], undefined],
    ['paused and gone on', clock({ limitMinutes: 100, usedMinutes: 70, pausedMinutes: 25, stretches: [{ kind: 'used', minutes: 40 }, { kind: 'paused', minutes: 25 }, { kind: 'used', minutes: 30 }] }), ['used 0-32', 'paused 32-52', 'used 52-76'], undefined],
    ['overdue', clock({ state: 'overdue', limitMinutes: 100, usedMinutes: 125 }), ['used 0-80', 'over 80-100'], 80],
    ['done late', clock({ state: 'missed', limitMinutes: 100, usedMinutes: 200 }), ['used 0-50', 'over 50-100'], 50],
    ['not started', clock({ state: 'notStarted', usedMinutes: 0 }), [], undefined],
    ['without a limit', clock({ limitMinutes: 0 }), [], undefined],
  ])('%s', (_name, vm, pieces, limitAt) => {
    expect(round(vm)).toEqual({ pieces, limitAt })
  })

  it('keeps pieces in order, inside the bar, and pauses legible', () => {
    const stretch = fc.record({ kind: fc.constantFrom('used' as const, 'paused' as const), minutes: fc.integer({ min: 0, max: 100_000 }) })
    fc.assert(fc.property(fc.array(stretch, { maxLength: 8 }), fc.integer({ min: 1, max: 20_000 }), (stretches, limitMinutes) => {
      const { pieces, limitAt } = barShape(clock({ limitMinutes, stretches }))
      let at = 0
      for (const piece of pieces) {
        expect(piece.from).toBeCloseTo(at, 6)
        expect(piece.to).toBeGreaterThan(piece.from)
        at = piece.to
      }
      expect(at).toBeLessThanOrEqual(100.000001)
      const paused = pieces.filter(({ kind }) => kind === 'paused').reduce((sum, { from, to }) => sum + to - from, 0)
      expect(paused).toBeLessThanOrEqual(100 / 3 + 0.000001)
      const used = stretches.filter(({ kind }) => kind === 'used').reduce((sum, { minutes }) => sum + minutes, 0)
      expect(limitAt !== undefined).toBe(used > limitMinutes)
    }))
  })
})
