import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { keepPages } from './pages.mjs'
import { serve } from './serve.fixture.mjs'

const STATE = Symbol.for('portal.pages')
const change = () => {
  globalThis[STATE] = { generation: (globalThis[STATE]?.generation ?? 0) + 1 }
}
afterEach(() => {
  globalThis[STATE] = undefined
})

const META = '<meta name="portal-page" content="plain"/>'
const html = (res, text, status = 200) => res.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'set-cookie': 'a=b' }).end(text)

/** A site whose pages count how often they were made. */
const counting = async ({ text = (n) => `<html><head>${META}</head><p>${n}</p><script>boot()</script></html>`, status, during, ...options } = {}) => {
  const time = { at: 0 }
  const made = { count: 0, seen: [] }
  const handle = async (req, res) => {
    made.count += 1
    made.seen.push(req.url)
    const n = made.count
    await during?.()
    html(res, text(n), status)
  }
  const front = await serve(handle, { pages: keepPages({ clock: () => time.at, ...options }) })
  return { ...front, time, made }
}

const read = ({ headers, body }) => (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString()
const GZIP = { 'accept-encoding': 'gzip' }

describe('pages for everybody', () => {
  it('are made once, lose scripts they need not, and leave with a policy that allows none in them', async () => {
    const { ask, made } = await counting()
    const [first, second] = [await ask(), await ask({ headers: GZIP })]
    expect(made.count).toBe(1)
    expect(read(first)).toBe(`<html><head>${META}</head><p>1</p></html>`)
    expect(read(second)).toBe(read(first))
    expect(/script-src ([^;]*)/.exec(second.headers['content-security-policy'])?.[1]).toBe("'self'")
    expect(second.headers).toMatchObject({ 'content-encoding': 'gzip', etag: first.headers.etag, 'cache-control': 'public, max-age=0, must-revalidate', vary: 'Accept-Encoding', 'x-content-type-options': 'nosniff' })
    expect(second.headers).not.toHaveProperty('set-cookie')
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id'])
  })

  it('are not sent again to who has them', async () => {
    const { ask } = await counting()
    const { etag } = (await ask()).headers
    const same = await ask({ headers: { 'if-none-match': etag } })
    expect([same.status, same.body.length, same.headers['content-security-policy']]).toEqual([304, 0, undefined])
    expect((await ask({ headers: { 'if-none-match': 'W/"other"' } })).status).toBe(200)
  })

  it('answer HEAD without a body', async () => {
    const { ask, made } = await counting()
    const whole = await ask()
    const head = await ask({ method: 'HEAD' })
    expect([head.status, head.body.length, head.headers['content-length'], made.count]).toEqual([200, 0, whole.headers['content-length'], 1])
  })

  it('are made again when something changed, and when a minute has passed', async () => {
    const { ask, made, time } = await counting()
    await ask()
    change()
    expect(read(await ask())).toContain('<p>2</p>')
    time.at += 59_999
    await ask()
    expect(made.count).toBe(2)
    time.at += 1
    expect(read(await ask())).toContain('<p>3</p>')
  })

  it('are not kept when something changed while they were made', async () => {
    const { ask, made } = await counting({ during: change })
    await ask()
    await ask()
    expect(made.count).toBe(2)
  })

  it('are made once for all who ask for them after a change', async () => {
    let go
    const held = new Promise((resolve) => (go = resolve))
    const wait = { for: undefined }
    const { ask, made } = await counting({ during: () => wait.for })
    await ask()
    change()
    wait.for = held
    const all = [ask(), ask(), ask(), ask()]
    await new Promise((resolve) => setTimeout(resolve, 50))
    go()
    expect((await Promise.all(all)).map(read)).toEqual(Array(4).fill(`<html><head>${META}</head><p>2</p></html>`))
    expect(made.count).toBe(2)
  })

  it('are waited for no longer than it takes to make one', async () => {
    const wait = { for: undefined }
    const { ask, made } = await counting({ during: () => wait.for, patience: 20 })
    await ask()
    change()
    let go
    wait.for = new Promise((resolve) => (go = resolve))
    const first = ask()
    await new Promise((resolve) => setTimeout(resolve, 10))
    wait.for = undefined
    expect(read(await ask())).toContain('<p>3</p>')
    go()
    await first
    expect(made.count).toBe(3)
  })
})

describe('nothing is kept of', () => {
  const twice = async (site, question = {}) => {
    await site.ask(question)
    await site.ask(question)
    return site.made.count
  }

  it('pages that say nothing, which keep their scripts', async () => {
    const site = await counting({ text: () => '<html><script>boot()</script></html>' })
    expect(read(await site.ask())).toContain('boot()')
    expect(await twice(site)).toBe(3)
  })

  it('pages that tell of a failure', async () => {
    expect(await twice(await counting({ status: 500 }))).toBe(2)
    expect(await twice(await counting({ text: () => `<html><head>${META}<meta name="portal-status" content="404"/></head></html>` }))).toBe(2)
  })

  it.each([
    ['addresses with a question', { path: '/?q=a' }],
    ['what is sent', { method: 'POST', body: 'a', headers: { 'content-type': 'text/plain' } }],
    ['what Next asks of itself', { headers: { rsc: '1' } }],
    ['what pretends to come from Next', { headers: { 'x-invoke-path': '/desk' } }],
    ['pages of staff', { path: '/desk' }],
  ])('%s', async (_what, question) => {
    expect(await twice(await counting(), question)).toBe(2)
  })

  it('the answer to one who asked as Next does, for those who ask after', async () => {
    const site = await counting()
    await site.ask({ headers: { rsc: '1' } })
    expect(read(await site.ask())).toContain('<p>2</p>')
  })
})

it('files that never change are answered without asking anybody', async () => {
  const { ask, made } = await counting({ files: { '/light.js': 'go()' } })
  const answer = await ask({ path: '/light.js' })
  expect([answer.status, read(answer), answer.headers['content-type'], made.count]).toEqual([200, 'go()', 'text/javascript; charset=utf-8', 0])
  expect((await ask({ path: '/light.js', headers: { 'if-none-match': answer.headers.etag } })).status).toBe(304)
})
