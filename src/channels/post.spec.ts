import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { createServer as createTcp, type AddressInfo, type Server } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { postTo, type Post, type Resolved } from './post'
import { NotSent } from './types'

type Heard = { method?: string; url?: string; headers: IncomingMessage['headers']; body: string }
type Handler = (req: IncomingMessage, res: ServerResponse) => void

const heard: Heard[] = []
let answer: Handler = (_req, res) => res.end('fine')
let lines = 0
let server: ReturnType<typeof createServer>
let other: Server
let port = 0

const listen = (one: Server): Promise<number> => new Promise((resolve) => one.listen(0, '127.0.0.1', () => resolve((one.address() as AddressInfo).port)))

beforeAll(async () => {
  server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => {
      heard.push({ method: req.method, url: req.url, headers: req.headers, body })
      answer(req, res)
    })
  })
  server.on('connection', () => (lines += 1))
  port = await listen(server)
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  other?.close()
})
afterEach(() => {
  heard.length = 0
  lines = 0
  answer = (_req, res) => res.end('fine')
  vi.unstubAllEnvs()
})

const HERE: Resolved = { address: '127.0.0.1', family: 4 }
const HOUSE = { networks: ['127.0.0.1'], http: true }
const send = (given: Partial<Post> = {}) =>
  postTo({ address: `http://hooks.example.org:${port}/in?x=1`, headers: { 'idempotency-key': 'k-1' }, body: '{"a":"街"}', allowed: HOUSE, resolve: () => Promise.resolve([HERE]), ...given })
const fault = (given: Partial<Post>) => send(given).then(() => 'sent', (error: unknown) => (error instanceof NotSent ? error.message : String(error)))

describe('a message to another system', () => {
  it('goes to the address of its name, under its name', async () => {
    expect(await send()).toEqual({ status: 200, text: 'fine' })
    expect(heard).toEqual([expect.objectContaining({ method: 'POST', url: '/in?x=1', body: '{"a":"街"}' })])
    expect(heard[0]?.headers).toMatchObject({ host: `hooks.example.org:${port}`, 'idempotency-key': 'k-1', 'content-length': '11' })
  })

  it('asks for the name once and stays with the answer: a second answer, of another machine, is never heard', async () => {
    const answers: Resolved[][] = [[HERE], [{ address: '127.0.0.2', family: 4 }]]
    const resolve = vi.fn(() => Promise.resolve(answers.shift() ?? []))
    expect(await send({ resolve })).toMatchObject({ status: 200 })
    expect(resolve).toHaveBeenCalledTimes(1)
    expect(await fault({ resolve })).toBe('private')
    expect([lines, heard.length]).toEqual([1, 1])
  })

  it.each([
    ['this machine', [{ address: '127.0.0.2', family: 4 }]],
    ['this machine, in IPv6', [{ address: '::1', family: 6 }]],
    ['this machine, as IPv4 inside IPv6', [{ address: '::ffff:127.0.0.2', family: 6 }]],
    ['this machine, through NAT64', [{ address: '64:ff9b::7f00:1', family: 6 }]],
    ['the metadata of a cloud', [{ address: '169.254.169.254', family: 4 }]],
    ['a private network', [{ address: '10.0.0.5', family: 4 }]],
    ['one that may be reached and one that may not', [HERE, { address: '10.0.0.5', family: 4 }]],
  ])('goes nowhere when its name leads to %s', async (_name, found) => {
    expect(await fault({ resolve: () => Promise.resolve(found) })).toBe('private')
    expect(lines).toBe(0)
  })

  it('goes nowhere when its name is not known', async () => {
    expect(await fault({ resolve: () => Promise.reject(new Error('ENOTFOUND')) })).toBe('name')
    expect(await fault({ resolve: () => Promise.resolve([]) })).toBe('name')
    expect(await fault({ resolve: () => new Promise(() => undefined), connectMs: 30 })).toBe('timeout')
  })

  it.each([
    [301, '/there', 'redirect 301'], [302, 'http://127.0.0.1:1/', 'redirect 302'], [307, 'http://169.254.169.254/latest', 'redirect 307'], [308, '/there', 'redirect 308'],
    [400, '', 'answer 400'], [404, '', 'answer 404'], [500, '', 'answer 500'], [503, '', 'answer 503'],
  ])('an answer of %i is no yes, and nobody follows it', async (status, location, expected) => {
    answer = (_req, res) => res.writeHead(status, location ? { location } : {}).end()
    expect(await fault({})).toBe(expected)
    expect(heard).toHaveLength(1)
  })

  it.each([200, 201, 202, 204])('%i is a yes', async (status) => {
    answer = (_req, res) => res.writeHead(status).end()
    expect(await send()).toEqual({ status, text: '' })
  })

  it('is given up when nobody answers, and when the answer never ends', async () => {
    answer = () => undefined
    expect(await fault({ wholeMs: 60 })).toBe('timeout')
    answer = (_req, res) => {
      res.write('a')
      const timer = setInterval(() => res.write('a'), 5)
      res.on('close', () => clearInterval(timer))
    }
    expect(await fault({ wholeMs: 60 })).toBe('timeout')
  })

  it('reads a little of a long answer and hangs up', async () => {
    let closed: () => void = () => undefined
    const over = new Promise<void>((resolve) => (closed = resolve))
    answer = (_req, res) => {
      res.on('close', () => closed())
      const more = () => { while (res.write('x'.repeat(1024))); }
      res.on('drain', more)
      more()
    }
    const { status, text } = await send()
    expect([status, text.length]).toEqual([200, 4096])
    await over
  })

  it('says so when nobody listens, or the line breaks', async () => {
    other = createTcp((socket) => socket.destroy())
    const gone = await listen(other)
    expect(await fault({ address: `http://hooks.example.org:${gone}/` })).toBe('connect')
    await new Promise((resolve) => other.close(resolve))
    expect(await fault({ address: `http://hooks.example.org:${gone}/` })).toBe('connect')
  })

  it('asks no proxy', async () => {
    for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY']) vi.stubEnv(name, 'http://127.0.0.1:9')
    vi.stubEnv('NODE_USE_ENV_PROXY', '1')
    expect(await send()).toMatchObject({ status: 200 })
    expect(heard[0]?.url).toBe('/in?x=1')
  })

  it('over https speaks to nobody whose certificate nobody vouches for, whatever the environment says', async () => {
    const pem = readFileSync('tests/fixtures/tls/self-signed.pem')
    const words: string[] = []
    const sealed = createHttps({ key: pem, cert: pem }, (req, res) => { words.push(req.url ?? ''); res.end('fine') })
    const at = await listen(sealed)
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    expect(await fault({ address: `https://hooks.example.org:${at}/` })).toBe('certificate')
    expect(await fault({ address: `https://hooks.example.org:${port}/` })).toBe('certificate')
    expect([words, heard]).toEqual([[], []])
    sealed.close()
  })

  it.each([['https://1.1.1.1:22/', 'address'], ['ftp://hooks.example.org/', 'address'], ['http://0x7f000002/', 'private'], ['http://[::1]/', 'private']])('%s: %s', async (address, expected) => {
    expect(await fault({ address })).toBe(expected)
    expect(await fault({ address: 'http://hooks.example.org/', allowed: { networks: [], http: false } })).toBe('address')
  })
})
