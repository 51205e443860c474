/** What is known of a session that was opened with a password or by another system. All times in epoch milliseconds. */
export type SessionFacts = { expiresAt: number; lastSeenAt: number; /** When the second factor was given; absent: not yet. */ passedAt?: number }

export type SessionLimits = { /** Milliseconds without a request after which a session ends; 0: never. */ idle: number }

/** `open`: works. `code`: the second factor is still to be given. `setup`: one must be set up first. `over`: ended by time. */
export type SessionStage = 'open' | 'code' | 'setup' | 'over'

type Of = { session: SessionFacts; limits: SessionLimits; factor: { has: boolean; required: boolean }; now: number }

/**
 * Where a session stands (GB/T 22239-2019, time-out of sessions and two factors). Whatever is not `open` holds nothing on any door.
 */
export const sessionStage = ({ session, limits, factor, now }: Of): SessionStage => {
  if (session.expiresAt <= now) return 'over'
  if (limits.idle > 0 && now - session.lastSeenAt > limits.idle) return 'over'
  if (factor.has) return session.passedAt === undefined ? 'code' : 'open'
  return factor.required ? 'setup' : 'open'
}

/** How long one look at "last seen" may lag behind, so that reading does not become writing (ms). */
export const SEEN_EVERY = 60_000

/** Whether a person proved to be themselves recently enough for a dangerous act. */
export const isFresh = ({ provenAt, window, now }: { provenAt: number; window: number; now: number }): boolean => now - provenAt <= window

type Dated = { id: string; lastSeenAt: number }

/** Which sessions make room for a new one: the longest unused beyond `most` (the new one included; 0: no limit). */
export const crowdedOut = (sessions: readonly Dated[], most: number): string[] =>
  most === 0 ? [] : [...sessions].sort((one, other) => other.lastSeenAt - one.lastSeenAt).slice(Math.max(0, most - 1)).map(({ id }) => id)
