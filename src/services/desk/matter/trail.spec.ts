import { describe, expect, it } from 'vitest'
import type { Calendar, Limit } from '@/domain/clocks'
import type { ClockRow } from '@/services/matters/clockRows'
import type { EventRow } from './load'
import { clocksOfEvents, isMark, marksOfEvents, staysOfEvents } from './trail'

const DAY = [{ from: 9 * 60, to: 17 * 60 }]
const calendar: Calendar = { timeZone: 'UTC', week: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: [], 7: [] }, exceptions: {}, coveredYears: [2026] }

const limit = (clock: string, amount: number, change: Partial<Limit>): Limit =>
  ({ code: clock, clock, name: { zh: clock }, amount, unit: 'workingHours', start: ['created', 'returned'], stop: [], pause: [], thresholds: [], ...change })

const row = (of: Limit): ClockRow => ({ id: of.clock, matter: 'm', clock: of.clock, limit: of, state: 'running' })
const CLOCKS = [row(limit('accept', 2, { start: ['created'], stop: ['accepted'] })), row(limit('resolve', 8, { stop: ['handled'], pause: ['waitReporter'] }))]

/** Tuesday 24 November 2026, at an hour of it. */
const at = (hour: number, day = 24): string => new Date(Date.UTC(2026, 10, day, hour)).toISOString()

let seq = 0
const event = (change: Partial<EventRow>): EventRow => {
  seq += 1
  return { id: `e${seq}`, seq, round: 1, at: at(9), kind: 'transition', action: 'x', actorKind: 'staff', ...change }
}
const move = (from: string, to: string, when: string, signals: EventRow['signals'] = []): EventRow => event({ at: when, stepFrom: from, stepTo: to, signals })
const created = () => event({ kind: 'act', action: 'create', stepTo: 'intake', signals: ['created'] })
const mark = (when: string, percent: number): EventRow => event({ kind: 'system', action: 'threshold', at: when, actorKind: 'system', data: { clock: 'resolve', percent: [percent] } })

const whats = (events: EventRow[]) =>
  clocksOfEvents({ events, clocks: CLOCKS, calendar, nameOf: ({ clock }) => clock }).map((all) => all.map(({ code, what, usedMinutes }) => [code, what, usedMinutes]))

describe('the clocks of each step', () => {
  it('start with the matter, and say of each step what it stopped, and whether in time', () => {
    expect(whats([created(), move('intake', 'routing', at(10), ['accepted']), move('handling', 'supervision', at(10, 25), ['handled'])])).toEqual([
      [['accept', 'started', 0], ['resolve', 'started', 0]], [['accept', 'met', 60]], [['resolve', 'missed', 540]],
    ])
  })

  it('say what was paused and went on, with what had been used', () => {
    expect(whats([created(), move('handling', 'wait', at(11), ['waitReporter']), move('wait', 'handling', at(15), ['resumed'])]).slice(1)).toEqual([
      [['resolve', 'paused', 120]], [['resolve', 'resumed', 120]],
    ])
  })

  it('say how the first of them stands at a step that touches none, and nothing at a note', () => {
    const routed = move('routing', 'handling', at(12))
    const note = event({ kind: 'act', action: 'note', at: at(13) })
    const late = move('handling', 'coordination', at(12, 26))
    const [, first, second, third] = whats([created(), routed, note, late])
    expect([first, second, third]).toEqual([[['accept', 'late', 180]], [], [['accept', 'late', 1140]]])
  })

  it('say what was prolonged, and what began anew', () => {
    const extended = event({ at: at(10), action: 'extend', stepFrom: 'handling', stepTo: 'handling', signals: ['extended'], data: { extendMinutes: 60 } })
    const [, longer, again] = whats([created(), extended, move('supervision', 'handling', at(11), ['returned'])])
    expect([longer, again]).toEqual([[['resolve', 'extended', 60]], [['resolve', 'started', 0]]])
  })
})

describe('a closing without a verdict', () => {
  it('ends the clock, and goes on when it is undone', () => {
    const clocks = [row(limit('resolve', 8, { stop: ['handled'], cancel: ['dismissed'] }))]
    const events = [created(), move('handling', 'archive', at(11), ['dismissed']), move('archive', 'handling', at(13), ['restored'])]
    const told = clocksOfEvents({ events, clocks, calendar, nameOf: ({ clock }) => clock }).map((all) => all.map(({ what }) => what))
    expect(told).toEqual([['started'], ['ended'], ['resumed']])
  })
})

describe('how long a step took', () => {
  it('counts working time since it was entered, and only when it was left', () => {
    const stays = staysOfEvents({ events: [created(), move('intake', 'routing', at(11)), event({ kind: 'act', at: at(12) }), move('routing', 'handling', at(10, 25))], calendar })
    expect(stays.map((stay) => stay && [stay.step, stay.minutes])).toEqual([undefined, ['intake', 120], undefined, ['routing', 420]])
  })
})

describe('marks of progress', () => {
  it('stand with the step they fell into, not with what was said meanwhile', () => {
    const [first, step] = [created(), move('intake', 'handling', at(10))]
    const events = [first, mark(at(9), 50), step, mark(at(12), 50), event({ kind: 'act', action: 'note' }), mark(at(14), 80)]
    const marks = marksOfEvents(events)
    expect([...marks].map(([id, all]) => [id, all.length])).toEqual([[first.id, 1], [step.id, 2]])
    expect(events.filter(isMark)).toHaveLength(3)
  })
})
