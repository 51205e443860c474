import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../lib/root.mjs'

/** Inside, language and way of display of residents' pages are segments; outside they are prefixes that may be missing (next.config.js). */
const INSIDE = '/s/[lang]/[mode]'
const PREFIX = '(?:/en)?(?:/elder|/contrast|/kiosk)?'

const pattern = (segment) => {
  if (/^\[\[\.\.\..+\]\]$/.test(segment)) return '(?:/.*)?'
  if (/^\[\.\.\..+\]$/.test(segment)) return '/.+'
  if (/^\[.+\]$/.test(segment)) return '/[^/]+'
  return `/${segment.replace(/[.*+?^${}()|\\]/g, '\\$&')}`
}

const shapeOf = (address) => {
  const site = address.startsWith(`${INSIDE}/`)
  const rest = site ? address.slice(INSIDE.length) : address
  return `${site ? PREFIX : ''}${rest.split('/').slice(1).map(pattern).join('')}`
}

/** `paths`: what Next wrote down of its files at the build. Returns whether something stands at an address that takes what is sent to it; pages do not. */
export const takersOf = (paths) => {
  const shapes = Object.entries(paths).filter(([file]) => file.endsWith('/route')).map(([, address]) => shapeOf(address))
  const all = new RegExp(`^(?:${shapes.join('|')})/?$`)
  return (url = '/') => all.test(url.split(/[?#]/, 1)[0] ?? '/')
}

export const readTakers = async () => takersOf(JSON.parse(await readFile(join(ROOT, '.next', 'app-path-routes-manifest.json'), 'utf8')))

const SENDS = ['POST', 'PUT', 'PATCH', 'DELETE']

/** A function of the administration's pages, which Next calls by a number in a header, at the address of the page. */
const isFunction = ({ headers, url }) => headers['next-action'] !== undefined && /^\/admin(?:[/?#]|$)/.test(url)

const hostOf = (origin) => (URL.canParse(origin) ? new URL(origin).host : undefined)

/** Whether a browser says that a page of this portal sent this. Browsers name the origin on every POST. */
const isOwn = ({ headers }, publicUrl) => {
  const { origin, 'sec-fetch-site': site } = headers
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined) return site !== undefined
  return publicUrl ? origin === publicUrl : hostOf(origin) === headers.host
}

const SESSION = /(?:^|;\s*)payload-token=[^;]/

const nobodys = { status: 405, text: 'This address takes nothing that is sent to it.', headers: { Allow: 'GET, HEAD' } }
const foreign = { status: 403, text: 'This was not sent by a page of this portal.' }
const unknown = { status: 401, text: 'Sign in first.' }

/**
 * Why a request that sends something is not handed on; undefined when it is. Next takes what is posted to any page for a call of a function
 * inside, and fails over most of it: to pages goes only what pages of the administration send, by somebody who is signed in.
 */
export const untaken = ({ req, takes, publicUrl }) => {
  if (!SENDS.includes(req.method)) return undefined
  if (!isFunction(req)) return takes(req.url) ? undefined : nobodys
  if (!isOwn(req, publicUrl)) return foreign
  return SESSION.test(req.headers.cookie ?? '') ? undefined : unknown
}
