import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFiling, isMail, policeSite, tidyFiling, type FilingKind } from './filings'

describe('filing numbers', () => {
  it.each<[FilingKind, string, boolean]>([
    ['icp', '', true],
    ['icp', '京ICP备12345678号', true],
    ['icp', '京ICP备12345678号-1', true],
    ['icp', '粤ICP备2020123456号-12', true],
    ['icp', 'ICP备12345678号', false],
    ['icp', '某ICP备12345678号', false],
    ['icp', '京ICP备123号', false],
    ['icp', '京ICP备12345678', false],
    ['icp', '京ICP证030173号', false],
    ['icp', '京ICP备12345678号-', false],
    ['icp', '<b>京ICP备12345678号', false],
    ['police', '', true],
    ['police', '京公网安备11010502000001号', true],
    ['police', '京公网安备1101050200001号', false],
    ['police', '公网安备11010502000001号', false],
    ['police', '京公网安备11010502000001号，另一个', false],
    ['siteCode', '', true],
    ['siteCode', '1101050001', true],
    ['siteCode', '110105001', false],
    ['siteCode', '11010500011', false],
    ['siteCode', 'bm11050001', false],
  ])('%s %j: %s', (kind, text, good) => expect(isFiling(kind, text)).toBe(good))

  it.each([
    ['京ＩＣＰ备１２３４５６７８号－１', '京ICP备12345678号-1'],
    [' 京icp备 12345678 号—1 ', '京ICP备12345678号-1'],
    ['京公网安备 11010502000001号', '京公网安备11010502000001号'],
    ['', ''],
  ])('%j is kept as %j', (given, kept) => expect(tidyFiling(given)).toBe(kept))

  it('are tidy once they were tidied', () => {
    fc.assert(fc.property(fc.string(), (text) => { expect(tidyFiling(tidyFiling(text))).toBe(tidyFiling(text)) }))
  })

  it.each([['京公网安备11010502000001号', 'https://beian.mps.gov.cn/#/query/webSearch?code=11010502000001'], ['还没有', 'https://beian.mps.gov.cn/']])('%s leads to %s', (number, address) => expect(policeSite(number)).toBe(address))
})

describe('a mail address', () => {
  it.each<[string, boolean]>([
    ['wangzhan@example.gov.cn', true], ['a.b+c@x-y.example', true], ['', false], ['a@b', false], ['a b@c.cn', false], ['a@c.cn,b@c.cn', false], ['a@c.cn?cc=b@c.cn', false], ['a%0A@c.cn\nBcc: x', false], [`${'a'.repeat(120)}@c.cn`, false],
  ])('%j: %s', (text, good) => expect(isMail(text)).toBe(good))
})
