import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameOf, hectares, HEIGHT, pathOf, scaleBar, toDrawing, toPosition, WIDTH } from './project'

const square = { type: 'Polygon' as const, coordinates: [[[116, 40], [116.01, 40], [116.01, 40.01], [116, 40.01], [116, 40]]] }

describe('the drawing of a territory', () => {
  it('shows everything, north above', () => {
    const frame = frameOf([square])!
    for (const position of square.coordinates[0]!) {
      const { x, y } = toDrawing(frame, position)
      expect(x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT).toBe(true)
    }
    expect(toDrawing(frame, [116, 40.01]).y).toBeLessThan(toDrawing(frame, [116, 40]).y)
    expect(toDrawing(frame, [116.01, 40]).x).toBeGreaterThan(toDrawing(frame, [116, 40]).x)
    expect(frameOf([])).toBeUndefined()
  })
  it('finds its way back from the drawing to the ground', () => {
    const frame = frameOf([square])!
    fc.assert(fc.property(fc.integer({ min: 0, max: WIDTH }), fc.integer({ min: 0, max: HEIGHT }), (x, y) => {
      const back = toDrawing(frame, toPosition(frame, { x, y }))
      expect(Math.hypot(back.x - x, back.y - y)).toBeLessThan(0.2)
    }))
  })
  it('measures', () => {
    expect(hectares(square)).toBeCloseTo(94.7, 0)
    const { metres, width } = scaleBar(frameOf([square])!)
    expect([100, 200, 500]).toContain(metres)
    expect(width).toBeLessThanOrEqual(WIDTH / 5)
    expect(pathOf(frameOf([square])!, square.coordinates)).toMatch(/^M[\d. L-]+Z$/)
  })
})
