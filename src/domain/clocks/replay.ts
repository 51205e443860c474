import type { ClockEvent, ClockSignal, Limit, TimeKind } from './types'

/** One run of a clock: from its last start to its stop, or to now. Instants are epoch milliseconds. */
export type Run = {
  startedAt: number
  stoppedAt?: number
  pausedSince?: number
  /** Pauses that have ended, in order, without overlap. */
  pauses: { from: number; to: number }[]
  added: { minutes: number; kind?: TimeKind }[]
  /** A stopped clock that saw the matter come back: its next start signal begins a new run. */
  renewable: boolean
  /** What stopped it, whether that was no verdict, and since when it had been paused then. */
  stopped?: { by: ClockSignal; cancelled: boolean; heldSince?: number }
}

/** Signals that open a new round of the matter, and so may start a clock anew. */
const RENEWALS: readonly ClockSignal[] = ['reopened', 'returned']

/** Signals that close a matter: what they stopped goes on when the closing is undone. */
const CLOSINGS: readonly ClockSignal[] = ['dismissed', 'withdrawn', 'archived']

const newRun = (at: number): Run => ({ startedAt: at, pauses: [], added: [], renewable: false })

const endPause = (run: Run, at: number): Run => {
  if (run.pausedSince === undefined) return run
  const pauses = at > run.pausedSince ? [...run.pauses, { from: run.pausedSince, to: at }] : run.pauses
  return { ...run, pauses, pausedSince: undefined }
}

const stop = (run: Run, { at, signal }: ClockEvent, cancelled: boolean): Run => ({
  ...endPause(run, at), stoppedAt: at, stopped: { by: signal, cancelled, ...(run.pausedSince === undefined ? {} : { heldSince: run.pausedSince }) },
})

/** A closing that is undone: the time between does not count, and a pause that lasted then lasts on. */
const restore = (run: Run, at: number): Run => {
  const { stoppedAt, stopped } = run
  if (stoppedAt === undefined || !stopped || !CLOSINGS.includes(stopped.by)) return run
  const again = { ...run, stoppedAt: undefined, stopped: undefined, renewable: false }
  if (stopped.heldSince !== undefined) return { ...again, pauses: run.pauses.filter(({ to }) => to !== stoppedAt), pausedSince: stopped.heldSince }
  return { ...again, pauses: at > stoppedAt ? [...run.pauses, { from: stoppedAt, to: at }] : run.pauses }
}

const whileRunning = (run: Run, event: ClockEvent, limit: Limit): Run => {
  if (limit.cancel?.includes(event.signal)) return stop(run, event, true)
  if (limit.stop.includes(event.signal)) return stop(run, event, false)
  if (limit.pause.includes(event.signal)) return { ...run, pausedSince: run.pausedSince ?? event.at }
  return event.signal === 'resumed' ? endPause(run, event.at) : run
}

const onSignal = (run: Run | undefined, event: ClockEvent, limit: Limit): Run | undefined => {
  const starts = limit.start.includes(event.signal)
  const renews = RENEWALS.includes(event.signal)
  if (starts && (!run || renews || run.renewable)) return newRun(event.at)
  if (!run) return undefined
  if (event.signal === 'restored') return restore(run, event.at)
  if (run.stoppedAt !== undefined) return renews ? { ...run, renewable: true } : run
  return whileRunning(run, event, limit)
}

const onExtension = (run: Run | undefined, event: ClockEvent): Run | undefined => {
  if (!run || run.stoppedAt !== undefined || !event.addMinutes || event.addMinutes < 0) return run
  return { ...run, added: [...run.added, { minutes: event.addMinutes, kind: event.addKind }] }
}

/**
 * The present run of a clock at `now`, or undefined when it never started. Later events are not yet known and are left
 * out; events of the same instant keep their order. The first start signal starts; further ones change nothing, except
 * that `reopened` and `returned` start anew when the limit names them, and let any start signal start a stopped clock anew.
 * `restored` undoes a stop by a closing signal. Extensions count while the clock runs and only ever lengthen it.
 */
export const replayClock = (input: { limit: Limit; events: ClockEvent[]; now: number }): Run | undefined => {
  const heard = input.events
    .filter((event) => event.at <= input.now && (event.clock === undefined || event.clock === input.limit.clock))
    .sort((a, b) => a.at - b.at)
  let run: Run | undefined
  for (const event of heard) run = onExtension(onSignal(run, event, input.limit), event)
  return run
}

/** Stretches in which a run's time counts, from its start to `end`. */
export const activeStretches = (run: Run, end: number): { from: number; to: number }[] => {
  const stretches: { from: number; to: number }[] = []
  let from = run.startedAt
  for (const pause of run.pauses) {
    stretches.push({ from, to: pause.from })
    from = pause.to
  }
  return [...stretches, { from, to: run.pausedSince ?? end }]
}
