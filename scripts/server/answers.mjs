import { createHash } from 'node:crypto'
import { createGzip, constants, gzipSync } from 'node:zlib'
import { failedPage, isNextsOwn } from './failedPage.mjs'
import { memory } from './memory.mjs'
import { headOf } from './pages.mjs'
import { framingOf, inlineHashes, policy } from './policy.mjs'

/** Longer HTML than this is sent as it comes, without leave for scripts inside it. */
export const MAX_COLLECTED = 4 * 1024 * 1024

const MIN_GZIP = 1024
const TEXTUAL = /^(?:text\/(?!event-stream)|application\/(?:json|javascript|manifest\+json|xml|[\w.-]+\+(?:json|xml))|image\/svg\+xml)/i

/** What was found out about a body once: its script hashes and its packed form, by the hash of its bytes. */
const known = memory({ maxBytes: 32 * 1024 * 1024, sizeOf: (entry) => 200 + entry.hashes.length * 60 + (entry.packed?.length ?? 0) })

/** How a page says that it tells of a failure: Next sends every page it could make with 200. Text of people cannot say it: "<" is escaped in it. */
const FAILURE = /<meta name="portal-status" content="([45]\d\d)"/

const found = (text) => ({ hashes: inlineHashes(text), status: Number(FAILURE.exec(text)?.[1] ?? 200) })

const study = ({ body, html, pack }) => {
  const key = createHash('sha256').update(html ? 'html\0' : '').update(body).digest('base64')
  const entry = known.get(key) ?? known.set(key, html ? found(body.toString('utf8')) : { hashes: [] })
  return pack && !entry.packed ? known.set(key, { ...entry, packed: gzipSync(body, { level: 6 }) }) : entry
}

const header = (res, name) => String(res.getHeader(name) ?? '')

const hasNoBody = (req, res) => req.method === 'HEAD' || res.statusCode === 204 || res.statusCode === 304

const packs = (req, res) =>
  TEXTUAL.test(header(res, 'content-type')) &&
  !res.hasHeader('content-encoding') &&
  res.statusCode !== 206 &&
  !header(res, 'cache-control').includes('no-transform') &&
  !(res.hasHeader('content-length') && Number(header(res, 'content-length')) < MIN_GZIP) &&
  /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''))

const prerendered = (res) => res.hasHeader('x-nextjs-prerender') || res.hasHeader('x-nextjs-cache')

/** Next tells some of its failures in three words, which nobody can report. */
const failedPlainly = (res) => res.statusCode >= 500 && header(res, 'content-type').startsWith('text/plain') && !res.hasHeader('content-encoding')

/**
 * How an answer leaves, decided when its headers are known:
 * `collect` whole (pages whose scripts are hashed, files that never change), `pack` on the fly, or `pass` untouched.
 */
const choose = (req, res, nonce) => {
  if (hasNoBody(req, res)) return 'pass'
  if (failedPlainly(res)) return 'collect'
  const html = header(res, 'content-type').startsWith('text/html') && !res.hasHeader('content-encoding')
  if (html && (!nonce || prerendered(res) || res.statusCode >= 500)) return 'collect'
  if (!packs(req, res)) return 'pass'
  return header(res, 'cache-control').includes('immutable') ? 'collect' : 'pack'
}

const markPacked = (res) => {
  res.setHeader('Content-Encoding', 'gzip')
  const etag = header(res, 'etag')
  if (etag && !etag.startsWith('W/')) res.setHeader('ETag', `W/${etag}`)
}

const varies = (res) => {
  if (TEXTUAL.test(header(res, 'content-type')) && !/accept-encoding/i.test(header(res, 'vary'))) res.appendHeader('Vary', 'Accept-Encoding')
}

const setHeaders = (res, headers) => {
  if (Array.isArray(headers)) {
    const pairs = headers.every(Array.isArray) ? headers : headers.flatMap((name, index) => (index % 2 === 0 ? [[name, headers[index + 1]]] : []))
    for (const [name, value] of pairs) res.setHeader(name, value)
    return
  }
  for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) res.setHeader(name, value)
}

// Next's own page of failure tells nobody anything: ours has the number that the log knows.
const told = ({ res, body, id }) => {
  if (res.statusCode < 500 || !isNextsOwn(body.toString('utf8'))) return body
  res.setHeader('Content-Type', 'text/html; charset=utf-8')
  return Buffer.from(failedPage({ id }))
}

const collecting = ({ req, res, raw, id, look, onTooLong }) => {
  let chunks = []
  let length = 0
  const finish = (done) => {
    const whole = Buffer.concat(chunks)
    const body = /^text\//.test(header(res, 'content-type')) ? told({ res, id, body: whole }) : whole
    const html = header(res, 'content-type').startsWith('text/html')
    const entry = html ? look({ body, status: res.statusCode }) : undefined
    if (entry) {
      res.removeHeader('Transfer-Encoding')
      return raw.end(headOf({ req, res, entry }), done)
    }
    const pack = body.length >= MIN_GZIP && packs(req, res)
    const { hashes, packed, status } = study({ body, html, pack })
    if (html && res.statusCode === 200) res.statusCode = status
    if (html) res.setHeader('Content-Security-Policy', policy(hashes, framingOf(req.url)))
    if (pack) markPacked(res)
    const out = pack ? packed : body
    res.removeHeader('Transfer-Encoding')
    res.setHeader('Content-Length', out.length)
    raw.end(out, done)
  }
  return {
    write: (chunk) => {
      if (!chunks) return raw.write(chunk)
      chunks.push(chunk)
      length += chunk.length
      if (length <= MAX_COLLECTED) return true
      onTooLong()
      const all = chunks
      chunks = undefined
      return raw.write(Buffer.concat(all))
    },
    end: (done) => (chunks ? finish(done) : raw.end(done)),
    flush: () => undefined,
  }
}

const packing = ({ res, raw }) => {
  markPacked(res)
  res.removeHeader('Content-Length')
  const gzip = createGzip({ level: 6 })
  const goOn = () => gzip.resume()
  gzip.on('data', (chunk) => {
    if (!raw.write(chunk)) {
      gzip.pause()
      res.once('drain', goOn)
    }
  })
  let ended
  gzip.on('end', () => raw.end(ended))
  gzip.on('drain', () => res.emit('drain'))
  res.once('close', () => gzip.destroy())
  return {
    write: (chunk) => gzip.write(chunk),
    end: (done) => {
      ended = done
      gzip.end()
    },
    flush: () => gzip.flush(constants.Z_SYNC_FLUSH),
  }
}

const passing = ({ raw }) => ({ write: raw.write, end: raw.end, flush: () => raw.flushHeaders() })

const WAYS = { collect: collecting, pack: packing, pass: passing }

const toBuffer = (chunk, encoding) => (typeof chunk === 'string' ? Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8') : chunk)

const callback = (...values) => values.find((value) => typeof value === 'function')

/**
 * Puts itself between the handler and the wire: gives every answer its content security policy and packs what packs well.
 * With a nonce, pages made for this request are streamed and the nonce is their policy; all other pages are collected and hashed. `look` sees each
 * of those whole, and says what is sent in its place.
 */
export const dress = ({ req, res, nonce, id, look = () => undefined, onTooLong }) => {
  const raw = { write: res.write.bind(res), end: res.end.bind(res), flushHeaders: res.flushHeaders.bind(res) }
  let way
  let ended = false
  const decide = () => {
    if (way) return way
    // A browser keeps the policy it got with the page; this answer knows nothing of its scripts.
    if (res.statusCode === 304) res.removeHeader('Content-Security-Policy')
    else res.setHeader('Content-Security-Policy', policy(nonce ? [`'nonce-${nonce}'`] : [], framingOf(req.url)))
    varies(res)
    // Node writes the head by calling writeHead itself, and has to reach its own again.
    delete res.writeHead
    way = WAYS[choose(req, res, nonce)]({ req, res, raw, id, look, onTooLong })
    return way
  }
  res.writeHead = (status, ...rest) => {
    res.statusCode = status
    if (typeof rest[0] === 'string') res.statusMessage = rest.shift()
    setHeaders(res, rest[0])
    decide()
    return res
  }
  res.flushHeaders = () => decide().flush()
  res.flush = () => decide().flush()
  res.write = (chunk, encoding, done) => {
    const more = decide().write(toBuffer(chunk, encoding))
    const tell = callback(encoding, done)
    if (tell) process.nextTick(tell)
    return more
  }
  res.end = (chunk, encoding, done) => {
    if (ended) return res
    ended = true
    const current = decide()
    if (chunk != null && typeof chunk !== 'function') current.write(toBuffer(chunk, encoding))
    current.end(callback(chunk, encoding, done))
    return res
  }
}
