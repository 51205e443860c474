import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_BOXES, parseBoxes, pixelsOf } from './boxes'

const ok = { x: 10, y: 10, w: 20, h: 5 }

describe('boxes on a picture', () => {
  it.each([
    ['none', []], ['not a list', 'x'], ['too many', Array.from({ length: MOST_BOXES + 1 }, () => ok)], ['text for a number', [{ ...ok, w: '20' }]], ['nothing', [null]], ['no size', [{ ...ok, w: 0 }]],
    ['negative', [{ ...ok, x: -1 }]], ['beyond the edge', [{ ...ok, x: 95 }]], ['not a number', [{ ...ok, h: NaN }]], ['endless', [{ ...ok, h: Infinity }]], ['one bad among good', [ok, { ...ok, y: 99 }]],
  ])('refuses %s', (_what, value) => expect(() => parseBoxes(value)).toThrow('invalid'))

  it('keeps nothing else of what was sent', () => expect(parseBoxes([{ ...ok, name: '张三' }])).toEqual([ok]))

  it('covers every pixel that a box touches, and none outside the picture', () => {
    const percent = fc.double({ min: 0, max: 99, noNaN: true })
    fc.assert(fc.property(percent, percent, fc.double({ min: 0.2, max: 100, noNaN: true }), fc.double({ min: 0.2, max: 100, noNaN: true }), fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 4000 }), (x, y, w, h, width, height) => {
      const box = { x, y, w: Math.min(w, 100 - x), h: Math.min(h, 100 - y) }
      const pixels = pixelsOf(box, { width, height })
      expect(pixels.left).toBeLessThanOrEqual((box.x / 100) * width)
      expect(pixels.left + pixels.width).toBeGreaterThanOrEqual(Math.min(width, ((box.x + box.w) / 100) * width) - 1e-6)
      expect(pixels.top + pixels.height).toBeLessThanOrEqual(height)
      expect(pixels.left + pixels.width).toBeLessThanOrEqual(width)
    }))
  })
})
