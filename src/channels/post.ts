import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { hostOf, mayReach, readAddress, type Allowed } from './hookAddress'
import { NotSent, type SendFault } from './types'

export type Resolved = { address: string; family: number }
export type Resolve = (host: string) => Promise<Resolved[]>

export type Post = {
  address: string
  headers: Record<string, string>
  body: string
  allowed: Allowed
  /** Asks for the addresses of a name, once. */
  resolve?: Resolve
  /** Milliseconds until the connection stands, and until all is over. */
  connectMs?: number
  wholeMs?: number
}

export type Answer = { status: number; text: string }

const CONNECT_MS = 5_000
const WHOLE_MS = 10_000
const MOST_READ = 4 * 1024

const resolveAll: Resolve = (host) => lookup(host, { all: true, verbatim: true })

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const faultOf = (error: unknown): SendFault => (/CERT|TLS|SSL|SELF_SIGNED|VERIFY|ALTNAME|EPROTO/.test(codeOf(error)) ? 'certificate' : 'connect')

/** Every address of the name must be one that may be reached: whoever answers with two, one of them private, tries something. */
const pin = async (url: URL, { allowed, resolve = resolveAll }: Post): Promise<Resolved> => {
  const host = hostOf(url)
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host).catch((cause: unknown) => Promise.reject(new NotSent('name', undefined, { cause })))
  const [first] = found
  if (!first) throw new NotSent('name')
  if (!found.every(({ address }) => mayReach(address, url, allowed))) throw new NotSent('private')
  return first
}

/** Names no other address than the one that was judged, however often it is asked. */
const pinned = ({ address, family }: Resolved): LookupFunction => (_host, options, done) => {
  if (options.all) done(null, [{ address, family }])
  else done(null, address, family)
}

const read = (response: http.IncomingMessage, done: (answer: Answer) => void): void => {
  const chunks: Buffer[] = []
  let length = 0
  const finish = () => done({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).subarray(0, MOST_READ).toString('utf8') })
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    length += chunk.length
    if (length < MOST_READ) return
    finish()
    response.destroy()
  })
  response.on('end', finish)
}

type Line = { url: URL; to: Resolved; post: Post }

/** Nothing is written before the connection stands and is known to be with the machine that was judged. */
const whenConnected = (socket: Socket, then: (at: string) => void): void => {
  socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', () => then(socket.remoteAddress ?? ''))
}

const talk = ({ url, to, post }: Line): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { request, Agent } = url.protocol === 'https:' ? https : http
    const timers: NodeJS.Timeout[] = []
    const agent = new Agent({ keepAlive: false })
    const asked = request(url, { method: 'POST', agent, lookup: pinned(to), headers: { ...post.headers, 'content-length': String(Buffer.byteLength(post.body)) }, ...(url.protocol === 'https:' ? { rejectUnauthorized: true } : {}) })
    const end = (act: () => void) => {
      for (const timer of timers) clearTimeout(timer)
      act()
      asked.destroy()
    }
    const fail = (fault: NotSent) => end(() => reject(fault))
    const connecting = setTimeout(() => fail(new NotSent('timeout')), post.connectMs ?? CONNECT_MS)
    timers.push(connecting, setTimeout(() => fail(new NotSent('timeout')), post.wholeMs ?? WHOLE_MS))
    asked.on('error', (cause) => fail(new NotSent(faultOf(cause), undefined, { cause })))
    asked.on('socket', (socket) => whenConnected(socket, (at) => {
      clearTimeout(connecting)
      if (mayReach(at, url, post.allowed)) asked.end(post.body)
      else fail(new NotSent('private'))
    }))
    asked.on('response', (response) => {
      response.on('error', (cause) => fail(new NotSent('connect', undefined, { cause })))
      read(response, (answer) => end(() => resolve(answer)))
    })
  })

const inTime = async <T>(work: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotSent('timeout')), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/**
 * Posts to an address that somebody typed in, and to nothing else: the name is resolved once, every address of it judged, the connection
 * made to the judged one, no redirection followed, no proxy asked, at most 4 kB of the answer read. Errors: NotSent.
 */
export const postTo = async (post: Post): Promise<Answer> => {
  const read = readAddress(post.address, post.allowed)
  if ('fault' in read) throw new NotSent(read.fault === 'private' ? 'private' : 'address')
  const to = await inTime(pin(read.url, post), post.connectMs ?? CONNECT_MS)
  const answer = await talk({ url: read.url, to, post })
  if (answer.status >= 300 && answer.status < 400) throw new NotSent('redirect', answer.status)
  if (answer.status < 200 || answer.status >= 300) throw new NotSent('answer', answer.status)
  return answer
}
