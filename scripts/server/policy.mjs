import { createHash } from 'node:crypto'

const ATTRIBUTES = `(?:[^>"']|"[^"]*"|'[^']*')*`
const SCRIPT = new RegExp(`<script\\b(${ATTRIBUTES})>([\\s\\S]*?)</script\\s*>`, 'gi')
const RUNS = /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:java|ecma)script)$/i

const attribute = (text, name) => {
  const found = new RegExp(`(?:^|\\s)${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?(?=\\s|/|$)`, 'i').exec(text)
  return found ? (found[1] ?? found[2] ?? found[3] ?? '') : undefined
}

/** The sources of script-src for every script that stands in this HTML itself, each once: 'sha256-…'. */
export const inlineHashes = (html) => {
  const hashes = new Set()
  for (const [, attributes = '', text = ''] of html.matchAll(SCRIPT)) {
    if (attribute(attributes, 'src') !== undefined || !RUNS.test(attribute(attributes, 'type') ?? '')) continue
    // A browser hashes what its parser made of the text, which knows one kind of line end only.
    const digest = createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('base64')
    hashes.add(`'sha256-${digest}'`)
  }
  return [...hashes]
}

/** What publishers see before it is public, and the examples of the catalogue: the only pages that stand in a frame, and only in one of this portal. */
const FRAMED = /^\/admin\/preview\/(?:zh|en)\/(?:plain|elder|contrast)\/(?:pages|notices|blocks)\/[A-Za-z0-9]+(?:\?|$)/
/** The administration, whose pages change without being loaded anew, puts previews beside its forms. */
const FRAMES = /^\/admin(?:[/?#]|$)/

/** Whether the page at an address may stand in a frame of this portal, and whether it may hold one. */
export const framingOf = (url = '/') => ({ framed: FRAMED.test(url), frames: FRAMES.test(url) && !FRAMED.test(url) })

/** The content security policy of an answer whose scripts are named by `scripts` (hashes, or one nonce). */
export const policy = (scripts = [], { framed = false, frames = false } = {}) =>
  [
    "default-src 'self'",
    ["script-src 'self'", ...scripts].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "media-src 'self'",
    `frame-src ${frames ? "'self'" : "'none'"}`,
    `frame-ancestors ${framed ? "'self'" : "'none'"}`,
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ')

/** Headers of every answer, besides the policy. HSTS only where the portal's address is https, or nobody could reach it; for names below it
 * only where the office says that they are all https, too. */
export const safetyHeaders = ({ https, subdomains = false }) => ({
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(self), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Permitted-Cross-Domain-Policies': 'none',
  ...(https ? { 'Strict-Transport-Security': `max-age=31536000${subdomains ? '; includeSubDomains' : ''}` } : {}),
})
