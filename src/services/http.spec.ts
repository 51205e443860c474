import { describe, expect, it } from 'vitest'
import { DomainError, ERROR_STATUS, type ErrorCode } from '@/domain/errors'
import { errorResponse, readJson } from './http'

const asked = (headers: Record<string, string>) => ({ headers: new Headers(headers) })

type Told = { error: { code: string; message: string; reference: string; fields: unknown[] } }

const told = async (error: unknown, headers: Record<string, string> = {}): Promise<{ status: number; error: Told['error']; retry: string | null }> => {
  const response = errorResponse(asked(headers), error)
  return { status: response.status, retry: response.headers.get('retry-after'), ...((await response.json()) as Told) }
}

describe('the JSON answer for a failure', () => {
  it.each(Object.keys(ERROR_STATUS) as ErrorCode[])('says %s in words of both languages, with its status', async (code) => {
    const [zh, en] = [await told(new DomainError(code)), await told(new DomainError(code), { 'accept-language': 'en-GB,zh;q=0.5' })]
    expect([zh.status, zh.error.code]).toEqual([ERROR_STATUS[code], code])
    expect(zh.error.message).toMatch(/[\u4e00-\u9fff]/)
    expect(en.error.message).toMatch(/^[^\u4e00-\u9fff]+$/)
    for (const { error } of [zh, en]) expect(error.message).not.toMatch(/[{}]|errors\./)
  })

  it('carries the reference that the log knows, or one of its own', async () => {
    expect((await told(new DomainError('conflict'), { 'x-request-id': 'AB23CD45EF' })).error.reference).toBe('AB23CD45EF')
    expect((await told(new DomainError('conflict'))).error.reference).toMatch(/^[2-9A-HJKMNP-Z]{10}$/)
  })

  it('tells nothing of what was not foreseen', async () => {
    const { status, error } = await told(new Error('SELECT secret FROM users'))
    expect(status).toBe(500)
    expect(JSON.stringify(error)).not.toContain('secret')
  })

  it('says when to try again', async () => {
    expect((await told(new DomainError('tooMany', { retryAfter: 30 }))).retry).toBe('30')
  })
})

describe('the body of a request', () => {
  const body = (text: string) => readJson({ headers: new Headers(), text: () => Promise.resolve(text) })

  it('is an object, or nothing', async () => {
    expect(await body('{"a":1}')).toEqual({ a: 1 })
    expect(await body('  ')).toEqual({})
  })

  it.each(['[1]', '"text"', 'null', '{'])('is refused: %s', async (text) => {
    await expect(body(text)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('is refused when too long, announced or not', async () => {
    await expect(body(`"${'a'.repeat(300_000)}"`)).rejects.toMatchObject({ code: 'tooLarge' })
    await expect(readJson({ headers: new Headers({ 'content-length': '999999' }) })).rejects.toMatchObject({ code: 'tooLarge' })
  })
})
