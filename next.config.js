import { withPayload } from '@payloadcms/next/withPayload'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))

// Residents see short addresses; inside, language and way of display are segments, so that every variant is a page of its own.
const VARIANTS = ['en', 'zh'].flatMap((lang) => ['elder', 'contrast', 'kiosk', 'plain'].map((mode) => ({ lang, mode })))
const prefixOf = ({ lang, mode }) => (lang === 'en' ? '/en' : '') + (mode === 'plain' ? '' : `/${mode}`)

// The longest prefix first: plain Chinese takes whatever is left, but nothing that belongs to Next or Payload.
const siteRewrites = () =>
  VARIANTS.flatMap(({ lang, mode }) => {
    const prefix = prefixOf({ lang, mode })
    const inside = `/s/${lang}/${mode}`
    const rest = prefix ? '/:path*' : '/:path((?!_next(?:/|$)|api(?:/|$)|s(?:/|$)).*)'
    return [{ source: prefix || '/', destination: inside }, { source: `${prefix}${rest}`, destination: `${inside}/:path${prefix ? '*' : ''}` }]
  })

// The inside addresses are nobody's: two addresses for one page would be two pages to search engines.
const siteRedirects = () =>
  VARIANTS.flatMap(({ lang, mode }) => {
    const prefix = prefixOf({ lang, mode })
    return [
      { source: `/s/${lang}/${mode}`, destination: prefix || '/', permanent: false },
      { source: `/s/${lang}/${mode}/:path*`, destination: `${prefix}/:path*`, permanent: false },
    ]
  })

// Payload's dead ends: no mail is sent for a forgotten password, and who holds no right here has work at the desk.
const adminRedirects = [
  { source: '/admin/forgot', destination: '/desk/sign-in', permanent: false },
  // One page of sign-in, with the second factor behind it.
  { source: '/admin/login', destination: '/desk/sign-in?next=/admin', permanent: false },
  { source: '/admin/unauthorized', destination: '/desk', permanent: false },
]

/** @type {import('next').NextConfig} */
const config = {
  // The server in front of Next packs answers itself, after it has looked through pages for their scripts.
  compress: false,
  poweredByHeader: false,
  // Titles stand in the head for everybody: those that came late would need a script to get there.
  htmlLimitedBots: /.*/,
  // Pictures are made in their sizes when they are taken in; nothing is resized at a stranger's wish.
  images: { unoptimized: true },
  // `npm test` checks types; a first start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // One copy of each, under its own names: bundled, Payload's errors stand in many chunks, and no `instanceof` or `name` of them holds.
  serverExternalPackages: ['pino', 'payload', '@payloadcms/db-mongodb', '@payloadcms/db-sqlite', '@payloadcms/drizzle', '@payloadcms/graphql'],
  // As much as the server in front takes of words (scripts/server/requests.mjs).
  experimental: { serverActions: { bodySizeLimit: 4 * 1024 * 1024 } },
  // A lockfile in a folder above this one must not become the root.
  turbopack: { root },
  // Browsers ask for it by themselves where an answer names no icon: a file, a line of words.
  redirects: async () => [{ source: '/favicon.ico', destination: '/icon.svg', permanent: true }, ...siteRedirects(), ...adminRedirects],
  rewrites: async () => ({ beforeFiles: [], afterFiles: [], fallback: siteRewrites() }),
}

export default withPayload(config)
