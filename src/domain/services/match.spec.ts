import { describe, expect, it } from 'vitest'
import { isOneSlip, queryScore, wordScore, type Spelled } from './match'

const SOCIAL: Spelled = { text: '社保卡', full: ['shebaoka'], initials: ['sbk'] }
const plain = (text: string): Spelled => ({ text, full: [text], initials: [] })

describe('one word of a query', () => {
  it.each([
    ['the whole text', '社保卡', 100], ['its beginning', '社保', 80], ['within', '保卡', 60], ['by sound', 'shebaoka', 100], ['by the beginning of its sound', 'sheb', 80], ['by initials', 'sbk', 95],
    ['by the first initials', 'sb', 75], ['with one wrong sign', '社宝卡', 20], ['with one letter missing', 'sheboka', 20], ['with two neighbours turned', 'shebakoa', 20],
    ['two slips', 'xhexaoka', 0], ['something else', '结婚', 0], ['a short Latin word is not guessed', 'xbk', 0], ['two signs, one wrong', '社宝', 0], ['nothing', '', 0],
  ])('%s', (_what, query, score) => {
    expect(wordScore(SOCIAL, query)).toBe(score)
  })
})

describe('a slip', () => {
  it.each([['abc', 'abd', true], ['abc', 'ab', true], ['abc', 'abcd', true], ['abc', 'acb', true], ['abc', 'abc', true], ['abc', 'axd', false], ['abc', 'a', false], ['', 'a', true]])('%s %s', (one, other, slip) => {
    expect(isOneSlip(one, other)).toBe(slip)
    expect(isOneSlip(other, one)).toBe(slip)
  })

  it('is found wherever it lies: any single change of any word', () => {
    const word = 'shebaoka'
    for (let at = 0; at < word.length; at += 1) {
      const variants = [word.slice(0, at) + word.slice(at + 1), `${word.slice(0, at)}q${word.slice(at)}`, `${word.slice(0, at)}q${word.slice(at + 1)}`]
      for (const variant of variants) expect([variant, isOneSlip(word, variant)]).toEqual([variant, true])
    }
  })
})

describe('a whole query', () => {
  const texts = [{ spelled: plain('老年证'), weight: 1 }, { spelled: SOCIAL, weight: 0.5 }]

  it('needs every word somewhere, and counts the best place of each', () => {
    expect(queryScore(texts, ['老年证'])).toBe(100)
    expect(queryScore(texts, ['老年', '社保'])).toBe(80 + 40)
    expect(queryScore(texts, ['老年', '结婚'])).toBe(0)
    expect(queryScore(texts, [])).toBe(0)
  })
})
