import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBankCard, isIdNumber, scanText, strikeOut } from './scan'

const CHECKS = '10X98765432'
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const withCheck = (body: string) => `${body}${CHECKS[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11]}`

const kinds = (text: string) => scanText(text).map(({ kind, text: found }) => [kind, found])

describe('scanText finds', () => {
  it.each<[string, [string, string][]]>([
    ['请打13800138000，谢谢', [['phone', '13800138000']]],
    ['电话 138 0013 8000', [['phone', '138 0013 8000']]],
    ['１３８００１３８０００', [['phone', '１３８００１３８０００']]],
    ['+86 138-0013-8000', [['phone', '+86 138-0013-8000']]],
    ['座机010-65021234', [['phone', '010-65021234']]],
    ['（0316）6502123', [['phone', '（0316）6502123']]],
    ['身份证11010519491231002X', [['idNumber', '11010519491231002X']]],
    ['身份证 110105 19491231 002x', [['idNumber', '110105 19491231 002x']]],
    ['旧证110105491231002', [['idNumber', '110105491231002']]],
    ['卡号4111 1111 1111 1111', [['bankCard', '4111 1111 1111 1111']]],
    ['第9 4111 1111 1111 1111', [['bankCard', '4111 1111 1111 1111']]],
    ['车牌京A12345占道', [['plate', '京A12345']]],
    ['京A·D12345', [['plate', '京A·D12345']]],
    ['京AD12345新能源', [['plate', '京AD12345']]],
    ['沪b·88x66', [['plate', '沪b·88x66']]],
    ['写信 li.hua@example.com。', [['email', 'li.hua@example.com']]],
    ['打13800138000或写a@b.cn', [['phone', '13800138000'], ['email', 'a@b.cn']]],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })
})

describe('scanText leaves alone', () => {
  it.each([
    '拨打12345或110', '6号楼2单元301', '编号SX26-00012', '2026年5月1日14:30', '110105194912310021', '110105194913310020', '1234567890123456',
    '价格12800000000元', '订单113800138000', '新建工地A区', '京ABCDEF', '川流不息', '@路灯', 'a@b', '400-810-1234',
  ])('%s', (text) => {
    expect(scanText(text)).toEqual([])
  })
})

describe('checksums', () => {
  const body = fc.record({ region: fc.integer({ min: 11, max: 65 }), rest: fc.integer({ min: 0, max: 9999 }), day: fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }), order: fc.integer({ min: 0, max: 999 }) })
    .map(({ region, rest, day, order }) => `${region}${String(rest).padStart(4, '0')}${day.toISOString().slice(0, 10).replace(/-/g, '')}${String(order).padStart(3, '0')}`)

  it('one changed digit makes an identity number unsound', () => {
    fc.assert(fc.property(body, fc.nat(16), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
      const number = withCheck(digits)
      expect(isIdNumber(number)).toBe(true)
      const changed = (Number(number[at]) + by) % 10
      expect(isIdNumber(`${number.slice(0, at)}${changed}${number.slice(at + 1)}`)).toBe(false)
    }))
  })

  it('finds every sound identity number in any text around it', () => {
    const around = fc.constantFrom('', '他说', '，', ' ', '(', '。')
    fc.assert(fc.property(body, around, around, (digits, before, after) => {
      expect(kinds(`${before}${withCheck(digits)}${after}`)).toEqual([['idNumber', withCheck(digits)]])
    }))
  })

  it.each([['4111111111111111', true], ['6222021234567890', false], ['411111111111111', false], ['4111111111111112', false], ['1111111111111117', false]])('card %s: %s', (card, sound) => {
    expect(isBankCard(card)).toBe(sound)
  })
})

describe('findings', () => {
  const text = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('13800138000', ' 京A12345', 'x@y.cn', '11010519491231002X', '１３９', '-', ' ')), { maxLength: 20 })
    .map((parts) => parts.join(''))

  it('name the very place in the text, in order, without overlap', () => {
    fc.assert(fc.property(text, (whole) => {
      let last = 0
      for (const { start, end, text: found } of scanText(whole)) {
        expect(whole.slice(start, end)).toBe(found)
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
    }))
  })

  it('are gone from what is struck out', () => {
    fc.assert(fc.property(text, (whole) => {
      const rest = strikeOut(whole)
      for (const { text: found } of scanText(whole)) if (!whole.replace(found, '').includes(found)) expect(rest).not.toContain(found)
    }))
    expect(strikeOut('打13800138000，车京A12345')).toBe('打***，车***')
  })
})
