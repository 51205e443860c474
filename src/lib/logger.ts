import { randomBytes } from 'node:crypto'
import pino from 'pino'
import { env } from './env'

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
  redact: { paths: DEPTHS.flatMap((depth) => REDACTED.map((field) => depth + field)), censor: '[hidden]' },
})

/** The portal's log: one JSON line an event, on standard output, without what identifies residents. */
export const logger = pino(loggerOptions(env().LOG_LEVEL))

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A short reference that a person can read out and the log knows: ten letters and digits that are not mistaken for others. */
export const newReference = (): string => Array.from(randomBytes(10), (byte) => LETTERS.charAt(byte % LETTERS.length)).join('')
