import { connect } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { MAX_COLLECTED } from './server/answers.mjs'
import { log, serve } from './server/serve.fixture.mjs'

const scriptSources = (answer) => /script-src ([^;]*)/.exec(answer.headers['content-security-policy'])?.[1]
const GZIP = { 'accept-encoding': 'gzip, br' }
const html = (res, text, headers = {}) => res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(text)
const PAGE = `<html><script>start()</script><p>${'网格'.repeat(500)}</p></html>`

describe('pages', () => {
  it('get a policy that names their own scripts, and arrive unchanged', async () => {
    const { ask } = await serve((_req, res) => html(res, PAGE))
    const answer = await ask()
    expect(answer.body.toString()).toBe(PAGE)
    expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(PAGE)))
    expect(scriptSources(answer)).toMatch(/^'self' 'sha256-[\w+/]{43}='$/)
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' })
  })

  it('that tell of a failure leave with its status, whatever people wrote', async () => {
    const { ask } = await serve((req, res) => html(res, req.url === '/gone' ? `<html><head><meta name="portal-status" content="404"/></head>${PAGE}</html>` : `${PAGE}&lt;meta name="portal-status" content="404"/>`))
    expect((await ask({ path: '/gone' })).status).toBe(404)
    expect((await ask({ path: '/gone' })).status).toBe(404)
    expect((await ask()).status).toBe(200)
  })

  it('may come in pieces, with strings and buffers', async () => {
    const { ask } = await serve((_req, res) => {
      res.setHeader('Content-Type', 'text/html')
      res.write('<script>sta')
      res.write(Buffer.from('rt()</script>'), () => res.end('e2ol', 'base64'))
    })
    const answer = await ask()
    expect(answer.body.toString()).toBe('<script>start()</script>{j%')
    expect(scriptSources(answer)).toContain('sha256-')
  })

  it('are packed for those who can unpack them, with a weak tag', async () => {
    const { ask } = await serve((_req, res) => html(res, PAGE, { etag: '"a"' }))
    const answer = await ask({ headers: GZIP })
    expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', etag: 'W/"a"', vary: 'Accept-Encoding' })
    expect(gunzipSync(answer.body).toString()).toBe(PAGE)
    expect(scriptSources(answer)).toBe(scriptSources(await ask()))
  })

  it('lose the leave for their scripts when they are too long to be looked through', async () => {
    const long = `<script>start()</script>${'a'.repeat(MAX_COLLECTED)}`
    const { ask } = await serve((_req, res) => html(res, long))
    const answer = await ask()
    expect(answer.body.length).toBe(long.length)
    expect(scriptSources(answer)).toBe("'self'")
    expect(log.warn).toHaveBeenCalledWith(expect.objectContaining({ path: '/' }), expect.stringContaining('too long'))
  })

  it('keep the policy they came with when nothing changed', async () => {
    const { ask } = await serve((_req, res) => res.writeHead(304, { etag: '"a"' }).end())
    const answer = await ask()
    expect([answer.status, answer.headers['content-security-policy']]).toEqual([304, undefined])
  })

  it('are answered without a body to HEAD', async () => {
    const { ask } = await serve((_req, res) => html(res, undefined, { 'content-length': '77' }))
    const answer = await ask({ method: 'HEAD' })
    expect([answer.body.length, answer.headers['content-length']]).toEqual([0, '77'])
  })
})

describe('pages made for one member of staff', () => {
  const nonceOf = (req) => /'nonce-([^']+)'/.exec(req.headers['content-security-policy'] ?? '')?.[1]

  it('carry a nonce that the renderer is told, and stream', async () => {
    const { port } = await serve((req, res) => {
      res.setHeader('Content-Type', 'text/html')
      res.write(`<script nonce="${nonceOf(req)}">a()</script>`)
    })
    const text = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('GET /desk HTTP/1.1\r\nHost: a\r\n\r\n'))
      let all = ''
      socket.on('data', (chunk) => {
        all += chunk
        if (all.includes('</script>')) resolve(all)
      })
    })
    const nonce = /<script nonce="([^"]+)"/.exec(text)?.[1]
    expect(nonce).toMatch(/^[\w+/]{22}==$/)
    expect(text).toContain(`script-src 'self' 'nonce-${nonce}';`)
  })

  it('cannot have it chosen from outside', async () => {
    const { ask } = await serve((req, res) => html(res, nonceOf(req) ?? 'none'))
    const headers = { 'content-security-policy': "script-src 'nonce-mine'" }
    expect((await ask({ path: '/', headers })).body.toString()).toBe('none')
    expect((await ask({ path: '/admin/login', headers })).body.toString()).not.toBe('mine')
    expect((await ask({ path: '/desk' })).body.toString()).not.toBe((await ask({ path: '/desk' })).body.toString())
  })

  it('are hashed when they were made beforehand', async () => {
    const { ask } = await serve((_req, res) => html(res, PAGE, { 'x-nextjs-prerender': '1' }))
    expect(scriptSources(await ask({ path: '/desk' }))).toContain('sha256-')
  })

  it('are closed to other networks', async () => {
    const handle = vi.fn((_req, res) => html(res, PAGE))
    const { ask } = await serve(handle, { settings: { DESK_IP_ALLOW: ['10.0.0.0/8'] } })
    expect((await ask({ path: '/desk' })).status).toBe(403)
    expect((await ask({ path: '/api/users/login', method: 'POST' })).status).toBe(403)
    expect(handle).not.toHaveBeenCalled()
    expect((await ask({ path: '/report' })).status).toBe(200)
  })
})

describe('other answers', () => {
  it.each([
    ['text', { 'content-type': 'application/json' }, 'gzip'],
    ['what never changes', { 'content-type': 'application/javascript', 'cache-control': 'public, immutable' }, 'gzip'],
    ['a picture', { 'content-type': 'image/png' }, undefined],
    ['a drawing', { 'content-type': 'image/svg+xml' }, 'gzip'],
    ['what is packed already', { 'content-type': 'text/css', 'content-encoding': 'br' }, 'br'],
    ['what must not be changed', { 'content-type': 'text/css', 'cache-control': 'no-transform' }, undefined],
    ['a stream of events', { 'content-type': 'text/event-stream' }, undefined],
    ['something short', { 'content-type': 'text/css', 'content-length': '4' }, undefined],
  ])('%s', async (_name, headers, encoding) => {
    const text = headers['content-length'] ? 'abcd' : 'abcd'.repeat(1000)
    const { ask } = await serve((_req, res) => res.writeHead(200, headers).end(text))
    const answer = await ask({ headers: GZIP })
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect((encoding === 'gzip' ? gunzipSync(answer.body) : answer.body).toString()).toBe(text)
    expect(scriptSources(answer)).toBe("'self'")
  })

  it('keep their pace when the reader is slow', async () => {
    const piece = Buffer.alloc(64 * 1024, 'x1y2')
    const { ask } = await serve(async (_req, res) => {
      res.setHeader('Content-Type', 'text/plain')
      for (let i = 0; i < 200; i += 1) if (!res.write(piece)) await new Promise((resolve) => res.once('drain', resolve))
      res.end()
    })
    expect(gunzipSync((await ask({ headers: GZIP })).body).length).toBe(200 * piece.length)
  })

  it('tell the reference of a fault, and the log tells the fault', async () => {
    const { ask } = await serve(() => {
      throw new Error('broken')
    })
    const answer = await ask()
    expect(answer.status).toBe(500)
    const id = answer.headers['x-request-id']
    expect(answer.body.toString()).toContain(id)
    expect(log.error).toHaveBeenCalledWith(expect.objectContaining({ requestId: id, err: expect.objectContaining({ message: 'broken' }) }), expect.anything())
  })
})

const FORM = 'multipart/form-data; boundary=x'

describe('bodies that are too long', () => {
  it('are refused by their announced length', async () => {
    const handle = vi.fn()
    const { ask } = await serve(handle)
    const answer = await ask({ method: 'POST', headers: { 'content-type': FORM, 'content-length': String(81 * 1024 * 1024) }, body: Buffer.alloc(81 * 1024 * 1024) })
    expect(answer.status).toBe(413)
    expect(handle).not.toHaveBeenCalled()
  })

  it('are refused where they pass the limit without having announced it', async () => {
    const read = vi.fn()
    const { ask } = await serve(async (req, res) => {
      for await (const chunk of req) read(chunk.length)
      res.end()
    })
    const answer = await ask({ method: 'POST', headers: { 'content-type': FORM, 'transfer-encoding': 'chunked' }, body: Buffer.alloc(81 * 1024 * 1024) })
    expect(answer.status).toBe(413)
    expect(read.mock.calls.reduce((sum, [length]) => sum + length, 0)).toBeLessThanOrEqual(80 * 1024 * 1024)
  })

  it('may be as long as the limit', async () => {
    const { ask } = await serve(async (req, res) => {
      let length = 0
      for await (const chunk of req) length += chunk.length
      res.end(String(length))
    })
    const body = Buffer.alloc(3 * 1024 * 1024)
    expect((await ask({ method: 'POST', headers: { 'transfer-encoding': 'chunked' }, body })).body.toString()).toBe(String(body.length))
  })
})

describe('stopping', () => {
  const slow = (ms) => (_req, res) => void setTimeout(() => res.end('done'), ms)

  it('lets requests in flight finish, then closes, once', async () => {
    const order = []
    const { ask, ends } = await serve(slow(150), { close: async () => void order.push('closed') })
    const answer = ask().then((value) => (order.push('answered'), value))
    await new Promise((resolve) => setTimeout(resolve, 50))
    await Promise.all([ends.stop('SIGTERM'), ends.stop('SIGINT')])
    expect((await answer).body.toString()).toBe('done')
    expect((await answer).headers.connection).toBe('close')
    expect(order).toEqual(['answered', 'closed'])
    await expect(ask()).rejects.toThrow('ECONNREFUSED')
  })

  it('cuts what takes too long, and still closes', async () => {
    const close = vi.fn(async () => undefined)
    const { ask, ends } = await serve(slow(60_000), { patience: 100, close })
    const answer = ask()
    answer.catch((error) => error)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await ends.stop('SIGTERM')
    await expect(answer).rejects.toThrow()
    expect(close).toHaveBeenCalledOnce()
  })

  it('is quick when nothing is in flight', async () => {
    const { ask, ends } = await serve(slow(0))
    await ask()
    const start = performance.now()
    await ends.stop('SIGTERM')
    expect(performance.now() - start).toBeLessThan(900)
  })
})
