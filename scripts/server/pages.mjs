import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { memory } from './memory.mjs'
import { plain } from './plain.mjs'
import { inlineHashes, policy } from './policy.mjs'

/** Set by src/services/site/pages/forget.ts: counts up whenever something that pages show has changed. */
const STATE = Symbol.for('portal.pages')
const generation = () => globalThis[STATE]?.generation ?? 0

/** How long a page is kept though nothing changed, in milliseconds: pages speak of hours, days and figures too. */
const MAX_AGE = 60_000
const MAX_BYTES = 64 * 1024 * 1024
/** How long others wait for a page that somebody is having made, before they have it made themselves. */
const PATIENCE = 10_000

const asTag = (body) => `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`

// Next answers parts of pages, and other pages, at the pages' own addresses to those who ask by headers of its own.
const NEXTS = /^(?:rsc$|next-|x-(?:next|invoke|middleware|matched|now))/
const asksNext = ({ headers }) => Object.keys(headers).some((name) => NEXTS.test(name))

const keyOf = (req) => ((req.method === 'GET' || req.method === 'HEAD') && !req.url.includes('?') && !asksNext(req) ? req.url : undefined)

const packed = (text) => {
  const body = Buffer.from(text)
  return { body, packed: gzipSync(body, { level: 9 }), tag: asTag(body) }
}

const isSame = (req, tag) => String(req.headers['if-none-match'] ?? '').split(/\s*,\s*/).some((each) => each === tag || `W/${each}` === tag || each === '*')

/** Sets the head of an answer with what was kept, and returns its body: packed for those who can unpack it, none for those who have it. */
export const headOf = ({ req, res, entry }) => {
  for (const [name, value] of Object.entries(entry.headers)) res.setHeader(name, value)
  res.setHeader('ETag', entry.tag)
  res.setHeader('Vary', 'Accept-Encoding')
  if (isSame(req, entry.tag)) {
    // A browser keeps the policy it got with the page.
    res.removeHeader('Content-Security-Policy')
    res.statusCode = 304
    return undefined
  }
  const small = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''))
  if (small) res.setHeader('Content-Encoding', 'gzip')
  const body = small ? entry.packed : entry.body
  res.setHeader('Content-Length', body.length)
  res.statusCode = 200
  return req.method === 'HEAD' ? undefined : body
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'public, max-age=0, must-revalidate' }
const SCRIPT = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'public, max-age=0, must-revalidate', 'Content-Security-Policy': policy() }

/**
 * Keeps pages that are the same for everybody, as they were sent, until something changes (`forgetPages`) or a minute has passed. `files`: what never changes
 * while the server runs, by address. `clock` in milliseconds.
 */
export const keepPages = ({ files = {}, clock = () => performance.now(), patience = PATIENCE } = {}) => {
  const pages = memory({ maxBytes: MAX_BYTES, sizeOf: (entry) => 500 + entry.body.length + entry.packed.length })
  const fixed = new Map(Object.entries(files).map(([path, text]) => [path, { ...packed(text), headers: SCRIPT }]))
  const making = new Map()

  const find = (key) => {
    const entry = pages.get(key)
    return entry && entry.generation === generation() && clock() - entry.at < MAX_AGE ? entry : undefined
  }

  /** Whoever asks for a page that was kept before and is being made again waits for it, so that a change is not paid for by a thousand at once. */
  const turn = (key, res) => {
    if (pages.get(key) === undefined) return undefined
    const others = making.get(key)
    if (others) return others
    const made = new Promise((resolve) => {
      const done = () => {
        if (making.get(key) === made) making.delete(key)
        resolve()
      }
      res.once('close', done)
      setTimeout(done, patience).unref()
    })
    making.set(key, made)
    return undefined
  }

  return {
    /** Answers a request from what is kept. Whether it did; a promise of it only where somebody else is having the page made. */
    answer: (req, res) => {
      const key = keyOf(req)
      if (key === undefined) return false
      const tell = () => {
        const entry = fixed.get(key) ?? find(key)
        if (entry) res.end(headOf({ req, res, entry }))
        return entry !== undefined
      }
      return tell() || (turn(key, res)?.then(tell) ?? false)
    },
    /** Looks at a whole page that was made for this request; returns what is to be sent, and keeps it if it is for everybody. */
    look: (req) => {
      const key = keyOf(req)
      const made = generation()
      return ({ body, status }) => {
        const page = status === 200 ? plain(body.toString('utf8')) : undefined
        if (page === undefined) return undefined
        const entry = { ...packed(page), headers: { ...HTML, 'Content-Security-Policy': policy(inlineHashes(page)) }, generation: made, at: clock() }
        if (key !== undefined && made === generation()) pages.set(key, entry)
        return entry
      }
    },
  }
}
