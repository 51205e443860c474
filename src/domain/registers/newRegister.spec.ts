import { describe, expect, it } from 'vitest'
import { lintRegister } from './lint'
import { countChanges, emptyRegister, nextRegisterCode, without } from './newRegister'
import { shops } from './registers.fixture'
import { REGISTER_SUBJECTS } from './types'

describe('a new register', () => {
  it.each(REGISTER_SUBJECTS)('of %s may be published as it begins', (subject) => {
    expect(lintRegister(emptyRegister({ code: 'list-1', name: { zh: '求助点' }, subject, page: { zh: '基本情况' }, field: { zh: '名称' } }))).toEqual([])
  })
  it.each<[string[], string]>([[[], 'list-1'], [['list-1', 'list-9', 'shops'], 'list-10']])('after %j is called %s', (taken, code) => expect(nextRegisterCode(taken)).toBe(code))
})

describe('countChanges', () => {
  it('counts fields and what goes for the whole', () => {
    expect(countChanges(shops, shops)).toBe(0)
    expect(countChanges(undefined, shops)).toBe(0)
    expect(countChanges(shops, { ...shops, open: false, viewers: ['handler'] })).toBe(2)
    expect(countChanges(shops, without(shops, 'review'))).toBe(1)
    const [page] = shops.pages
    expect(countChanges(shops, { ...shops, pages: [{ ...page!, questions: page!.questions.slice(0, 3) }] })).toBe(2)
  })
})
