/** What becomes of a matter or an entry when its time is over: its words go and its numbers stay, or it goes and leaves a mark. */
export const RETENTION_MODES = ['anonymise', 'delete'] as const
export type RetentionMode = (typeof RETENTION_MODES)[number]

/** Days from the last activity, and what then. */
export type RetentionRule = { days: number; mode: RetentionMode }

/** No rule is shorter: logs and proofs of what an office did are kept a year (互联网政务应用安全管理规定 §20). */
export const RETENTION_FLOOR_DAYS = 365
export const RETENTION_MOST_DAYS = 36_500

const DAY = 86_400_000

type Stored = { retentionDays?: number | null; retentionMode?: RetentionMode | null }

/** The rule of a matter type: its own days, else the office's; undefined where neither says anything, and nothing is forgotten then. */
export const ruleOf = (type: Stored, office: Stored): RetentionRule | undefined => {
  const days = type.retentionDays ?? office.retentionDays
  if (days === undefined || days === null) return undefined
  return { days: Math.max(days, RETENTION_FLOOR_DAYS), mode: type.retentionMode ?? office.retentionMode ?? 'anonymise' }
}

/** Whatever rested since this instant is due (epoch milliseconds). */
export const cutoffOf = ({ days }: RetentionRule, now: number): number => now - days * DAY

/** When something that rested since `lastAt` is due. */
export const dueAtOf = ({ days }: RetentionRule, lastAt: number): number => lastAt + days * DAY

/** Whether its time is over: nothing happened to it for that long. Source: domain.md §8, PIPL 19, 47. */
export const isDue = (rule: RetentionRule, lastAt: number, now: number): boolean => dueAtOf(rule, lastAt) <= now
