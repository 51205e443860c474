import { readdirSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openContext } from '../helpers/browser'
import { type Portal, startPortal } from '../helpers/server'

const ONE_TIME = /one-time password\s+(\S+)/

describe('a running portal', () => {
  let portal: Portal
  let browser: Browser
  beforeAll(async () => {
    portal = await startPortal({ env: { LOG_LEVEL: 'debug' } })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await portal?.stop()
  })

  it('told the first password once and keeps its keys to itself', async () => {
    await portal.said(ONE_TIME)
    expect(portal.output().match(new RegExp(ONE_TIME, 'g'))).toHaveLength(1)
    const keys = path.join(portal.dataDir, 'keys')
    expect(statSync(keys).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(keys)) expect(statSync(path.join(keys, name)).mode & 0o777, name).toBe(0o600)
    expect(readdirSync(keys)).toContain('session')
  })

  it('tells whoever watches over it that it lives and serves, and nothing of the office', async () => {
    const asked = async (place: string) => {
      const answer = await fetch(portal.url + place)
      return [answer.status, answer.headers.get('cache-control'), await answer.json()]
    }
    expect(await asked('/healthz')).toEqual([200, 'no-store', { status: 'ok' }])
    expect(await asked('/readyz')).toEqual([200, 'no-store', { status: expect.stringMatching(/^(ok|degraded)$/), checks: { database: 'ok', office: 'ok', jobs: expect.stringMatching(/^(ok|late)$/), storage: 'ok' } }])
  })

  it.each(['/', '/report', '/admin/login', '/desk', '/no-such-page', '/api/no-such-door'])('answers %s under a strict policy', async (place) => {
    const answer = await fetch(portal.url + place)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(answer.status).toBeLessThan(500)
    expect(policy).toMatch(/script-src 'self'/)
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('x-powered-by')).toBeNull()
    expect(answer.headers.get('strict-transport-security')).toBeNull()
    await portal.said(new RegExp(`"requestId":"${answer.headers.get('x-request-id')}"`))
  })

  it('keeps queries and codes out of its log', async () => {
    await fetch(`${portal.url}/track/K7QX2M9P44WD?word=parrot-and-lemon`)
    await portal.said(/"path":"\/track\/:id"/)
    expect(portal.output()).not.toMatch(/K7QX2M9P44WD|parrot/)
  })

  it.each<{ door: string; method?: string; body: string; type: string; status: number; says: RegExp }>([
    { door: '/desk/sign-in/go', body: 'name=owner&password=not-this-one', type: 'application/x-www-form-urlencoded', status: 303, says: /fault=wrongCredentials/ },
    { door: '/desk/sign-in/go', body: 'name=nobody&password=not-this-one', type: 'application/x-www-form-urlencoded', status: 303, says: /fault=wrongCredentials/ },
    { door: '/api/users/login', body: '{"username":"owner","password":"not-this-one"}', type: 'application/json', status: 401, says: /账号或密码不对/ },
    { door: '/api/matters', body: '{}', type: 'application/json', status: 405, says: /matters/ },
    { door: '/api/users/forgot-password', body: '{"username":"owner"}', type: 'application/json', status: 403, says: /[\u4e00-\u9fff]|refused/ },
  ])('keeps the words and the status of a refusal in the built portal: $door', async ({ door, body, type, status, says }) => {
    const answer = await fetch(portal.url + door, { method: 'POST', body, redirect: 'manual', headers: { 'content-type': type, origin: portal.url } })
    const said = `${answer.headers.get('location') ?? ''} ${await answer.text()}`
    expect(answer.status, said).toBe(status)
    expect(said).toMatch(says)
    expect(said).not.toMatch(/unknown error/i)
  })

  it('brings up the administration in a browser, without a call to anybody else', async () => {
    const { page, close } = await openContext(browser, { baseURL: portal.url })
    await page.goto('/admin/login')
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => document.querySelectorAll('script[nonce]').length)).toBeGreaterThan(0)
    await close()
  })
})

/** Sends a request but for the body, resolves `begun` when the portal has taken it in, and `answer` with all that came once `finish` was called. */
const halfSent = (portal: Portal) => {
  const body = '{"username":"nobody","password":"nothing"}'
  const socket = connect(Number(new URL(portal.url).port), '127.0.0.1')
  const begun = new Promise((resolve) => socket.once('data', resolve))
  const answer = new Promise<string>((resolve, reject) => {
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('error', reject)
    socket.on('close', () => resolve(text))
  })
  socket.write(`POST /api/users/login HTTP/1.1\r\nHost: portal\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`)
  return { begun, answer, finish: () => socket.write(body) }
}

describe('starting and stopping', () => {
  let dataDir = ''
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'portal-data-'))
  })
  afterAll(() => rm(dataDir, { recursive: true, force: true }))

  it('finishes what is in flight, ends well, and opens the same data again without building or greeting', async () => {
    const first = await startPortal({ dataDir })
    await first.said(ONE_TIME)
    const { begun, answer, finish } = halfSent(first)
    await begun
    const stopped = first.stop('SIGTERM')
    await first.said(/stopping: no new requests/)
    finish()
    expect(await answer).toMatch(/^HTTP\/1\.1 100 [^]*HTTP\/1\.1 4\d\d/)
    expect(await stopped).toBe(0)
    expect(first.output()).toMatch(/"msg":"stopped"/)

    const second = await startPortal({ dataDir, script: 'start' })
    expect(second.output()).toMatch(/nothing changed since the last one/)
    expect(second.output()).not.toMatch(ONE_TIME)
    expect(await second.stop('SIGINT')).toBe(0)
  })

  it('tells every fault of the environment in a line of its own, and opens nothing', async () => {
    const failed = startPortal({ dataDir: path.join(dataDir, 'never'), env: { DEMO: 'perhaps', LOG_LEVEL: 'loud' } })
    const error = await failed.then(() => undefined, (reason: Error) => reason.message)
    expect(error).toContain('ended with 1')
    expect(error?.split('\n').filter((line) => line.startsWith('✗'))).toEqual([
      '✗ DEMO must be 1 or 0, but is "perhaps"',
      '✗ LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, but is "loud"',
    ])
    expect(readdirSync(dataDir)).not.toContain('never')
  })

  it('does not open the data a second time on the same port', async () => {
    const first = await startPortal({ dataDir })
    await expect(startPortal({ dataDir, env: { PORT: new URL(first.url).port } })).rejects.toThrow(/PORT \d+ is in use/)
    expect(await first.stop()).toBe(0)
  })
})
