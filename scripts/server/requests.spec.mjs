import { describe, expect, it } from 'vitest'
import { allowList, clientAddress, isGarbled, isStaffDoor, isTooLong, loggedPath, mark, MAX_BODY } from './requests.mjs'

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
    expect(req.headers).toEqual({ 'x-portal-ip': '192.0.2.1', 'x-request-id': id })
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
  it.each([
    [{}, false],
    [{ 'content-length': '0' }, false],
    [{ 'content-length': String(MAX_BODY) }, false],
    [{ 'content-length': String(MAX_BODY + 1) }, true],
  ])('%j too long: %s', (headers, expected) => expect(isTooLong({ headers })).toBe(expected))
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
