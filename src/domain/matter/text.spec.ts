import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText, codePoints, cutAtWord, firstCodePoints, normaliseText, searchTokens, TITLE_MAX, titleOf } from './text'

const anyText = fc.string({ unit: 'binary', maxLength: 300 })
/** UTF-16 as it may come from outside: lone surrogates, controls and spaces included. */
const roughText = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), fc.constantFrom('\r\n', '\n', ' ', '\u202E', '路', '😀')), { maxLength: 80 }).map((parts) => parts.join(''))

describe('cleanText and cleanLine', () => {
  it.each([
    ['  路灯坏了，\r\n看不清。 ', '路灯坏了，\n看不清。', '路灯坏了， 看不清。'],
    ['a\u0000b\u202Ec\uFEFF', 'abc', 'abc'],
    ['a\n\n\n\n\nb', 'a\n\nb', 'a b'],
    ['a  \t b', 'a  \t b', 'a b'],
    ['\uD83D路\uDE00', '路', '路'],
    ['👨‍👩‍👧', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['e\u0301', 'é', 'é'],
  ])('%j', (text, asText, asLine) => {
    expect(cleanText(text)).toBe(asText)
    expect(cleanLine(text)).toBe(asLine)
  })

  it('changes nothing the second time, and leaves well-formed text', () => {
    fc.assert(fc.property(roughText, (text) => {
      for (const clean of [cleanText, cleanLine, normaliseText]) {
        const once = clean(text)
        expect(clean(once)).toBe(once)
        expect(once).not.toMatch(/\p{Cs}|\u0000/u)
      }
    }))
  })
})

describe('lengths', () => {
  it.each([['路灯', 2], ['😀', 1], ['𠮷野', 2], ['', 0]])('%s has %i code points', (text, count) => {
    expect(codePoints(text)).toBe(count)
  })

  it('cuts between code points', () => {
    fc.assert(fc.property(anyText, fc.nat(50), (text, max) => {
      expect(Array.from(firstCodePoints(text, max))).toEqual(Array.from(text).slice(0, max))
    }))
  })
})

describe('normaliseText', () => {
  it.each([['ＡＢＣ１２３', 'abc123'], ['６号楼，２单元', '6号楼,2单元'], [' A  B\n', 'a b'], ['①', '1']])('%s → %s', (text, normal) => {
    expect(normaliseText(text)).toBe(normal)
  })
})

describe('cutAtWord', () => {
  it.each([
    ['The street lamp flickers', 15, 'The street lamp'],
    ['The street lamp flickers', 13, 'The street'],
    ['The street lamp flickers', 10, 'The street'],
    ['路灯不亮已经三天', 4, '路灯不亮'],
    ['Pneumonoultramicroscopic', 8, 'Pneumono'],
    ['short', 10, 'short'],
  ])('%s at %d', (text, max, expected) => {
    expect(cutAtWord(text, max)).toBe(expected)
  })
})

describe('titleOf', () => {
  it.each([
    ['  井盖  松动 ', '别的', '井盖 松动'],
    ['', '路灯坏了。老人看不清台阶。', '路灯坏了'],
    ['', '您好！路灯坏了，很黑。', '路灯坏了，很黑'],
    ['', '你好，楼道里堆了纸箱', '楼道里堆了纸箱'],
    ['', '您好。', '您好'],
    ['', 'Hello. The lamp is out. Please come.', 'The lamp is out'],
    ['', '水管漏水 3.5 米高', '水管漏水 3.5 米高'],
    ['', '\n\n第一行\n第二行', '第一行'],
    ['', '。。。', '。。。'],
    ['', '', ''],
    ['', '从上周五晚上开始小区西侧的两盏路灯就一直不亮，老人晚上遛弯看不清台阶已经有人绊倒过了', '从上周五晚上开始小区西侧的两盏路灯就一直不亮'],
    ['', '长'.repeat(60), `${'长'.repeat(39)}…`],
  ])('title %j, text %j → %j', (title, text, expected) => {
    expect(titleOf({ title, text })).toBe(expected)
  })

  it('is one line of at most 40 code points, and not empty when there is something to read', () => {
    fc.assert(fc.property(roughText, roughText, (title, text) => {
      const made = titleOf({ title, text })
      expect(codePoints(made)).toBeLessThanOrEqual(TITLE_MAX)
      expect(made).not.toMatch(/\n/)
      if (cleanLine(title) || cleanLine(text)) expect(made).not.toBe('')
    }))
  })
})

describe('searchTokens', () => {
  it.each([
    ['路灯不亮', ['路灯', '灯不', '不亮']],
    ['6号楼LED灯', ['6', '号楼', 'led', '灯']],
    ['Wi-Fi 坏了', ['wi', 'fi', '坏了']],
    ['ＡＢ１２', ['ab12']],
    ['路灯，路灯', ['路灯']],
    ['', []],
    ['，。！', []],
  ])('%s → %j', (text, tokens) => {
    expect(searchTokens(text)).toEqual(tokens)
  })

  it('of a part of a Chinese run are among those of the whole', () => {
    const han = fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code)), minLength: 2, maxLength: 30 })
    fc.assert(fc.property(han, han, han, (before, word, after) => {
      const whole = new Set(searchTokens(`${before}${word}${after}`))
      expect(searchTokens(word).filter((token) => !whole.has(token))).toEqual([])
    }))
  })

  it('does not depend on width or case', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
    fc.assert(fc.property(fc.string(), (text) => {
      expect(searchTokens(wide(text))).toEqual(searchTokens(text))
    }))
  })
})
