import { afterEach, describe, expect, it, vi } from 'vitest'
import { areaOf, mayRead } from './metrics.mjs'
import { captureConsole, inRequest } from './requestLog.mjs'
import { log, serve } from './serve.fixture.mjs'

const FIGURES = Symbol.for('portal.figures')
const CODE = 'K7QX-2M9P-44WD'
const ID = '01J8ZK4T5Y6N7P8Q9R0S1T2V3W'
const TOKEN = 'a-token-of-at-least-24-letters'

afterEach(() => {
  globalThis[FIGURES] = undefined
})

describe('what a request is counted under', () => {
  it.each([
    ['/', 'site'], ['/en/report?phone=1', 'site'], [`/track/${CODE}`, 'site'], ['/desk', 'desk'], [`/desk/matters/${ID}`, 'desk'], ['/desktop', 'site'], ['/admin/structure/units', 'studio'], ['/admin/collections/users', 'admin'],
    ['/api/graphql', 'api'], ['/_next/static/a.js', 'files'], ['/healthz', 'health'], ['/metrics', 'health'], [`/${ID}`, 'site'], ['', 'site'], [undefined, 'site'],
  ])('%s: %s', (url, area) => expect(areaOf(url)).toBe(area))
})

describe('who may read the figures', () => {
  const here = mayRead({ METRICS_ALLOW: ['127.0.0.0/8', '::1'] })
  const token = mayRead({ METRICS_ALLOW: [], METRICS_TOKEN: TOKEN })
  it.each([
    ['this machine', here({ address: '127.0.0.1' }), true],
    ['this machine in IPv6', here({ address: '::1' }), true],
    ['another machine', here({ address: '203.0.113.9' }), false],
    ['nobody knows who', here({ address: '' }), false],
    ['somebody behind a proxy that the settings do not know of', here({ address: '127.0.0.1', relayed: true }), false],
    ['another machine with a token where none is set', here({ address: '203.0.113.9', authorization: 'Bearer undefined' }), false],
    ['whoever has the token', token({ address: '203.0.113.9', authorization: `Bearer ${TOKEN}` }), true],
    ['whoever has it, through a proxy', token({ address: '127.0.0.1', relayed: true, authorization: `Bearer ${TOKEN}` }), true],
    ['whoever has another', token({ address: '203.0.113.9', authorization: `Bearer ${TOKEN}x` }), false],
    ['this machine without it, where no network is allowed', token({ address: '127.0.0.1' }), false],
  ])('%s', (_name, may, expected) => expect(may).toBe(expected))
})

describe('/metrics', () => {
  const fine = (_req, res) => res.end('fine')

  it('counts by part and class of status, and knows no address, id or code', async () => {
    globalThis[FIGURES] = () => Promise.resolve([{ name: 'portal_outbox_dead', help: 'given up', values: [{ value: 3 }] }, { name: 'portal_sweep_faults', help: 'faults', label: 'sweep', values: [{ of: 'sendOutbox', value: 0 }] }])
    const { ask } = await serve((req, res) => { res.statusCode = req.url.startsWith('/track') ? 404 : 200; res.end('x') })
    for (const path of [`/track/${CODE}?word=secret`, `/desk/matters/${ID}`, `/${ID}`, '/', `/api/matters/${ID}`, '/report?phone=13800138000']) await ask({ path })
    const { status, headers, body } = await ask({ path: '/metrics' })
    const text = body.toString()
    expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
    expect(headers['content-type']).toMatch(/^text\/plain/)
    expect(text).toContain('portal_http_requests_total{area="site",status="4xx"} 1')
    expect(text).toContain('portal_http_requests_total{area="site",status="2xx"} 3')
    expect(text).toContain('portal_http_requests_total{area="desk",status="2xx"} 1')
    expect(text).toMatch(/portal_http_request_duration_seconds_bucket\{le="0.1",area="api"\} 1/)
    expect(text).toContain('portal_outbox_dead 3')
    const labels = [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => `${name}=${value}`)
    for (const label of new Set(labels)) expect(label).toMatch(/^(?:area=(?:site|desk|studio|admin|api|files|health)|status=\dxx|le=[\d.+Inf]+|sweep=[A-Za-z]+)$/)
    for (const secret of [CODE, ID, 'secret', '13800138000', 'track']) expect(text).not.toContain(secret)
  })

  it('is asked again and again without growing', async () => {
    globalThis[FIGURES] = () => Promise.resolve([{ name: 'portal_sweep_faults', help: 'faults', label: 'sweep', values: [] }])
    const { ask } = await serve(fine)
    const lines = async () => (await ask({ path: '/metrics' })).body.toString().split('\n').length
    await lines()
    const before = await lines()
    globalThis[FIGURES] = () => Promise.resolve([{ name: 'portal_sweep_faults', help: 'faults', label: 'sweep', values: [{ of: 'tasks', value: 2 }] }])
    expect(await lines()).toBe(before + 1)
    expect(await lines()).toBe(before + 1)
  })

  it.each([
    ['another network', { METRICS_ALLOW: ['10.0.0.0/8'] }, {}, 403],
    ['a proxy nobody told of', {}, { 'x-forwarded-for': '203.0.113.9' }, 403],
    ['a proxy nobody told of, that lies', {}, { 'x-forwarded-for': '127.0.0.1' }, 403],
    ['a known proxy, for another', { TRUST_PROXY: 1 }, { 'x-forwarded-for': '203.0.113.9' }, 403],
    ['a known proxy, for this machine', { TRUST_PROXY: 1 }, { 'x-forwarded-for': '127.0.0.1' }, 200],
    ['the token', { METRICS_ALLOW: [], METRICS_TOKEN: TOKEN }, { authorization: `Bearer ${TOKEN}` }, 200],
  ])('%s: %#', async (_name, settings, headers, expected) => {
    const { ask } = await serve(fine, { settings })
    const { status, body } = await ask({ path: '/metrics', headers })
    expect(status).toBe(expected)
    if (status === 403) expect(body.toString()).not.toContain('portal_')
  })
})

describe('a request has one name', () => {
  const SHELL = '<!DOCTYPE html><html id="__next_error__"><head></head><body><script>x()</script></body></html>'
  const asHtml = (res, status, text) => res.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(text)

  it('in the answer and on the page, in both languages, where Next has nothing to say', async () => {
    for (const path of ['/report', '/desk/queue', '/admin']) {
      const { ask } = await serve((_req, res) => asHtml(res, 500, SHELL))
      const { status, headers, body } = await ask({ path })
      expect([status, headers['x-request-id']]).toEqual([500, expect.stringMatching(/^[2-9A-HJKMNP-TV-Z]{10}$/)])
      expect(body.toString().split(headers['x-request-id'])).toHaveLength(3)
      expect(body.toString()).toMatch(/值班电话.+duty telephone/s)
      expect(body.toString()).not.toContain('__next_error__')
    }
  })

  it('and in the log, where the handler itself broke', async () => {
    const { ask } = await serve(() => Promise.reject(new Error('broken')))
    const { status, headers, body } = await ask()
    expect([status, headers['content-type']]).toEqual([500, 'text/html; charset=utf-8'])
    expect(body.toString()).toContain(headers['x-request-id'])
    expect(log.error).toHaveBeenCalledWith(expect.objectContaining({ requestId: headers['x-request-id'] }), 'request failed')
  })

  it('leaves pages of failure that say it themselves, and pages that only speak of it', async () => {
    const own = `<html><head><meta name="portal-status" content="500"/></head>${SHELL}</html>`
    const { ask } = await serve((req, res) => (req.url === '/own' ? asHtml(res, 500, own) : asHtml(res, 200, SHELL)))
    expect((await ask({ path: '/own' })).body.toString()).toBe(own)
    expect((await ask({ path: '/other' })).body.toString()).toBe(SHELL)
  })

  it('that a trusted proxy gave it', async () => {
    const { ask } = await serve((req, res) => res.end(req.headers['x-request-id']), { settings: { TRUST_PROXY: 1 } })
    const { headers, body } = await ask({ headers: { 'x-request-id': '0f8b3c1d77aa4c0e' } })
    expect([headers['x-request-id'], body.toString()]).toEqual(['0f8b3c1d77aa4c0e', '0f8b3c1d77aa4c0e'])
  })

  it('by which a failed page calls its fault, instead of a hash', () => {
    const error = Object.assign(new Error('no table'), { digest: '1234567' })
    const away = Object.assign(new Error('NEXT'), { digest: 'NEXT_REDIRECT;push;/x' })
    const into = { error: vi.fn(), warn: vi.fn(), info: vi.fn(), debug: vi.fn() }
    const target = {}
    captureConsole(into, target)
    inRequest('AB23CD45EF', () => { target.error(error); target.error(away) })
    expect([error.digest, away.digest]).toEqual(['AB23CD45EF', 'NEXT_REDIRECT;push;/x'])
    expect(into.error).toHaveBeenCalledWith({ err: error, fault: '1234567' }, 'a fault')
    target.warn('GET https://portal.example/track?word=secret', { cookie: 'abc' })
    expect(into.warn).toHaveBeenCalledWith({}, 'GET https://portal.example/track?…')
  })
})
