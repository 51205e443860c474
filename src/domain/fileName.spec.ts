import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachment, safeFileName } from './fileName'

/** Letters that hide, turn, end or break something. */
const odd = fc.string({ unit: fc.constantFrom(...'a灯/\\:*?"<>|. \t\r\n\u0000\u007F\u200B\u202E\u2066\uFEFF\uFFFE-_%=;\'()', '\uD800', '\uDC00', '😀', 'é'), maxLength: 24 })

describe('the name of a file', () => {
  it.each([
    ['沿街店铺-2026-07-01.csv', '沿街店铺-2026-07-01.csv'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['..\\..\\boot.ini', '-..-boot.ini'],
    ['/etc/passwd', '-etc-passwd'],
    ['a\u0000.csv', 'a-.csv'],
    ['a\r\nSet-Cookie: x=1', 'a-Set-Cookie- x=1'],
    ['发票\u202Exslx.exe', '发票-xslx.exe'],
    ['a\u200B\u2066b', 'a-b'],
    ['CON', '_CON'],
    ['nul.csv', '_nul.csv'],
    ['LPT1.txt', '_LPT1.txt'],
    ['console.csv', 'console.csv'],
    ['.htaccess', 'htaccess'],
    ['name. . ', 'name'],
    ['a"b;c.csv', 'a-b;c.csv'],
    ['\uD800.csv', '-.csv'.replace('-', '�')],
    ['', 'file'],
    ['...', 'file'],
    ['///', 'file'],
    [`${'长'.repeat(300)}.xlsx`, `${'长'.repeat(95)}.xlsx`],
  ])('%j becomes %j', (given, expected) => expect(safeFileName(given)).toBe(expected))

  it('is always one that any machine keeps, and is left alone the second time', () => {
    fc.assert(fc.property(fc.oneof(odd, fc.string()), (given) => {
      const name = safeFileName(given)
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]|^\.|\.$|^$/u)
      expect(safeFileName(name)).toBe(name)
    }))
  })
})

describe('the header of a download', () => {
  it.each([
    ['街 “道”.csv', `attachment; filename="register.csv"; filename*=UTF-8''%E8%A1%97%20%E2%80%9C%E9%81%93%E2%80%9D.csv`],
    ["a'b(c)*!.csv", `attachment; filename="register.csv"; filename*=UTF-8''a%27b%28c%29-%21.csv`],
    ['x\r\nX: y', `attachment; filename="register.csv"; filename*=UTF-8''x-X-%20y`],
  ])('of %j', (name, expected) => expect(attachment({ name, plain: 'register.csv' })).toBe(expected))

  it('is one a server takes, whatever the name', () => {
    fc.assert(fc.property(odd, fc.string(), (name, plain) => {
      const value = attachment({ name, plain })
      expect(value).toMatch(/^attachment; filename="[\w.-]*"; filename\*=UTF-8''[\w.%~-]+$/)
      expect(new Headers({ 'content-disposition': value }).get('content-disposition')).toBe(value)
    }))
  })
})
