import type { LimitUnit } from '../clocks/types'
import type { Answers } from '../forms/types'
import type { Words } from '../words'

/** On which days a routine is due. Weekdays are ISO (1 Monday); workday -1 is the last of the month; a month without day 31 takes its last. */
export type Cadence =
  | { kind: 'daily'; workdaysOnly: boolean }
  | { kind: 'weekly'; weekday: number; shift: Shift }
  | { kind: 'monthly'; day: number; shift: Shift }
  | { kind: 'workday'; n: number }
  /** The last working day before a holiday or weekend of at least `length` days. */
  | { kind: 'beforeHoliday'; length: number }

/** Where a due day that is no working day goes. */
export const SHIFTS = ['none', 'before', 'after'] as const
export type Shift = (typeof SHIFTS)[number]

/** What a routine counts for the forms it opens, over the period before it. */
export const MEASURES = ['received', 'closed', 'closedInTime', 'open', 'overdue', 'returned', 'satisfied', 'rated'] as const
export type Measure = (typeof MEASURES)[number]

export const PERIODS = ['day', 'week', 'month'] as const
export type Period = (typeof PERIODS)[number]

/** Fills a number question of the opened matter's form. */
export type Fill = { question: string; measure: Measure; period: Period; /** Codes: count only these categories, and what lies below. */ categories?: string[] }

export type Opens =
  | { kind: 'matter'; matterType: string; category?: string; unit?: string; /** `{date}`, `{week}` and `{month}` stand for the period. */ title: Words; text: Words; answers: Answers; fills: Fill[] }
  /** A checklist for each entry of a register, `form` asked of every one. */
  | { kind: 'round'; register: string; form: string; title: Words; /** At most so many entries, those checked longest ago first; all without it. */ sample?: number }

export type Assignee = { kind: 'team'; team: string } | { kind: 'unit'; unit: string } | { kind: 'unitPost'; post: string }

/** Work that opens itself (domain.md §2): how often, what, for whom, by when. */
export type RoutineDef = {
  code: string
  name: Words
  note?: Words
  on: boolean
  cadence: Cadence
  /** Local time of day, "HH:MM". */
  at: string
  opens: Opens
  /** Nobody: routing decides. */
  assign?: Assignee
  limit?: { amount: number; unit: LimitUnit }
}
