import { describe, expect, it } from 'vitest'
import { serve } from './serve.fixture.mjs'
import { takersOf, untaken } from './takers.mjs'

const takes = takersOf({
  '/(desk)/desk/[...rest]/page': '/desk/[...rest]', '/(desk)/desk/api/matters/[id]/act/route': '/desk/api/matters/[id]/act', '/(desk)/desk/sign-in/go/route': '/desk/sign-in/go', '/(desk)/desk/sign-in/page': '/desk/sign-in',
  '/(payload)/api/[...slug]/route': '/api/[...slug]', '/(payload)/admin/[[...segments]]/page': '/admin/[[...segments]]', '/(site)/s/[lang]/[mode]/do/report/[step]/route': '/s/[lang]/[mode]/do/report/[step]', '/(site)/s/[lang]/[mode]/report/page': '/s/[lang]/[mode]/report', '/(site)/s/[lang]/[mode]/page': '/s/[lang]/[mode]',
})

describe('what stands at an address', () => {
  it.each(['/desk/api/matters/01ABC/act', '/desk/api/matters/01ABC/act?x=1', '/desk/sign-in/go', '/api/notices', '/api/notices/x/versions', '/do/report/where', '/en/do/report/where', '/elder/do/report/where', '/en/contrast/do/report/photos?lang=en'])('takes what is sent: %s', (url) => expect(takes(url)).toBe(true))

  it.each(['/', '/report', '/en/report', '/desk', '/desk/sign-in', '/desk/api/matters/act', '/desk/api/matters/a/b/act', '/admin', '/admin/collections/notices/x', '/nowhere', '/fr/do/report/where', '/s/zh/plain/do/report/where', '/api', '/_next/static/x.js', '//do/report/where', ''])('takes nothing: %s', (url) => expect(takes(url)).toBe(false))
})

const HOST = { host: 'portal.example.org' }
const own = { ...HOST, origin: 'https://portal.example.org', 'sec-fetch-site': 'same-origin', 'next-action': 'abc', cookie: 'a=b; payload-token=x.y.z' }

describe('what is sent to a page', () => {
  it.each([
    ['to a door', { method: 'POST', url: '/api/notices', headers: HOST }, undefined], ['asking, not sending', { method: 'GET', url: '/report', headers: HOST }, undefined],
    ['a form to a page', { method: 'POST', url: '/report', headers: { ...HOST, 'content-type': 'multipart/form-data; boundary=x' } }, 405], ['the number of a function to a page of residents', { method: 'POST', url: '/report', headers: own }, 405],
    ['by a page of the administration', { method: 'POST', url: '/admin/collections/notices', headers: own }, undefined], ['by an old browser, without TLS', { method: 'POST', url: '/admin', headers: { ...own, 'sec-fetch-site': undefined } }, undefined],
    ['by a page elsewhere', { method: 'POST', url: '/admin', headers: { ...own, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } }, 403], ['by a page elsewhere, unnamed', { method: 'POST', url: '/admin', headers: { ...own, origin: undefined, 'sec-fetch-site': 'cross-site' } }, 403],
    ['by no browser', { method: 'POST', url: '/admin', headers: { ...own, origin: undefined, 'sec-fetch-site': undefined } }, 403], ['by an origin that is none', { method: 'POST', url: '/admin', headers: { ...own, origin: 'null', 'sec-fetch-site': undefined } }, 403],
    ['by nobody', { method: 'POST', url: '/admin', headers: { ...own, cookie: 'payload-token=' } }, 401], ['a removal of a page', { method: 'DELETE', url: '/', headers: HOST }, 405],
  ])('%s', (_name, req, status) => expect(untaken({ req, takes })?.status).toBe(status))

  it('is judged by the address the portal was given', () => {
    const req = { method: 'POST', url: '/admin', headers: { ...own, host: 'inside:3000' } }
    expect(untaken({ req, takes, publicUrl: 'https://portal.example.org' })).toBeUndefined()
    expect(untaken({ req, takes })?.status).toBe(403)
  })

  it('does not reach what makes pages', async () => {
    const reached = []
    const { ask } = await serve((req, res) => {
      reached.push(req.url)
      res.end()
    }, { takes })
    for (const path of ['/', '/report', '/desk/sign-in', '/nowhere']) expect((await ask({ path, method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x' })).status).toBe(405)
    expect((await ask({ path: '/desk/sign-in/go', method: 'POST', body: 'a=b' })).status).toBe(200)
    expect(reached).toEqual(['/desk/sign-in/go'])
  })
})
