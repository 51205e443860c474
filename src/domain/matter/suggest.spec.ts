import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggestCategories, type SuggestibleCategory } from './suggest'

const categories: SuggestibleCategory[] = [
  { code: 'lighting', depth: 1, keywords: ['路灯', '灯', '不亮', 'street lamp'] },
  { code: 'steps', depth: 1, keywords: ['台阶', '绊倒', '坡道'] },
  { code: 'wiring', depth: 1, keywords: ['飞线', '灯', '不亮', '跳闸'] },
  { code: 'facilities', depth: 0, keywords: ['台阶', '设施'] },
  { code: 'water', depth: 1, keywords: ['tap', '漏水'] },
]
const suggest = (text: string, limit?: number) => suggestCategories({ text, categories, limit })

describe('suggestCategories', () => {
  it('puts the most telling category first and says which words it found, as they stand in the text', () => {
    expect(suggest('晚上路灯不亮，老人在台阶上绊倒').map(({ code, matched }) => [code, matched])).toEqual([
      ['lighting', ['路灯', '不亮']],
      ['steps', ['台阶', '绊倒']],
      ['wiring', ['灯', '不亮']],
    ])
  })

  it('counts only the longest of nested words', () => {
    expect(suggest('路灯')[0]?.matched).toEqual(['路灯'])
  })

  it('prefers the deeper category, then the code, on equal scores', () => {
    expect(suggest('台阶坏了').map(({ code }) => code)).toEqual(['steps', 'facilities'])
  })

  it.each([
    ['the tap drips', ['water']], ['The TAP drips', ['water']], ['red tape', []], ['STREET LAMP out', ['lighting']], ['', []], ['今天天气很好', []],
  ])('%j → %j', (text, codes) => {
    expect(suggest(text).map(({ code }) => code)).toEqual(codes)
  })

  const words = ['路灯', '灯', '不亮', '台阶', '漏水', 'tap', '设施', '飞线']
  const category = fc.record({ code: fc.stringMatching(/^[a-z]{1,6}$/), depth: fc.nat(3), keywords: fc.subarray(words) })
  const some = fc.uniqueArray(category, { selector: ({ code }) => code, maxLength: 8 })

  it('gives at most three, each with a word from the text, whatever the order of the rows', () => {
    fc.assert(fc.property(some, fc.array(fc.constantFrom(...words, '在', ' ')), (rows, parts) => {
      const text = parts.join('')
      const found = suggestCategories({ text, categories: rows })
      expect(found.length).toBeLessThanOrEqual(3)
      for (const { matched } of found) expect(matched.filter((word) => !text.includes(word))).toEqual([])
      expect(found.every(({ matched }) => matched.length > 0)).toBe(true)
      expect(suggestCategories({ text, categories: rows.toReversed() })).toEqual(found)
    }))
  })
})
