import { isIP } from 'node:net'
import path from 'node:path'
import { z } from 'zod'
import { parseRateLimits } from './rateLimits'
import { decodeSecret, parseContactKeys } from './secretText'
import { signInFaults, SIGN_IN_DEFAULTS, SIGN_IN_SETTINGS } from './signInSettings'

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const ON = ['1', 'true', 'yes', 'on']
const OFF = ['0', 'false', 'no', 'off']

/** Entries of the audit log are kept for at least so many days, whatever is set. */
export const AUDIT_DAYS_LEAST = 365

const flag = z.string().toLowerCase().refine((text) => [...ON, ...OFF].includes(text)).transform((text) => ON.includes(text))

const whole = (min: number, max: number) => z.string().regex(/^\d{1,9}$/).transform(Number).pipe(z.number().min(min).max(max))

const isNetwork = (text: string): boolean => {
  const [base = '', bits, rest] = text.split('/')
  const most = isIP(base) === 6 ? 128 : 32
  return isIP(base) !== 0 && rest === undefined && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
}

const networks = z.string().transform((text) => text.split(',').map((item) => item.trim()).filter(Boolean)).refine((list) => list.every(isNetwork))

const isOrigin = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/'

const secretText = z.string().refine((text) => decodeSecret(text) !== undefined)

/** Every setting: how it is read, and how a fault is told ("NAME must be …"). What is not given has its default in `defaults`. */
const SETTINGS = {
  DATABASE_URI: { schema: z.string().regex(/^(file:.+|mongodb(\+srv)?:\/\/.+)$/), must: 'an address that begins with file:, mongodb:// or mongodb+srv://' },
  PORT: { schema: whole(0, 65_535), must: 'a whole number from 0 to 65535' },
  HOST: { schema: z.string().regex(/^[\w.:-]+$/).optional(), must: 'an address or a name of this machine' },
  PUBLIC_URL: { schema: z.string().refine(isOrigin).transform((text) => new URL(text).origin).optional(), must: 'the address residents use, like https://portal.example.org, without a path' },
  PRESET: { schema: z.string().regex(/^[A-Za-z0-9][\w-]*$/), must: 'the name of a file in presets/ without .json, or none' },
  DEMO: { schema: flag, must: '1 or 0' },
  DATA_DIR: { schema: z.string(), must: 'a folder' },
  LOG_LEVEL: { schema: z.enum(LEVELS), must: `one of ${LEVELS.join(', ')}` },
  TRUST_PROXY: { schema: whole(0, 9), must: 'the number of proxies in front of the portal, 0 to 9' },
  SQLITE_SYNCHRONOUS: { schema: z.string().toUpperCase().pipe(z.enum(['FULL', 'NORMAL'])), must: 'FULL or NORMAL' },
  RATE_LIMITS: { schema: z.string().transform(parseRateLimits).pipe(z.custom<NonNullable<ReturnType<typeof parseRateLimits>>>(Boolean)), must: 'a list like report=20/1h,track=60/10m,signIn=off' },
  MONGO_STANDALONE_OK: { schema: flag, must: '1 or 0' },
  MONGO_COMPAT: { schema: z.literal('h2').optional(), must: 'h2, or nothing' },
  JOBS: { schema: z.enum(['on', 'off', 'only']), must: 'on, off or only' },
  MAX_PHOTO_MB: { schema: whole(1, 12), must: 'a whole number from 1 to 12' },
  HSTS_SUBDOMAINS: { schema: flag, must: '1 or 0' },
  DESK_IP_ALLOW: { schema: networks, must: 'a list of networks like 10.0.0.0/8,2001:db8::/32' },
  AUDIT_DAYS: { schema: whole(AUDIT_DAYS_LEAST, 36_500), must: `a whole number from ${AUDIT_DAYS_LEAST} to 36500` },
  ANCHOR_DIR: { schema: z.string().optional(), must: 'a folder' },
  CLAMD: { schema: z.string().regex(/^[\w.-]+:\d{1,5}$|^\[[0-9a-f:.]+\]:\d{1,5}$/i).optional(), must: 'an address like 127.0.0.1:3310' },
  WEBHOOK_ALLOW: { schema: networks, must: 'a list of networks like 10.0.0.0/8,2001:db8::/32' },
  WEBHOOK_HTTP: { schema: flag, must: '1 or 0' },
  OUTBOX_KEEP_DAYS: { schema: whole(1, 3650), must: 'a whole number of days from 1 to 3650' },
  METRICS_ALLOW: { schema: z.string().transform((text) => (text === 'none' ? '' : text)).pipe(networks), must: 'a list of networks like 10.0.0.0/8,2001:db8::/32, or none' },
  METRICS_TOKEN: { schema: z.string().min(24).regex(/^[\w.~+/=-]+$/).optional(), must: 'at least 24 letters and digits, without spaces' },
  LOG_DIR: { schema: z.string().optional(), must: 'a folder' },
  LOG_KEEP_DAYS: { schema: whole(183, 3650), must: 'a whole number of days from 183 (the law asks for half a year) to 3650' },
  BACKUP_KEY: { schema: secretText.optional(), must: 'at least 32 random bytes as base64 or hex' },
  SECRET_SESSION: { schema: secretText.optional(), must: 'at least 32 random bytes as base64 or hex' },
  SECRET_RECEIPT: { schema: secretText.optional(), must: 'at least 32 random bytes as base64 or hex' },
  SECRET_DRAFT: { schema: secretText.optional(), must: 'at least 32 random bytes as base64 or hex' },
  SECRET_ANCHOR: { schema: secretText.optional(), must: 'at least 32 random bytes as base64 or hex' },
  SECRET_ADDRESS_SALT: { schema: secretText.optional(), must: 'at least 32 random bytes as base64 or hex' },
  SECRET_WEBHOOK: { schema: secretText.optional(), must: 'at least 32 random bytes as base64 or hex' },
  CONTACT_KEYS: { schema: z.string().refine((text) => parseContactKeys(text) !== undefined).optional(), must: 'a list like [{"id":"k1","key":"32 bytes as base64"}], the last one in use' },
  ...SIGN_IN_SETTINGS,
} as const

type Name = keyof typeof SETTINGS

/** The names of all settings, in the order their faults are told. */
export const SETTING_NAMES = Object.keys(SETTINGS) as Name[]

/** The settings of this portal, named as in the environment. Sizes and times in the unit the name says. */
export type Env = { [N in Name]: z.output<(typeof SETTINGS)[N]['schema']> }

/** The environment is not as it must be; `faults` has one line for each fault. */
export class EnvError extends Error {
  constructor(readonly faults: string[]) {
    super(faults.join('\n'))
    this.name = 'EnvError'
  }
}

const defaults = (dataDir: string, given: Record<string, string | undefined>): Partial<Record<Name, string>> => ({
  DATABASE_URI: `file:${path.join(dataDir, 'portal.db')}`,
  PORT: '3000',
  PRESET: 'jianwai',
  DEMO: '0',
  DATA_DIR: dataDir,
  LOG_LEVEL: given.NODE_ENV === 'test' ? 'silent' : 'info',
  TRUST_PROXY: '0',
  SQLITE_SYNCHRONOUS: 'FULL',
  RATE_LIMITS: '',
  MONGO_STANDALONE_OK: '0',
  JOBS: 'on',
  MAX_PHOTO_MB: '10',
  HSTS_SUBDOMAINS: '0',
  DESK_IP_ALLOW: '',
  WEBHOOK_ALLOW: '',
  WEBHOOK_HTTP: '0',
  OUTBOX_KEEP_DAYS: '30',
  METRICS_ALLOW: '127.0.0.0/8,::1',
  LOG_KEEP_DAYS: '400',
  ...SIGN_IN_DEFAULTS,
  AUDIT_DAYS: '400',
})

const isPrivate = (name: Name): boolean => name === 'DATABASE_URI' || name === 'CONTACT_KEYS' || name === 'BACKUP_KEY' || name === 'METRICS_TOKEN' || name === 'FACTOR_KEYS' || name === 'OIDC_CLIENT_SECRET' || name.startsWith('SECRET_')

const fault = (name: Name, value: string | undefined): string =>
  `${name} must be ${SETTINGS[name].must}` + (isPrivate(name) ? '' : `, but is "${value ?? ''}"`)

/** Reads and checks the settings. Empty counts as not given. Throws EnvError with one line per fault. Relative folders start at `cwd`. */
export const readEnv = (given: Record<string, string | undefined>, cwd: string = process.cwd()): Env => {
  const trimmed = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value?.trim() || undefined]))
  const dataDir = path.resolve(cwd, trimmed.DATA_DIR ?? 'data')
  const text = { ...trimmed, DATA_DIR: dataDir }
  const fallback = defaults(dataDir, trimmed)
  const values: Record<string, unknown> = {}
  const faults: string[] = []
  for (const name of SETTING_NAMES) {
    const value = (text as Record<string, string | undefined>)[name] ?? fallback[name]
    const result = SETTINGS[name].schema.safeParse(value)
    if (result.success) values[name] = result.data
    else faults.push(fault(name, value))
  }
  faults.push(...signInFaults(values))
  if (faults.length > 0) throw new EnvError(faults)
  return values as Env
}

// Next bundles this file more than once in one process, and the server in front of it reads the same settings.
const KEY = Symbol.for('portal.env')
const holder = globalThis as typeof globalThis & { [KEY]?: Env }

/** The settings of this process, read and checked once. Throws EnvError. */
export const env = (): Env => (holder[KEY] ??= readEnv(process.env))

/** Forgets what was read, so that a test may set another environment. */
export const resetEnv = (): void => {
  holder[KEY] = undefined
}

/** Whether somebody chose what the office begins with: a preset by name, or the demonstration. */
export const startIsChosen = (given: Record<string, string | undefined> = process.env): boolean => Boolean(given.PRESET?.trim()) || env().DEMO
