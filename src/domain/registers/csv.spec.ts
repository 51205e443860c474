import { describe, expect, it } from 'vitest'
import { parseCsv } from '../tables'
import { asWritten, harmless, toCsv } from './csv'

describe('harmless', () => {
  it.each(['=1+1', '+SUM(A1)', '-2+3', '@cmd', '\t=1', '\r=1', '=HYPERLINK("http://x")', '＝1+1', '＋1', '－2+3', '＠cmd', '\n=1', ' =1', '\uFEFF=1', '\u200B@x', '\u0000=1', '\t', '-', "=cmd|' /C calc'!A0"])('disarms %j', (text) => {
    expect(harmless(text)).toBe(`'${text}`)
    expect(asWritten(harmless(text))).toBe(text)
  })
  it.each(['', '老张面馆', '-12.5', '+8', 'a=b', "'quoted'", '1-2'])('leaves %j', (text) => expect(harmless(text)).toBe(text))
})

describe('CSV', () => {
  it('begins with the mark of UTF-8 and ends its lines as RFC 4180 says', () => {
    expect(toCsv([['店名', '说"好"'], ['a,b', '=1']])).toBe('\uFEFF店名,"说""好"""\r\n"a,b",\'=1\r\n')
  })
  it('is read back as it was, formulas included', () => {
    const table = [['=1+1', '"', 'a,b'], ['c\nd', '-5', '@x']]
    expect(parseCsv(toCsv(table)).map((row) => row.map((cell) => asWritten(String(cell))))).toEqual(table)
  })
})
