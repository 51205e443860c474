import type { PayloadRequest } from 'payload'
import { isOpen, readClock, type ClockEvent, type ClockReading, type ClockSignal } from '@/domain/clocks'
import { carrySignals, type StepMap } from '@/domain/workflow/migration'
import { now } from '@/lib/clock'
import { clockEventsOf, clockRowsOf } from '@/services/matters/clockRows'
import type { OfficeModel } from './load'
import type { Flight } from './migrate'

export type ClockMove = 'begins' | 'ends' | 'pauses' | 'resumes'
/** What clocks of matters at one old step would do: of `looked` matters, in `count` of them. */
export type ClockPreview = { step: string; clock: string; what: ClockMove; count: number; looked: number }

/** Of each step so many matters are looked at: enough to see what happens, few enough for thousands. */
const LOOKED = 20

const whileOpen = (before: ClockReading, after: ClockReading): ClockMove | undefined => {
  if (before.startedAt !== after.startedAt) return 'begins'
  if (before.pausedSince === undefined && after.pausedSince !== undefined) return 'pauses'
  return before.pausedSince !== undefined && after.pausedSince === undefined ? 'resumes' : undefined
}

const moveOf = (before: ClockReading, after: ClockReading): ClockMove | undefined => {
  const [was, is] = [isOpen(before), isOpen(after)]
  if (was && is) return whileOpen(before, after)
  if (was) return 'ends'
  return is ? 'begins' : undefined
}

type Look = { req: PayloadRequest; model: OfficeModel; signals: readonly ClockSignal[] }

const movesOf = async ({ req, model, signals }: Look, matter: string): Promise<{ clock: string; what: ClockMove }[]> => {
  const at = now()
  const events = await clockEventsOf(req, matter)
  const later: ClockEvent[] = [...events, ...signals.map((signal) => ({ at, signal }))]
  return (await clockRowsOf(req, matter)).flatMap(({ clock, limit }) => {
    const read = (heard: ClockEvent[]) => readClock({ limit, events: heard, calendar: model.calendar, now: at })
    const what = moveOf(read(events), read(later))
    return what ? [{ clock, what }] : []
  })
}

type Group = { step: string; signals: ClockSignal[]; matters: string[] }

/** Old steps whose matters' clocks would hear something, with their matters. */
const groupsOf = ({ old, to }: Flight, map: StepMap): Group[] =>
  old.flatMap(({ definition, at }) => [...at].flatMap(([code, matters]): Group[] => {
    const step = definition.steps.find((each) => each.code === code)
    const target = Object.hasOwn(map, code) ? to.definition.steps.find((each) => each.code === map[code]) : undefined
    const signals = step && target ? carrySignals(step, target) : []
    return signals.length > 0 ? [{ step: code, signals, matters }] : []
  }))

/** Which clocks a mapping would begin, end, pause or let go on, reckoned on the very matters. */
export const clockPreview = async (req: PayloadRequest, model: OfficeModel, { flight, map }: { flight: Flight; map: StepMap }): Promise<ClockPreview[]> => {
  const found: ClockPreview[] = []
  for (const { step, signals, matters } of groupsOf(flight, map)) {
    const some = matters.slice(0, LOOKED)
    for (const matter of some) {
      for (const { clock, what } of await movesOf({ req, model, signals }, matter)) {
        const known = found.find((line) => line.step === step && line.clock === clock && line.what === what)
        if (known) known.count += 1
        else found.push({ step, clock, what, count: 1, looked: some.length })
      }
    }
  }
  return found
}
