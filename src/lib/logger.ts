import { randomBytes } from 'node:crypto'
import pino from 'pino'
import { now } from './clock'
import { env } from './env'
import { logError, withoutValues } from './logError'
import { logFile } from './logFile'
import { requestId } from './requestId'

/** What no log may hold, wherever in a logged object it stands (four levels deep). */
const REDACTED = [
  'contact', 'contactName', 'phone', 'mobile', 'email', 'wechat', 'reporter', 'address',
  'password', 'token', 'secret', 'word', 'queryWord', 'cookie', 'authorization',
]

const DEPTHS = ['', '*.', '*.*.', '*.*.*.']

/** The options of every logger of the portal. */
export const loggerOptions = (level: string): pino.LoggerOptions => ({
  name: 'portal',
  level,
  // Each line of a request says which one.
  mixin: () => {
    const id = requestId()
    return id === undefined ? {} : { requestId: id }
  },
  // For want of words of its own a line says what its error says.
  serializers: { err: logError, error: logError, msg: (said: unknown) => (typeof said === 'string' ? withoutValues(said) : said) },
  redact: { paths: DEPTHS.flatMap((depth) => REDACTED.map((field) => depth + field)), censor: '[hidden]' },
})

type Line = pino.DestinationStream

const console_: Line = pino.destination({ dest: 1, sync: true })

const withFile = (folder: string, keepDays: number): Line => {
  const write = logFile({ folder, keepDays }, (error) => console_.write(`${JSON.stringify({ level: 50, time: now(), name: 'portal', err: logError(error), msg: 'lines cannot be written to LOG_DIR' })}\n`))
  return { write: (line) => { console_.write(line); write(line) } }
}

/** Where lines go: standard output, and with LOG_DIR a file a day beside it. */
export const logTo = (): Line => {
  const { LOG_DIR, LOG_KEEP_DAYS } = env()
  return LOG_DIR ? withFile(LOG_DIR, LOG_KEEP_DAYS) : console_
}

/** A logger of one part of the portal. */
const loggerNamed = (name: string): pino.Logger => pino({ ...loggerOptions(env().LOG_LEVEL), name }, logTo())

/** The server in front of Next is no part of this bundle, and logs by the same rules. */
const KEY = Symbol.for('portal.logger')
;(globalThis as typeof globalThis & { [KEY]?: typeof loggerNamed })[KEY] = loggerNamed

/** The portal's log: one JSON line an event, without what identifies residents. */
export const logger = loggerNamed('portal')

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A short reference that a person can read out and the log knows: the id of the request where there is one, else ten letters and digits that are not mistaken for others. */
export const newReference = (): string => requestId() ?? Array.from(randomBytes(10), (byte) => LETTERS.charAt(byte % LETTERS.length)).join('')
