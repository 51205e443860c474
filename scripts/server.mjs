import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { isMain, ROOT } from './lib/root.mjs'
import { LIGHT, lightOf } from './light.mjs'
import { elapsed, Fault, runMain, say } from './lib/say.mjs'
import { loadSettings } from './lib/settings.mjs'
import { dress } from './server/answers.mjs'
import { closing } from './server/closing.mjs'
import { failedPage } from './server/failedPage.mjs'
import { isMetrics, makeMetrics, mayRead } from './server/metrics.mjs'
import { keepPages } from './server/pages.mjs'
import { framingOf, safetyHeaders } from './server/policy.mjs'
import { captureConsole, inRequest, loggerOf } from './server/requestLog.mjs'
import { readTakers, untaken } from './server/takers.mjs'
import { onlyHealth } from './server/worker.mjs'
import { ALLOWED, allowList, isGarbled, isPacked, isStaffDoor, isStrangeMethod, isTooLong, loggedPath, mark, watchBody } from './server/requests.mjs'

/** Set by src/lib/env.ts once the environment was found valid. */
const SETTINGS = Symbol.for('portal.env')
/** Set by the boot service: closes the database. */
const CLOSE = Symbol.for('portal.close')

// Pages made anew for each request, where text of residents meets the rights of staff: their scripts carry a nonce.
const DYNAMIC = /^\/(?:desk|admin)(?:[/?#]|$)/

const refuse = ({ res, status, text, headers = {} }) => {
  const body = Buffer.from(`${text}\n`)
  const all = { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': body.length, 'Cache-Control': 'no-store', ...headers }
  for (const [name, value] of Object.entries(all)) res.setHeader(name, value)
  res.statusCode = status
  res.end(body)
}

const withNonce = (req) => {
  // Next reads the nonce for its own scripts from this header; nobody outside may choose one.
  delete req.headers['content-security-policy']
  delete req.headers['content-security-policy-report-only']
  if (!DYNAMIC.test(req.url)) return undefined
  const nonce = randomBytes(16).toString('base64')
  req.headers['content-security-policy'] = `script-src 'nonce-${nonce}'`
  return nonce
}

const watchAnswer = ({ req, res, id, log, metrics }) => {
  const start = performance.now()
  const { method, url } = req
  res.once('close', () => {
    const ms = performance.now() - start
    metrics.count({ url, status: res.statusCode, seconds: ms / 1000 })
    log.debug({ requestId: id, method, path: loggedPath(url), status: res.statusCode, ms: Math.round(ms) }, 'request')
  })
}

const tellMetrics = async ({ res, metrics, may, who }) => {
  if (!may(who)) return refuse({ res, status: 403, text: 'Not for you.' })
  const body = Buffer.from(await metrics.text())
  for (const [name, value] of Object.entries({ 'Content-Type': metrics.contentType, 'Content-Length': body.length, 'Cache-Control': 'no-store' })) res.setHeader(name, value)
  res.end(body)
}

const refuseFailed = ({ res, id }) => refuse({ res, status: 500, text: failedPage({ id }), headers: { 'Content-Type': 'text/html; charset=utf-8' } })

const tooLarge = { status: 413, text: 'This is more than the portal takes at once.' }

const tooSlow = { status: 408, text: 'Nothing came for too long. Please send it again.' }
const strange = { status: 405, text: 'The portal does not understand this.', headers: { Allow: ALLOWED } }
const packed = { status: 415, text: 'The portal takes nothing that comes packed.' }

const LISTEN_ON = 2000

// Who still sends hears the answer only if somebody listens a little longer; the reader of the body waits for a rest that is not wanted any more.
const cutOff = ({ req, res, answer }) => {
  setTimeout(() => req.destroy(), LISTEN_ON).unref()
  if (!res.headersSent) refuse({ res, ...answer, headers: { Connection: 'close' } })
}

const keptAnswer = ({ req, res, pages, open }) => open && pages.answer(req, res)

const frameable = ({ req, res }) => {
  if (framingOf(req.url).framed) res.setHeader('X-Frame-Options', 'SAMEORIGIN')
}

/** Everything that happens to a request before and after Next's own handler. `settings` is what env() of src/lib/env.ts returns; `takes` whether a door stands at an address; `pause` how long a body may pause (ms); `pages` what is kept of residents' pages. */
export const front = ({ handle, settings, log, ends, pause, takes = () => true, pages = keepPages(), metrics = makeMetrics({ process: false }) }) => {
  const headers = Object.entries(safetyHeaders({ https: settings.PUBLIC_URL?.startsWith('https:'), subdomains: settings.HSTS_SUBDOMAINS }))
  const mayEnter = allowList(settings.DESK_IP_ALLOW)
  const may = mayRead(settings)

  const refusal = ({ req, address }) => {
    const [refused] = [
      () => isStrangeMethod(req.method) && strange,
      () => isPacked(req) && packed,
      () => isTooLong(req) && tooLarge,
      () => isGarbled(req.url) && { status: 400, text: 'This is no address of this portal.' },
      () => untaken({ req, takes, publicUrl: settings.PUBLIC_URL }),
      () => isStaffDoor(req.url) && !mayEnter(address) && { status: 403, text: 'This part of the portal is not open to your network.' },
    ].flatMap((look) => look() || [])
    return refused
  }

  return async (req, res) => {
    const { address, id, relayed } = mark({ req, trustProxy: settings.TRUST_PROXY })
    ends.track(res)
    for (const [name, value] of headers) res.setHeader(name, value)
    frameable({ req, res })
    res.setHeader('X-Request-Id', id)
    watchAnswer({ req, res, id, log, metrics })
    const nonce = withNonce(req)
    const refused = refusal({ req, address })
    const kept = keptAnswer({ req, res, pages, open: !refused && !nonce })
    // Not waited for where nothing is kept: a body would run past whoever watches it.
    if (kept && (await kept)) return
    dress({ req, res, nonce, id, look: pages.look(req), onTooLong: () => log.warn({ requestId: id, path: loggedPath(req.url) }, 'page too long to be looked through for scripts') })
    if (refused) return refuse({ res, ...refused })
    watchBody({ req, pause, onTooLong: () => cutOff({ req, res, answer: tooLarge }), onPause: () => cutOff({ req, res, answer: tooSlow }) })
    try {
      if (isMetrics(req.url)) return await tellMetrics({ res, metrics, may, who: { address, relayed, authorization: req.headers.authorization } })
      await inRequest(id, () => handle(req, res))
    } catch (error) {
      log.error({ requestId: id, err: error }, 'request failed')
      if (res.headersSent) res.destroy()
      else refuseFailed({ res, id })
    }
  }
}

const listen = (server, { port, host }) =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const why = { EADDRINUSE: `PORT ${port} is in use by another program`, EACCES: `PORT ${port} may not be opened by this user`, EADDRNOTAVAIL: `HOST ${host} is not an address of this machine` }
      reject(new Fault(why[error.code] ?? `Cannot listen on port ${port}: ${error.message}`))
    })
    server.listen({ port, ...(host ? { host } : {}) }, resolve)
  })

const starting = (_req, res) => refuse({ res, status: 503, text: 'The portal is starting.', headers: { 'Retry-After': '1' } })

// Only what is needed to take the port; env() checks everything before the portal opens anything.
const address = () => ({ port: Number(process.env.PORT || 3000), host: process.env.HOST })

const isPort = (port) => Number.isInteger(port) && port >= 0 && port <= 65_535

/** Runs register() of src/instrumentation.ts, once and to its end: Next would start it without waiting, and go on when it fails. */
const boot = async () => {
  await import('next/dist/server/node-environment.js')
  const { ensureInstrumentationRegistered } = await import('next/dist/server/lib/router-utils/instrumentation-globals.external.js')
  await ensureInstrumentationRegistered(ROOT, '.next')
  const settings = globalThis[SETTINGS]
  if (!settings) throw new Fault('The portal started without checking its environment: is it built? (npm start builds it)')
  return settings
}

const openApp = async ({ port, host, server }) => {
  const { default: next } = await import('next')
  // Not quiet: what a page failed over is told nowhere else. captureConsole() takes it into the log.
  const app = next({ dev: false, dir: ROOT, port: isPort(port) ? port : 3000, hostname: host || 'localhost', httpServer: server, quiet: false })
  const settings = await boot()
  await app.prepare()
  return { app, settings }
}

const onSignals = ({ ends, log }) => {
  const leave = (code, reason) => void ends.stop(reason).then(() => process.exit(code), (error) => {
    log.fatal({ err: error }, 'stopping failed')
    process.exit(1)
  })
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => leave(0, signal))
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'uncaught exception')
    leave(1, 'uncaught exception')
  })
}

const shown = ({ settings, server }) => `http://${settings.HOST || 'localhost'}:${server.address().port}`

/** Starts the portal that was built, and returns when it takes requests. Takes the port first, so that no second one opens the data. */
export const serve = async ({ begun = performance.now() } = {}) => {
  process.chdir(ROOT)
  loadSettings()
  process.env.NODE_ENV = 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 70_000, requestTimeout: 300_000, insecureHTTPParser: false }, starting)
  const { port, host } = address()
  if (isPort(port)) await listen(server, { port, host })
  const { app, settings } = await openApp({ port, host, server })
  const log = loggerOf('http')
  captureConsole(loggerOf('console'))
  const close = async () => {
    await app.close()
    await globalThis[CLOSE]?.()
  }
  const takes = await readTakers()
  const pages = keepPages({ files: { [LIGHT]: await readFile(lightOf(), 'utf8') } })
  const ends = closing({ server, close, log })
  onSignals({ ends, log })
  // Nothing is waited for in between: whoever asks in that moment would never be answered.
  server.off('request', starting)
  const answer = front({ handle: app.getRequestHandler(), settings, log, ends, takes, pages, metrics: makeMetrics() })
  server.on('request', settings.JOBS === 'only' ? onlyHealth({ answer, refuse }) : answer)
  say(`Ready at ${shown({ settings, server })} after ${elapsed(performance.now() - begun)}. Ctrl+C stops it.`)
}

if (isMain(import.meta.url)) await runMain(() => serve())
