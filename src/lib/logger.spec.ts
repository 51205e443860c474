import { Writable } from 'node:stream'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { loggerOptions, newReference } from './logger'
import { requests } from './requestId'

const logged = (value: object, words: string[] = ['said']): string => {
  const lines: string[] = []
  const stream = new Writable({ write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()) })
  pino(loggerOptions('info'), stream).info(value, ...words)
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

  it('keeps the values of a failed statement and the questions of addresses to itself', () => {
    const cause = Object.assign(new Error('UNIQUE constraint failed'), { code: 'SQLITE_CONSTRAINT', query: 'insert', params: ['13800000000'] })
    const err = Object.assign(new Error('Failed query: insert into t values (?, ?)\nparams: 王小明,13800000000\nand a second line of words', { cause }), { params: ['13800000000'], input: { phone: '13800000000' } })
    const line = logged({ err, more: 'x' })
    expect(line).not.toMatch(/13800000000|王小明|second line/)
    expect(line).toMatch(/Failed query: insert into t.+SQLITE_CONSTRAINT/)
    expect(line).toContain('logger.spec.ts')
    expect(logged({ err: new Error('cannot fetch https://portal.example/track?code=K7QX&word=secret') })).not.toMatch(/K7QX|secret/)
  })

  it('takes no values into a line that has no words but those of its error', () => {
    const fault = new Error('Failed query: select * from users where username = ?\nparams: 13800000000,1')
    for (const value of [fault, { err: fault }, { msg: fault.message }]) {
      const line = logged(value, [])
      expect(line).toContain('Failed query')
      expect(line).not.toContain('13800000000')
    }
    expect(logged({}, [fault.message])).not.toContain('13800000000')
  })

  it('says in each line which request it is of, and refers to it by the same name', () => {
    expect(JSON.parse(logged({ a: 1 }))).not.toHaveProperty('requestId')
    requests().run({ id: 'AB23CD45EF' }, () => {
      expect(JSON.parse(logged({ a: 1 }))).toMatchObject({ requestId: 'AB23CD45EF' })
      expect(newReference()).toBe('AB23CD45EF')
    })
  })

  it('makes references that can be read out', () => {
    const made = Array.from({ length: 200 }, newReference)
    for (const reference of made) expect(reference).toMatch(/^[2-9A-HJKMNP-TV-Z]{10}$/)
    expect(new Set(made).size).toBe(200)
  })
})
