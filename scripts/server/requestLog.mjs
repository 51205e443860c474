import { AsyncLocalStorage } from 'node:async_hooks'
import { format } from 'node:util'

/** src/lib/requestId.ts finds it here: that code stands in bundles of its own. */
const REQUESTS = Symbol.for('portal.request')
/** Set by src/lib/logger.ts: makes a logger of one part, which hides what no log may hold. */
const LOGGER = Symbol.for('portal.logger')

const requests = () => (globalThis[REQUESTS] ??= new AsyncLocalStorage())

/** Does the work as that of the request with this id: every line it logs says so. */
export const inRequest = (id, work) => requests().run({ id }, work)

export const loggerOf = (name) => globalThis[LOGGER](name)

const LEVELS = { error: 'error', warn: 'warn', log: 'info', info: 'info', debug: 'debug', trace: 'debug' }

const LONGEST = 500
// What follows a question mark is what somebody asked for.
const plainText = (values) => format(...values.filter((value) => typeof value === 'string' || typeof value === 'number')).replace(/\?[^\s"']*/g, '?…').slice(0, LONGEST)

/**
 * Next tells a page that failed under which name the log knows the fault: `digest`, a hash of its text. It prints the fault just before,
 * so that here it can be given the name of the request instead, the same on the page, in the answer's header and in the log.
 */
const named = (error) => {
  const id = requests().getStore()?.id
  const { digest } = error
  if (id !== undefined && typeof digest === 'string' && /^\d+$/.test(digest)) error.digest = id
  return { err: error, ...(typeof digest === 'string' ? { fault: digest } : {}) }
}

/** From now on what libraries print goes into the log, line by line and without what no log may hold. */
export const captureConsole = (log, target = console) => {
  for (const [method, level] of Object.entries(LEVELS)) {
    target[method] = (...values) => {
      const error = values.find((value) => value instanceof Error)
      log[level](error ? named(error) : {}, plainText(values.filter((value) => value !== error)) || 'a fault')
    }
  }
}
