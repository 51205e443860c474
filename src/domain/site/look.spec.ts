import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GROUND, lookFaults, nearestPassing, OWN_BRAND } from './look'

const told = (look: Parameters<typeof lookFaults>[0]) => lookFaults(look).map((fault) => (fault.kind === 'shape' ? `${fault.field} shape` : `${fault.field} ${fault.pair} ${fault.ratio.toFixed(1)}<${fault.least} ${fault.proposal}`))

describe("an office's colours", () => {
  it.each<[string, Parameters<typeof lookFaults>[0], string[]]>([
    ['none at all', {}, []],
    ["the portal's own", { brand: OWN_BRAND, accent: OWN_BRAND }, []],
    ['blue with jade', { brand: '#1F5F8B', accent: '#2E7D4F' }, []],
    ['an accent that would be too pale for words, and is none', { accent: '#B07A1E' }, []],
    ['a yellow', { brand: '#FFEE00' }, ['brand wordsOnBrand 1.2<4.5 #7C7400']],
    ['a brand just too pale on paper', { brand: '#757575' }, ['brand brandOnPaper 4.3<4.5 #727272']],
    ['a pale accent', { accent: '#E8B04A' }, ['accent accentOnSurface 2.0<3 #C08418']],
    ['two at once', { brand: '#FFFFFF', accent: 'red' }, ['brand wordsOnBrand 1.0<4.5 #727272', 'accent shape']],
    ['a name of a colour', { brand: 'red' }, ['brand shape']],
  ])('%s', (_name, look, expected) => expect(told(look)).toEqual(expected))

  it('are proposed so that they pass, and sound ones are left as they are', () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0').toUpperCase()}`)
    fc.assert(
      fc.property(colour, fc.constantFrom('brand' as const, 'accent' as const), (given, field) => {
        const proposal = nearestPassing(field, given)
        expect(lookFaults({ [field]: proposal })).toEqual([])
        if (lookFaults({ [field]: given }).length === 0) expect(proposal).toBe(given)
      }),
    )
  })

  it('are held against the grounds that the pages are really drawn on', () => {
    const css = readFileSync('src/styles/tokens.css', 'utf8')
    for (const [name, value] of Object.entries(GROUND)) expect(css).toContain(`--${name}: ${value};`)
    expect(css).toContain(`--brand: ${OWN_BRAND};`)
  })
})
