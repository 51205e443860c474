import type { ClockVM } from './types'

/** One stretch of a clock's bar, in percent of its width. */
export type BarPiece = { kind: 'used' | 'paused' | 'over'; from: number; to: number }
export type BarShape = { pieces: BarPiece[]; limitAt?: number }

type Stretch = { kind: 'used' | 'paused'; minutes: number }

/** Pauses never take more than a third of the bar, however long they were: what was used must stay legible. */
const PAUSE_SHARE = 1 / 3

const stretchesOf = (clock: ClockVM): Stretch[] => {
  const known = clock.stretches ?? [
    { kind: 'used' as const, minutes: clock.usedMinutes },
    { kind: 'paused' as const, minutes: clock.pausedMinutes },
  ]
  return known.filter(({ minutes }) => minutes > 0)
}

const total = (stretches: Stretch[], kind: Stretch['kind']): number =>
  stretches.reduce((sum, stretch) => (stretch.kind === kind ? sum + stretch.minutes : sum), 0)

/** A used stretch, cut where the limit was reached. */
const cut = (stretch: Stretch, usedBefore: number, limit: number): { kind: BarPiece['kind']; minutes: number }[] => {
  const within = Math.max(0, Math.min(stretch.minutes, limit - usedBefore))
  return [
    { kind: 'used' as const, minutes: within },
    { kind: 'over' as const, minutes: stretch.minutes - within },
  ].filter(({ minutes }) => minutes > 0)
}

/** Where a bar's pieces and its limit stand: the whole width is the limit, or what was used when that is more, and the pauses. */
export const barShape = (clock: ClockVM): BarShape => {
  if (clock.state === 'notStarted' || clock.limitMinutes <= 0) return { pieces: [] }
  const stretches = stretchesOf(clock)
  const used = total(stretches, 'used')
  const paused = total(stretches, 'paused')
  const running = Math.max(clock.limitMinutes, used)
  const pauseScale = paused > 0 ? Math.min(1, (running * PAUSE_SHARE) / (1 - PAUSE_SHARE) / paused) : 1
  const width = running + paused * pauseScale
  const pieces: BarPiece[] = []
  let at = 0
  let usedSoFar = 0
  let limitAt: number | undefined
  const add = (kind: BarPiece['kind'], minutes: number) => {
    const to = at + (minutes / width) * 100
    if (kind === 'over' && limitAt === undefined) limitAt = at
    pieces.push({ kind, from: at, to })
    at = to
  }
  for (const stretch of stretches) {
    if (stretch.kind === 'paused') add('paused', stretch.minutes * pauseScale)
    else {
      for (const piece of cut(stretch, usedSoFar, clock.limitMinutes)) add(piece.kind, piece.minutes)
      usedSoFar += stretch.minutes
    }
  }
  return { pieces, limitAt }
}
