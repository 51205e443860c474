import { Writable } from 'node:stream'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { loggerOptions, newReference } from './logger'

const logged = (value: object): string => {
  const lines: string[] = []
  const stream = new Writable({ write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()) })
  pino(loggerOptions('info'), stream).info(value, 'said')
  return lines.join('')
}

describe('logger', () => {
  it.each([
    { phone: '13800000000' },
    { contact: { phone: '13800000000' } },
    { input: { contact: '13800000000' } },
    { req: { headers: { cookie: '13800000000', authorization: '13800000000' } } },
    { a: { b: { c: { email: '13800000000' } } } },
    { queryWord: '13800000000', password: '13800000000', token: '13800000000' },
  ])('hides %j', (value) => {
    expect(logged(value)).not.toContain('13800000000')
    expect(logged(value)).toContain('[hidden]')
  })

  it('keeps what a fault needs', () => {
    const line = JSON.parse(logged({ err: new Error('disk full'), reference: 'ABCDEFGHJK' })) as { err: { message: string }; reference: string; name: string }
    expect(line).toMatchObject({ err: { message: 'disk full' }, reference: 'ABCDEFGHJK', name: 'portal' })
  })

  it('makes references that can be read out', () => {
    const made = Array.from({ length: 200 }, newReference)
    for (const reference of made) expect(reference).toMatch(/^[2-9A-HJKMNP-TV-Z]{10}$/)
    expect(new Set(made).size).toBe(200)
  })
})
