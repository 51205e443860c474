import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskContact, maskEmail, maskName, maskPhone } from './mask'

describe('maskPhone', () => {
  it.each([
    ['13800138000', '138****8000'], ['010-65021234', '010-****1234'], ['01065021234', '010-****1234'], ['0316-6502123', '0316-****2123'],
    ['010-65021234-801', '010-****1234'], ['12345', '12345'], ['110', '110'], ['400-810-1234', '****34'], ['+8613800138000', '****00'], ['12', '****'], ['', '****'], ['a1b', '****'],
  ])('%j → %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
  })

  it('never shows more than seven digits of a number that is somebody\'s', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9+ -]{7,20}$/), (phone) => {
      if (phone.replace(/\D/g, '').length > 6) expect(maskPhone(phone).replace(/\D/g, '').length).toBeLessThanOrEqual(8)
    }))
  })
})

describe('maskEmail', () => {
  it.each([['li.hua@example.com', 'l***@example.com'], ['a@b.cn', '***@b.cn'], ['nobody', '****'], ['@x.cn', '****'], ['x@', '****'], ['"a@b"@c.cn', '"***@c.cn']])('%s → %s', (email, masked) => {
    expect(maskEmail(email)).toBe(masked)
  })
})

describe('maskName', () => {
  it.each([['张三', '张**'], ['张三丰', '张**'], ['欧阳娜娜', '欧阳**'], ['欧阳', '欧**'], ['王', '**'], ['John Smith', 'J*** S***'], ['', ''], [' 李 四 ', '李**']])('%j → %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  it('never shows a whole name', () => {
    const han = fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code)), minLength: 1, maxLength: 6 })
    fc.assert(fc.property(han, (name) => {
      expect(maskName(name)).not.toContain(name)
    }))
  })
})

describe('maskContact', () => {
  it.each([['13800138000', '138****8000'], ['a.b@c.cn', 'a***@c.cn']])('%s → %s', (contact, masked) => {
    expect(maskContact(contact)).toBe(masked)
  })
})
