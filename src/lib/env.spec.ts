import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { env, EnvError, readEnv, resetEnv, SETTING_NAMES } from './env'
import { DEFAULT_LIMITS, parseRateLimits } from './rateLimits'

const faults = (given: Record<string, string>): string[] => {
  try {
    readEnv(given, '/srv')
  } catch (error) {
    if (error instanceof EnvError) return error.faults
    throw error
  }
  return []
}

describe('readEnv', () => {
  it('has a default for everything that needs one', () => {
    expect(readEnv({}, '/srv')).toEqual({
      DATABASE_URI: `file:${path.join('/srv', 'data', 'portal.db')}`,
      PORT: 3000,
      PRESET: 'jianwai',
      DEMO: false,
      DATA_DIR: path.join('/srv', 'data'),
      LOG_LEVEL: 'info',
      TRUST_PROXY: 0,
      SQLITE_SYNCHRONOUS: 'FULL',
      RATE_LIMITS: DEFAULT_LIMITS,
      MONGO_STANDALONE_OK: false,
      JOBS: 'on',
      MAX_PHOTO_MB: 10,
      HSTS_SUBDOMAINS: false,
      AUDIT_DAYS: 400,
      DESK_IP_ALLOW: [],
      WEBHOOK_ALLOW: [],
      WEBHOOK_HTTP: false,
      OUTBOX_KEEP_DAYS: 30,
      METRICS_ALLOW: ['127.0.0.0/8', '::1'],
      LOG_KEEP_DAYS: 400,
      PASSWORD_MIN: 10,
      PASSWORD_MAX_DAYS: 0,
      SESSION_IDLE_MINUTES: 30,
      SESSION_HOURS: 8,
      SESSIONS_MOST: 30,
      PROOF_MINUTES: 10,
      OIDC_CLAIM: 'preferred_username',
      OIDC_TRUST: [],
      OIDC_PASSWORDS: 'everybody',
    })
  })

  it('counts empty and blank as not given', () => {
    expect(readEnv({ PORT: '', HOST: ' ', SECRET_SESSION: '', DATA_DIR: '' }, '/srv')).toEqual(readEnv({}, '/srv'))
  })

  it('keeps the database with the data unless told otherwise', () => {
    expect(readEnv({ DATA_DIR: 'elsewhere' }, '/srv').DATABASE_URI).toBe(`file:${path.join('/srv', 'elsewhere', 'portal.db')}`)
    expect(readEnv({ DATA_DIR: '/var/x', DATABASE_URI: 'mongodb://h/p' }, '/srv').DATABASE_URI).toBe('mongodb://h/p')
  })

  it.each([
    [{ PORT: '8080' }, { PORT: 8080 }],
    [{ DEMO: '1' }, { DEMO: true }],
    [{ DEMO: 'No' }, { DEMO: false }],
    [{ PUBLIC_URL: 'https://Portal.example.org/' }, { PUBLIC_URL: 'https://portal.example.org' }],
    [{ SQLITE_SYNCHRONOUS: 'normal' }, { SQLITE_SYNCHRONOUS: 'NORMAL' }],
    [{ DESK_IP_ALLOW: '10.0.0.0/8, 2001:db8::/32,192.0.2.7' }, { DESK_IP_ALLOW: ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7'] }],
    [{ RATE_LIMITS: 'report=5000/1h,track=off' }, { RATE_LIMITS: { ...DEFAULT_LIMITS, report: { count: 5000, seconds: 3600 }, track: null } }],
    [{ NODE_ENV: 'test' }, { LOG_LEVEL: 'silent' }],
    [{ NODE_ENV: 'test', LOG_LEVEL: 'debug' }, { LOG_LEVEL: 'debug' }],
    [{ METRICS_ALLOW: 'none' }, { METRICS_ALLOW: [] }],
    [{ SECRET_RECEIPT: 'ab'.repeat(32) }, { SECRET_RECEIPT: 'ab'.repeat(32) }],
  ])('reads %j', (given, expected) => expect(readEnv(given, '/srv')).toMatchObject(expected))

  it.each([
    ['PASSWORD_MIN', '8'], ['SESSION_HOURS', '0'], ['PROOF_MINUTES', '0'], ['OIDC_ISSUER', 'http://login.example.org'], ['OIDC_TRUST', 'mfa'], ['OIDC_PASSWORDS', 'nobody'], ['FACTOR_KEYS', 'secret'],
    ['PORT', 'abc'], ['PORT', '70000'], ['PORT', '-1'], ['PORT', '3000.5'],
    ['DATABASE_URI', 'postgres://x'], ['DATABASE_URI', 'portal.db'],
    ['PUBLIC_URL', 'portal.example.org'], ['PUBLIC_URL', 'ftp://portal'], ['PUBLIC_URL', 'https://portal.example.org/sub'],
    ['PRESET', '../secret'], ['DEMO', 'maybe'], ['LOG_LEVEL', 'loud'], ['TRUST_PROXY', 'yes'], ['SQLITE_SYNCHRONOUS', 'OFF'],
    ['RATE_LIMITS', 'report=20'], ['RATE_LIMITS', 'unknown=1/1h'], ['MONGO_COMPAT', 'x'], ['MAX_PHOTO_MB', '100'], ['MAX_PHOTO_MB', '0'],
    ['DESK_IP_ALLOW', '10.0.0.0/33'], ['DESK_IP_ALLOW', 'example.org'], ['DESK_IP_ALLOW', '10.0.0.0/8/8'],
    ['WEBHOOK_ALLOW', '10.0.0.0/33'], ['WEBHOOK_HTTP', 'maybe'], ['OUTBOX_KEEP_DAYS', '0'], ['METRICS_ALLOW', 'all'], ['METRICS_TOKEN', 'short'], ['LOG_KEEP_DAYS', '182'],
    ['SECRET_SESSION', 'short'], ['SECRET_SESSION', 'not random, not base64!'], ['CONTACT_KEYS', '[]'],
  ])('refuses %s=%s with one line', (name, value) => {
    const lines = faults({ [name]: value })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(new RegExp(`^${name} must be .+`))
    expect(lines[0]).not.toContain('\n')
  })

  it('tells every fault at once', () => {
    expect(faults({ PORT: 'a', DEMO: 'b', LOG_LEVEL: 'c' }).map((line) => line.split(' ')[0])).toEqual(['PORT', 'DEMO', 'LOG_LEVEL'])
  })

  it.each(['DATABASE_URI', 'SECRET_DRAFT', 'CONTACT_KEYS', 'METRICS_TOKEN'])('never repeats what %s holds', (name) => {
    expect(faults({ [name]: 'hunter2' }).join()).not.toContain('hunter2')
  })
})

describe('parseRateLimits', () => {
  it.each([
    ['report=20/1h', 'report', { count: 20, seconds: 3600 }],
    ['track=60/10m', 'track', { count: 60, seconds: 600 }],
    ['signIn=5/s', 'signIn', { count: 5, seconds: 1 }],
    ['lookup=9/2d', 'lookup', { count: 9, seconds: 172_800 }],
    ['lookup=off', 'lookup', null],
  ] as const)('%s', (text, name, limit) => expect(parseRateLimits(text)?.[name]).toEqual(limit))

  it.each(['report=0/1h', 'report=1/0m', 'report=1/1w', 'report', 'toString=1/1h', 'report=1/1h;track=1/1h'])('refuses %s', (text) => {
    expect(parseRateLimits(text)).toBeUndefined()
  })
})

describe('env', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    resetEnv()
  })

  it('is read once', () => {
    resetEnv()
    vi.stubEnv('PORT', '4001')
    expect(env().PORT).toBe(4001)
    vi.stubEnv('PORT', '4002')
    expect(env().PORT).toBe(4001)
    resetEnv()
    expect(env().PORT).toBe(4002)
  })
})

describe('.env.example', () => {
  const lines = readFileSync(path.resolve('.env.example'), 'utf8').split('\n')
  const rows = lines.flatMap((line, index) => (/^[A-Z_]+=/.test(line) ? [{ line, above: lines[index - 1] ?? '' }] : []))
  const given = Object.fromEntries(rows.map(({ line }) => line.split(/=(.*)/s).slice(0, 2) as [string, string]))

  it('is valid as it stands and changes nothing', () => {
    expect(readEnv(given, '/srv')).toEqual(readEnv({}, '/srv'))
  })

  it('names every setting, with a word about each', () => {
    expect(Object.keys(given).sort()).toEqual([...SETTING_NAMES].sort())
    for (const { above } of rows) expect(above).toMatch(/^# \S/)
  })
})
