import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast } from '../../domain/colour'
import { BRAND, brandOf, lookTokens, sealIcon } from './brand'

describe("an office's colour", () => {
  it.each([
    ['#1f5fa8', '#1f5fa8'],
    ['#9E2B25', '#9E2B25'],
    ['#ffd700', BRAND],
    ['red', BRAND],
    ['#1f5fa8;}body{display:none', BRAND],
    ['', BRAND],
    [null, BRAND],
    [undefined, BRAND],
  ])('%s is shown as %s', (brand, expected) => expect(brandOf(brand)).toBe(expected))

  it('never makes white words unreadable', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(fc.property(hex, (brand) => (contrast(brandOf(brand), '#ffffff') ?? 0) >= 4.5))
  })

  it('brings its companions along, and leaves the portal its own', () => {
    expect(Object.keys(lookTokens({ brand: '#1f5fa8' }) ?? {})).toEqual(['--brand', '--brand-deep', '--brand-soft'])
    expect([lookTokens({ brand: '#ffd700' }), lookTokens({}), lookTokens({ brand: BRAND, accent: null, corner: '6', headingFace: 'song' })]).toEqual([undefined, undefined, undefined])
  })

  it('stands beside an accent, corners and a face of its own, none of which can be more than it is', () => {
    expect(lookTokens({ accent: '#1F6F5C', corner: '0', headingFace: 'sans' })).toEqual({ '--accent': '#1F6F5C', '--radius': '0px', '--serif': 'var(--sans)' })
    expect(lookTokens({ accent: '#FFEE00', corner: '99px;color:red' as never, headingFace: 'url(x)' as never })).toBeUndefined()
  })

  it('colours the seal, whose letter is no markup', () => {
    const svg = Buffer.from(sealIcon('<script>', '#1f5fa8').split(',')[1] ?? '', 'base64').toString()
    expect(svg).toContain('fill="#1f5fa8"')
    expect(svg).toContain('fill="#fff"></text>')
  })
})
