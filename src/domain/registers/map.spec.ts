import { describe, expect, it } from 'vitest'
import type { Boundary } from '../grid/types'
import { centreOf, drawingOf, outlinePath } from './map'

const square: Boundary = { type: 'Polygon', coordinates: [[[116, 39], [116.01, 39], [116.01, 39.01], [116, 39.01], [116, 39]]] }

describe('drawingOf', () => {
  it('draws north up and east right, with room at the edges', () => {
    const drawing = drawingOf({ boundaries: [square], points: [], width: 800 })!
    expect(drawing.x(116)).toBeGreaterThan(0)
    expect(drawing.x(116.01)).toBeLessThan(800)
    expect(drawing.x(116.01)).toBeGreaterThan(drawing.x(116))
    expect(drawing.y(39.01)).toBeLessThan(drawing.y(39))
  })
  it('keeps shapes true: a degree of latitude is longer than one of longitude', () => {
    const { x, y } = drawingOf({ boundaries: [square], points: [], width: 800 })!
    expect((y(39) - y(39.01)) / (x(116.01) - x(116))).toBeCloseTo(1 / Math.cos((39.005 * Math.PI) / 180), 2)
  })
  it('holds points beyond all outlines, and a single point', () => {
    const far = { lng: 116.05, lat: 39.02 }
    const { x, y, width, height } = drawingOf({ boundaries: [square], points: [far], width: 800 })!
    expect(x(far.lng) < width && y(far.lat) > 0 && y(39) < height).toBe(true)
    const one = drawingOf({ boundaries: [], points: [far], width: 400 })!
    expect(one.x(far.lng)).toBeCloseTo(200, 0)
  })
  it('is nothing where there is nothing', () => expect(drawingOf({ boundaries: [], points: [], width: 10 })).toBeUndefined())
})

describe('outlines', () => {
  it('are closed paths', () => expect(outlinePath(square, { x: (lng) => lng - 116, y: (lat) => 39 - lat })).toMatch(/^M0 0L.*Z$/))
  it('have their middle in their box', () => expect(centreOf(square)).toEqual({ lng: 116.005, lat: 39.004999999999995 }))
})
