import { type DayKind, dateText, instantOf, localDay, planOf } from './calendar'
import { type ClockInput, type MeasuredRun, instantWhenUsed, measureRun } from './clock'
import type { Calendar } from './types'
import { DAY, MINUTE, toLocal } from './zone'

/** Why a stretch counts (`working`, `makeUp`, `partDay`, `natural`) or does not (all others). */
export type ExplainWhy = 'working' | 'makeUp' | 'partDay' | 'natural' | 'outsideHours' | 'dayOff' | 'holiday' | 'paused'

/**
 * One stretch of one local day. `fromMin` and `toMin` are minutes after local midnight, 1440 is the day's end; `minutes`
 * is what it counts towards the limit, 0 if it does not. `name` is the calendar's own name of a listed day.
 */
export type ExplainRow = { date: string; fromMin: number; toMin: number; minutes: number; why: ExplainWhy; name?: string }

type Piece = { from: number; to: number; paused: boolean }
type Cut = { from: number; to: number; counts: boolean }
type DayPart = Piece & { day: number }

/** Pauses and counted stretches from the start to the due date, in order and without gaps. */
const piecesOf = ({ run, end }: MeasuredRun, dueAt: number): Piece[] => {
  const open = run.pausedSince === undefined ? [] : [{ from: run.pausedSince, to: end }]
  const pieces: Piece[] = []
  let from = run.startedAt
  for (const pause of [...run.pauses, ...open]) {
    pieces.push({ from, to: pause.from, paused: false }, { ...pause, paused: true })
    from = pause.to
  }
  return [...pieces, { from, to: dueAt, paused: false }]
    .map((piece) => ({ ...piece, to: Math.min(piece.to, dueAt) }))
    .filter((piece) => piece.to > piece.from)
}

/** A piece cut at local midnights. */
const splitDays = (piece: Piece, calendar: Calendar): DayPart[] => {
  const parts: DayPart[] = []
  const last = localDay(piece.to, calendar) + 1
  for (let day = localDay(piece.from, calendar) - 1; day <= last; day += 1) {
    const from = Math.max(piece.from, instantOf({ day, minute: 0, calendar }))
    const to = Math.min(piece.to, instantOf({ day: day + 1, minute: 0, calendar }))
    if (to > from) parts.push({ day, from, to, paused: piece.paused })
  }
  return parts
}

/** A part of a day cut at the edges of its working spans. */
const splitSpans = (part: DayPart, calendar: Calendar): Cut[] => {
  const cuts: Cut[] = []
  let at = part.from
  const push = (to: number, counts: boolean) => {
    if (to > at) cuts.push({ from: at, to, counts })
    at = Math.max(at, to)
  }
  for (const span of planOf(part.day, calendar).spans) {
    push(Math.min(part.to, instantOf({ day: part.day, minute: span.from, calendar })), false)
    push(Math.min(part.to, instantOf({ day: part.day, minute: span.to, calendar })), true)
  }
  push(part.to, false)
  return cuts
}

const WORKED: Record<DayKind, { counts: ExplainWhy; not: ExplainWhy }> = {
  workday: { counts: 'working', not: 'outsideHours' },
  makeUp: { counts: 'makeUp', not: 'outsideHours' },
  partDay: { counts: 'partDay', not: 'outsideHours' },
  dayOff: { counts: 'working', not: 'dayOff' },
  holiday: { counts: 'working', not: 'holiday' },
}

const rowOf = (input: { day: number; cut: Cut; why: ExplainWhy; calendar: Calendar; name?: string }): ExplainRow => {
  const { day, cut, why, calendar, name } = input
  const minuteOf = (at: number) => (toLocal(calendar.timeZone, at) - day * DAY) / MINUTE
  const endsDay = cut.to === instantOf({ day: day + 1, minute: 0, calendar })
  return {
    date: dateText(day),
    fromMin: minuteOf(cut.from),
    toMin: endsDay ? 1440 : minuteOf(cut.to),
    minutes: cut.counts ? (cut.to - cut.from) / MINUTE : 0,
    why,
    ...(name ? { name } : {}),
  }
}

const rowsOf = (part: DayPart, working: boolean, calendar: Calendar): ExplainRow[] => {
  const { day, from, to } = part
  if (part.paused) return [rowOf({ day, cut: { from, to, counts: false }, why: 'paused', calendar })]
  if (!working) return [rowOf({ day, cut: { from, to, counts: true }, why: 'natural', calendar })]
  const { kind, name } = planOf(day, calendar)
  return splitSpans(part, calendar).map((cut) =>
    rowOf({ day, cut, why: WORKED[kind][cut.counts ? 'counts' : 'not'], calendar, name }),
  )
}

/**
 * The account of a due date: every stretch from the clock's start to `dueAt`, without gaps, and what it counted. The
 * counted minutes add up to the limit with its extensions. While paused (or if stopped before it was due), what lies ahead
 * is reckoned as in `readClock`. Empty for a clock that never started. Throws as `readClock` does.
 */
export const explainClock = (input: ClockInput): ExplainRow[] => {
  const measured = measureRun(input)
  if (!measured) return []
  const working = measured.meter.kind === 'working'
  return piecesOf(measured, instantWhenUsed(measured, measured.limitMs))
    .flatMap((piece) => splitDays(piece, input.calendar))
    .flatMap((part) => rowsOf(part, working, input.calendar))
}
