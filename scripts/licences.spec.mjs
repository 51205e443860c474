import { describe, expect, it } from 'vitest'
import { faultsOf, isAllowed, licenceOf, listOf, packagesOf } from './licences.mjs'

describe('a licence', () => {
  it.each([
    ['MIT', true], ['(MIT OR GPL-3.0)', true], ['MIT OR CC0-1.0', true], ['BSD-3-Clause AND MIT', true], ['Apache-2.0', true], ['MPL-2.0', true],
    ['GPL-3.0-or-later', false], ['AGPL-3.0', false], ['LGPL-3.0-or-later', false], ['MIT AND GPL-2.0', false], ['SEE LICENSE IN x', false], ['UNLICENSED', false], ['none', false], ['', false], ['BUSL-1.1', false],
  ])('%s may be taken: %s', (licence, expected) => expect(isAllowed(licence)).toBe(expected))

  it.each([[{ license: 'MIT' }, 'MIT'], [{ license: { type: 'ISC' } }, 'ISC'], [{ licenses: [{ type: 'MIT' }, { type: 'GPL' }] }, 'MIT OR GPL'], [{}, 'none'], [{ license: 'Apache 2.0' }, 'Apache-2.0']])('of %j is %s', (manifest, expected) =>
    expect(licenceOf(manifest)).toBe(expected))
})

describe('the packages of the lockfile', () => {
  it('are all under licences that are allowed, or stand among the exceptions with their reason', async () => {
    const packages = await packagesOf()
    expect(packages.length).toBeGreaterThan(300)
    expect(faultsOf(packages)).toEqual([])
    expect(faultsOf([...packages, { name: 'hyperformula', version: '1.0.0', licence: 'GPL-3.0-only' }])).toEqual(['hyperformula 1.0.0: GPL-3.0-only'])
    expect(listOf(packages)).toContain('LGPL-3.0')
  })
})
