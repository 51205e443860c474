import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseEmail, normalisePhone } from './normalise'

describe('normalisePhone takes', () => {
  it.each([
    ['13800138000', 'mobile', '13800138000'],
    [' 138 0013-8000 ', 'mobile', '13800138000'],
    ['１３８００１３８０００', 'mobile', '13800138000'],
    ['+86 138 0013 8000', 'mobile', '13800138000'],
    ['+86-138-0013-8000', 'mobile', '13800138000'],
    ['0086 13800138000', 'mobile', '13800138000'],
    ['8613800138000', 'mobile', '13800138000'],
    ['01065021234', 'landline', '010-65021234'],
    ['010 6502 1234', 'landline', '010-65021234'],
    ['(010) 6502-1234', 'landline', '010-65021234'],
    ['（0316）6502123', 'landline', '0316-6502123'],
    ['+86 10 6502 1234', 'landline', '010-65021234'],
    ['+86 010 6502 1234', 'landline', '010-65021234'],
    ['010-65021234转801', 'landline', '010-65021234-801'],
    ['010-65021234 ext. 801', 'landline', '010-65021234-801'],
    ['010-65021234-801', 'landline', '010-65021234-801'],
    ['0755-23456789', 'landline', '0755-23456789'],
    ['4008101234', 'service', '400-810-1234'],
    ['110', 'hotline', '110'],
    ['12345', 'hotline', '12345'],
    ['95598', 'hotline', '95598'],
  ])('%s as %s %s', (input, kind, phone) => {
    expect(normalisePhone(input)).toEqual({ ok: true, kind, phone })
  })
})

describe('normalisePhone refuses', () => {
  it.each([
    ['', 'empty'], ['  ', 'empty'], ['1380013800', 'phoneTooShort'], ['138001380000', 'phoneTooLong'], ['010650212', 'phoneTooShort'], ['0106502123456', 'phoneTooLong'],
    ['65021234', 'areaCodeMissing'], ['6502123', 'areaCodeMissing'], ['12800138000', 'notPhone'], ['hello', 'notPhone'], ['138001380OO', 'notPhone'], ['+85221234567', 'notPhone'],
    ['010-15021234', 'notPhone'], ['0'.repeat(100), 'phoneTooLong'], ['打'.repeat(65), 'phoneTooLong'], ['99999', 'notPhone'], ['x', 'notPhone'],
  ])('%j: %s', (input, fault) => {
    expect(normalisePhone(input)).toMatchObject({ ok: false, fault })
  })
})

describe('normalisePhone', () => {
  const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`))
  const sound = fc.oneof(
    fc.tuple(fc.constantFrom('13', '15', '18', '19'), digits(9)).map(([head, rest]) => `${head}${rest}`),
    fc.tuple(fc.constantFrom('010', '021', '029'), fc.constantFrom('2', '6', '8'), digits(7)).map(([area, first, rest]) => `${area}-${first}${rest}`),
    fc.tuple(fc.constantFrom('0316', '0755'), fc.constantFrom('2', '8'), digits(6), fc.constantFrom('', '-1', '-801')).map(([area, first, rest, extension]) => `${area}-${first}${rest}${extension}`),
    fc.constantFrom('12345', '110', '10086', '95598', '400-810-1234'),
  )

  it('keeps what is already normal', () => {
    fc.assert(fc.property(sound, (phone) => {
      expect(normalisePhone(phone)).toMatchObject({ ok: true, phone })
    }))
  })

  it('does not mind spaces, width, or the country code before a mobile', () => {
    fc.assert(fc.property(sound, fc.nat(20), (phone, at) => {
      const spaced = `${phone.slice(0, at)} ${phone.slice(at)}`
      const wide = spaced.replace(/[0-9-]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
      expect(normalisePhone(wide)).toMatchObject({ ok: true, phone })
      if (/^1\d{10}$/.test(phone)) expect(normalisePhone(`+86${spaced}`)).toMatchObject({ ok: true, phone })
    }))
  })

  it('never throws, and what it gives is stable', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.stringMatching(/^[0-9+() x转-]{0,30}$/)), (text) => {
      const once = normalisePhone(text)
      if (once.ok) expect(normalisePhone(once.phone)).toEqual(once)
    }))
  })
})

describe('normaliseEmail', () => {
  it.each([
    [' Li.Hua@Example.COM ', 'Li.Hua@example.com'], ['ａ＠ｂ．cn', 'a@b.cn'], ["o'neil+street@mail.example.org", "o'neil+street@mail.example.org"], ['a@b-c.xn--fiqs8s', 'a@b-c.xn--fiqs8s'],
  ])('takes %s', (input, email) => {
    expect(normaliseEmail(input)).toEqual({ ok: true, email })
    expect(normaliseEmail(email)).toEqual({ ok: true, email })
  })

  it.each([
    ['', 'empty'], ['a', 'notEmail'], ['a@b', 'notEmail'], ['@b.cn', 'notEmail'], ['a@.cn', 'notEmail'], ['a@b..cn', 'notEmail'], ['a..b@c.cn', 'notEmail'], ['.a@c.cn', 'notEmail'],
    ['a@-b.cn', 'notEmail'], ['a@b.123', 'notEmail'], ['a,b@c.cn', 'notEmail'], ['路灯@c.cn', 'notEmail'], ['a@b@c.cn', 'notEmail'], [`a@${'b'.repeat(300)}.cn`, 'emailTooLong'],
  ])('refuses %s: %s', (input, fault) => {
    expect(normaliseEmail(input)).toEqual({ ok: false, fault })
  })
})
