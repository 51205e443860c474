import { describe, expect, it, vi } from 'vitest'
import { serve, speak } from './serve.fixture.mjs'

describe('what no browser sends', () => {
  const HEAD = 'Host: portal\r\nConnection: close\r\n'
  const echo = vi.fn(async (req, res) => {
    let length = 0
    for await (const chunk of req) length += chunk.length
    res.end(String(length))
  })

  it.each(['TRACE', 'PROPFIND', 'PURGE'])('the method %s is refused with a list of those there are', async (method) => {
    const handle = vi.fn()
    const { ask } = await serve(handle)
    const answer = await ask({ method })
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'])
    expect(handle).not.toHaveBeenCalled()
  })

  it.each([['gzip'], ['br'], ['deflate, identity']])('a body packed as %s is refused unread', async (coding) => {
    const handle = vi.fn()
    const { ask } = await serve(handle)
    expect((await ask({ method: 'POST', headers: { 'content-encoding': coding }, body: 'x' })).status).toBe(415)
    expect(handle).not.toHaveBeenCalled()
  })

  it('words as long as files are refused', async () => {
    const { ask } = await serve(echo)
    const answer = await ask({ method: 'POST', headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }, body: Buffer.alloc(5 * 1024 * 1024) })
    expect(answer.status).toBe(413)
    expect(answer.body.toString()).toContain('more than the portal takes')
  })

  it('a body that stops on its way is answered, and let go', async () => {
    const { port } = await serve(echo, { pause: 100 })
    const said = await speak(port, `POST / HTTP/1.1\r\n${HEAD}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a":`)
    expect(said).toMatch(/^HTTP\/1\.1 408 [^]*Please send it again/)
  })

  it('a body that comes in time is taken, however slowly it is read', async () => {
    const { ask } = await serve(async (req, res) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      await echo(req, res)
    }, { pause: 100 })
    expect((await ask({ method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: Buffer.alloc(1024 * 1024) })).body.toString()).toBe(String(1024 * 1024))
  })

  it.each([
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 6\r\n'],
    ['a length and pieces', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n'],
    ['pieces under another name', 'Transfer-Encoding: xchunked\r\n'],
    ['pieces told twice', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n'],
    ['a length that is none', 'Content-Length: +5\r\n'],
    ['a header over two lines', 'X-A: 1\r\n b\r\nContent-Length: 5\r\n Transfer-Encoding: chunked\r\n'],
    ['a space before the colon', 'Content-Length : 5\r\n'],
    ['a bare line feed in a header', 'X-A: 1\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n'],
  ])('a request that two readers would cut in two places is refused: %s', async (_name, lines) => {
    const { port } = await serve(echo)
    echo.mockClear()
    const said = await speak(port, `POST / HTTP/1.1\r\n${HEAD}${lines}\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: portal\r\n\r\n`)
    expect(said).toMatch(/^HTTP\/1\.1 400 /)
    expect(echo.mock.calls.map(([req]) => req.url)).not.toContain('/smuggled')
  })

  it('headers above all measure are refused', async () => {
    const { port } = await serve(echo)
    expect(await speak(port, `GET / HTTP/1.1\r\n${HEAD}X-Long: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
    expect(await speak(port, `GET / HTTP/1.1\r\n${HEAD}${Array.from({ length: 3000 }, (_, n) => `X-${n}: 1`).join('\r\n')}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
  })
})
