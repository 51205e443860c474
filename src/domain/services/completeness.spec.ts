import { describe, expect, it } from 'vitest'
import { ELEMENTS, missingElements } from './completeness'

const WHOLE = {
  name: '老年证', basis: '某法', conditions: '六十周岁', materials: [{ name: '身份证' }], place: '一层', body: '街道', fee: '不收费', promisedLimit: '当场', hours: '周一至周五', phone: '1', steps: [{ title: '交材料' }],
}

describe('what a guide lacks', () => {
  it('is nothing when all is said, in one language or in all', () => {
    expect(missingElements(WHOLE)).toEqual([])
    const inAll = Object.fromEntries(Object.entries(WHOLE).map(([key, value]) => [key, typeof value === 'string' ? { zh: value, en: 'x' } : value]))
    expect(missingElements(inAll)).toEqual([])
  })

  it('is everything of an empty guide, in the order of the list', () => {
    expect(missingElements({})).toEqual([...ELEMENTS])
  })

  it.each(ELEMENTS.filter((element) => element !== 'limit'))('names %s alone when only that is missing', (element) => {
    expect(missingElements({ ...WHOLE, [element]: undefined })).toEqual([element])
  })

  it.each([
    ['blank words', { basis: '  ' }, ['basis']],
    ['only English', { basis: { en: 'x' } }, ['basis']],
    ['an empty list', { materials: [] }, ['materials']],
    ['a row that says nothing', { materials: [{ name: ' ' }] }, ['materials']],
    ['no list at all', { steps: 'three' }, ['steps']],
    ['neither limit', { promisedLimit: undefined }, ['limit']],
    ['the limit by law alone', { promisedLimit: undefined, legalLimit: '20 个工作日' }, []],
  ])('%s', (_what, change, missing) => {
    expect(missingElements({ ...WHOLE, ...change })).toEqual(missing)
  })
})
