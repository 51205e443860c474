import { describe, expect, it } from 'vitest'
import { allowList, clientAddress, isGarbled, isPacked, isStaffDoor, isStrangeMethod, isTooLong, loggedPath, mark, requestId, MAX_BODY, MAX_PACKAGE, MAX_WORDS } from './requests.mjs'

describe('the address of a client', () => {
  it.each([
    ['nobody in front', { socketAddress: '::ffff:192.0.2.1' }, '192.0.2.1'],
    ['nobody trusted', { forwardedFor: '198.51.100.7', socketAddress: '192.0.2.1' }, '192.0.2.1'],
    ['one proxy', { forwardedFor: '198.51.100.7', socketAddress: '192.0.2.1', trustProxy: 1 }, '198.51.100.7'],
    ['one proxy and a liar', { forwardedFor: '10.0.0.1, 198.51.100.7', socketAddress: '192.0.2.1', trustProxy: 1 }, '198.51.100.7'],
    ['two proxies', { forwardedFor: '10.9.9.9, 198.51.100.7, 192.0.2.2', socketAddress: '192.0.2.1', trustProxy: 2 }, '198.51.100.7'],
    ['fewer proxies than expected', { forwardedFor: '198.51.100.7', socketAddress: '192.0.2.1', trustProxy: 3 }, '198.51.100.7'],
    ['a proxy that says nothing', { socketAddress: '192.0.2.1', trustProxy: 1 }, '192.0.2.1'],
    ['no address at all', { forwardedFor: 'unknown', socketAddress: '192.0.2.1', trustProxy: 1 }, '192.0.2.1'],
    ['IPv6 with a port', { forwardedFor: '[2001:db8::7]:443', socketAddress: '::1', trustProxy: 1 }, '2001:db8::7'],
  ])('%s', (_name, given, expected) => expect(clientAddress(given)).toBe(expected))

  const request = (headers) => ({ headers: { 'x-portal-ip': '1.1.1.1', 'x-request-id': 'mine', ...headers }, socket: { remoteAddress: '192.0.2.1' } })

  it('is passed on, whatever the client said itself', () => {
    const req = request({ 'x-forwarded-for': '8.8.8.8', 'x-forwarded-host': 'evil.example', forwarded: 'for=8.8.8.8' })
    const { id } = mark({ req, trustProxy: 0 })
    expect(req.headers).toEqual({ 'x-portal-ip': '192.0.2.1', 'x-portal-origin': 'http://localhost', 'x-request-id': id })
    expect(id).toMatch(/^[2-9A-HJKMNP-TV-Z]{10}$/)
  })

  it('is what a trusted proxy says, which may also name host and scheme', () => {
    const req = request({ 'x-forwarded-for': '8.8.8.8', 'x-forwarded-proto': 'https' })
    mark({ req, trustProxy: 1 })
    expect(req.headers).toMatchObject({ 'x-portal-ip': '8.8.8.8', 'x-forwarded-proto': 'https' })
  })
})

describe('what the log knows of a path', () => {
  it.each([
    ['/report?phone=13800000000', '/report'],
    ['/track/K7QX-2M9P-44WD?word=secret', '/track/:id'],
    ['/desk/matters/01J8ZK4T5Y6N7P8Q9R0S1T2V3W', '/desk/matters/:id'],
    ['/zh/notices/summer-heat', '/zh/notices/summer-heat'],
    ['/_next/static/chunks/3obfewke3_gct.js', '/_next/static/chunks/3obfewke3_gct.js'],
    ['/', '/'],
    [undefined, '/'],
  ])('%s: %s', (url, expected) => expect(loggedPath(url)).toBe(expected))
})

describe('bodies', () => {
  const FORM = 'multipart/form-data; boundary=x'
  it.each([
    [{}, '/', false],
    [{ 'content-length': '0' }, '/', false],
    [{ 'content-type': FORM, 'content-length': String(MAX_BODY) }, '/', false],
    [{ 'content-type': FORM, 'content-length': String(MAX_BODY + 1) }, '/', true],
    [{ 'content-type': 'application/json', 'content-length': String(MAX_WORDS) }, '/api/x', false],
    [{ 'content-type': 'application/json', 'content-length': String(MAX_WORDS + 1) }, '/api/x', true],
    [{ 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(MAX_WORDS + 1) }, '/do/track', true],
    [{ 'content-type': 'text/plain', 'content-length': String(MAX_WORDS + 1) }, '/', true],
    [{ 'content-type': 'text/plain; x=multipart/form-data', 'content-length': String(MAX_WORDS + 1) }, '/', true],
    [{ 'content-length': String(MAX_WORDS + 1) }, '/admin/structure/api/packages?name=a', false],
    [{ 'content-length': String(MAX_PACKAGE + 1) }, '/admin/structure/api/packages', true],
    [{ 'content-length': String(MAX_WORDS + 1) }, '/admin/structure/api/packages-x', true],
  ])('%j at %s too long: %s', (headers, url, expected) => expect(isTooLong({ headers, url })).toBe(expected))

  it.each([[undefined, false], ['identity', false], ['', false], ['gzip', true], ['GZIP', true], ['br, identity', true], ['deflate', true], ['x', true]])('content-encoding %s is packed: %s', (value, expected) =>
    expect(isPacked({ headers: { 'content-encoding': value } })).toBe(expected))

  it.each([['GET', false], ['HEAD', false], ['POST', false], ['PUT', false], ['PATCH', false], ['DELETE', false], ['OPTIONS', false], ['TRACE', true], ['CONNECT', true], ['PROPFIND', true], ['get', true], ['', true]])('%s is strange: %s', (method, expected) =>
    expect(isStrangeMethod(method)).toBe(expected))
})

describe('the address a connection came by', () => {
  it.each([
    [{ localAddress: '::ffff:192.0.2.9', localPort: 3000 }, 'http://192.0.2.9:3000'],
    [{ localAddress: '::1', localPort: 80 }, 'http://[::1]:80'],
    [{ localAddress: '192.0.2.9', localPort: 443, encrypted: true }, 'https://192.0.2.9:443'],
  ])('%j: %s', (socket, expected) => {
    const req = { headers: { host: 'evil.example', 'x-portal-origin': 'https://evil.example', 'x-forwarded-host': 'evil.example' }, socket: { remoteAddress: '192.0.2.1', ...socket } }
    mark({ req, trustProxy: 1 })
    expect(req.headers['x-portal-origin']).toBe(expected)
  })
})

describe('doors of staff', () => {
  it.each([
    ['/desk', true], ['/desk/queue?x', true], ['/admin', true], ['/admin?x', true], ['/api/users/login', true], ['/api/graphql', true],
    ['/', false], ['/desktop', false], ['/administration', false], ['/api/media/file/a.png', false], ['/zh/report', false],
    ['/api/matters?limit=1', true], ['/api/matters/1/transition', true], ['/api/access', true], ['/api/notices-x', true], ['/api/notices?limit=1', false], ['/api/rule-documents/1', false], ['/healthz', false], ['/readyz', false],
    ['/x/../desk/queue', true],
    ['/./api/users/me', true],
    ['//api/graphql', true],
    ['/zh/%2e%2e/admin', true],
    ['/%64esk/queue', true],
    ['/desk%2Fqueue', true],
    ['/\\desk', true],
    ['http://portal.example/desk', true],
    ['/%zz', true],
    ['/desk/../track', true],
    ['/track/../report', false],
  ])('%s: %s', (url, expected) => expect(isStaffDoor(url)).toBe(expected))

  it.each([
    [[], '203.0.113.9', true],
    [['10.0.0.0/8'], '10.200.3.4', true],
    [['10.0.0.0/8'], '11.0.0.1', false],
    [['192.0.2.7'], '192.0.2.7', true],
    [['192.0.2.7'], '192.0.2.8', false],
    [['10.0.0.0/8', '2001:db8::/32'], '2001:db8:1::5', true],
    [['2001:db8::/32'], '2001:db9::5', false],
    [['10.0.0.0/8'], '', false],
  ])('%j lets %s in: %s', (networks, address, expected) => expect(allowList(networks)(address)).toBe(expected))
})

describe('isGarbled', () => {
  it.each([
    ['/', false],
    ['/grid/%E6%A7%90', false],
    ['/search?q=%ZZ', false],
    ['/notices/%ZZ', true],
    ['/track/%E0%A4%A', true],
    ['/%', true],
  ])('%s: %s', (url, expected) => expect(isGarbled(url)).toBe(expected))
})

describe('the id of a request', () => {
  const made = /^[2-9A-HJKMNP-TV-Z]{10}$/
  it.each([
    ['0f8b3c1d-77aa-4c0e-9d1e-5f2b6a7c8d9e', 1, /^0f8b3c1d-77aa-4c0e-9d1e-5f2b6a7c8d9e$/],
    ['0f8b3c1d-77aa-4c0e-9d1e-5f2b6a7c8d9e', 0, made],
    [undefined, 1, made],
    ['short', 1, made],
    ['a'.repeat(65), 1, made],
    ['<script>alert(1)</script>', 1, made],
    ['id with spaces', 1, made],
    ['line\nbreak-in-it', 1, made],
    ['13800138000', 0, made],
  ])('%j behind %i proxies', (given, trustProxy, expected) => expect(requestId({ given, trustProxy })).toMatch(expected))
})
