import { withPayload } from '@payloadcms/next/withPayload'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))

/** @type {import('next').NextConfig} */
const config = {
  // The server in front of Next packs answers itself, after it has looked through pages for their scripts.
  compress: false,
  poweredByHeader: false,
  // Pictures are made in their sizes when they are taken in; nothing is resized at a stranger's wish.
  images: { unoptimized: true },
  // `npm test` checks types; a first start need not wait for that.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pino'],
  // A lockfile in a folder above this one must not become the root.
  turbopack: { root },
}

export default withPayload(config)
