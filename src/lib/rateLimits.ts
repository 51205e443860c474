/** So many in so many seconds, by one address; null: not limited. */
export type RateLimit = { count: number; seconds: number } | null

/** Doors with a limit, and what it is unless RATE_LIMITS says otherwise. */
export const DEFAULT_LIMITS = {
  report: { count: 20, seconds: 3600 }, // new reports sent
  followUp: { count: 30, seconds: 3600 }, // additions, confirmations, ratings by the reporter
  track: { count: 60, seconds: 600 }, // tries of a receipt code and its word
  booking: { count: 12, seconds: 3600 }, // places taken at counters
  signIn: { count: 20, seconds: 900 }, // failed tries to sign in, beside the lock of the account
  lookup: { count: 600, seconds: 600 }, // searches of categories and units while filling a form
} satisfies Record<string, RateLimit>

export type LimitName = keyof typeof DEFAULT_LIMITS

export type RateLimits = Record<LimitName, RateLimit>

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const

const PART = /^(\w+)=(?:off|([1-9]\d{0,6})\/([1-9]\d{0,3})?([smhd]))$/

const isName = (name: string): name is LimitName => Object.hasOwn(DEFAULT_LIMITS, name)

/** Reads `report=20/1h,track=60/10m,signIn=off` over the defaults; undefined when a part is malformed or names no door. */
export const parseRateLimits = (text: string): RateLimits | undefined => {
  const limits: RateLimits = { ...DEFAULT_LIMITS }
  for (const part of text.split(',').map((item) => item.trim()).filter(Boolean)) {
    const [, name = '', count, times = '1', unit = ''] = PART.exec(part) ?? []
    if (!isName(name)) return undefined
    limits[name] = count ? { count: Number(count), seconds: Number(times) * SECONDS[unit as keyof typeof SECONDS] } : null
  }
  return limits
}
