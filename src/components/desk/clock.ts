import type { ClockVM } from './types'
import { exactWord, shareWord, spanWord, whenWord, type TimeFrame } from './time'
import type { IconName } from './ui/icons'

/** How a clock looks: what colours it, its mark and its words. */
export type ClockTone = 'ok' | 'soon' | 'late' | 'held' | 'met' | 'missed' | 'idle'
export type ClockSaying = { tone: ClockTone; icon?: IconName; text: string }

const TONES: Readonly<Partial<Record<string, ClockTone>>> = {
  notStarted: 'idle', running: 'ok', paused: 'held', met: 'met', overdue: 'late', missed: 'missed', ended: 'idle',
}
const ICONS: Partial<Record<ClockTone, IconName>> = { soon: 'clock', late: 'alert', held: 'pause', met: 'check', missed: 'alert', idle: 'idle' }

export const clockTone = (clock: ClockVM): ClockTone => (clock.state === 'running' && clock.soon ? 'soon' : TONES[clock.state] ?? 'idle')

type Told = { clock: ClockVM; frame: TimeFrame; brief: boolean; span: (minutes: number) => string }

const TEXTS: Readonly<Partial<Record<string, (told: Told) => string>>> = {
  notStarted: ({ frame }) => frame.say('clock.notStarted'),
  paused: ({ clock, frame }) => (clock.pausedFor ? frame.say('clock.pausedFor', { why: clock.pausedFor }) : frame.say('clock.paused')),
  met: ({ clock, frame, span }) => frame.say('clock.met', { span: span(clock.usedMinutes) }),
  missed: ({ clock, frame, span }) => frame.say('clock.missed', { span: span(clock.leftMinutes) }),
  overdue: ({ clock, frame, span }) => (Math.round(clock.leftMinutes) === 0 ? frame.say('clock.lateNow') : frame.say('clock.late', { span: span(clock.leftMinutes) })),
  running: ({ clock, frame, brief, span }) => frame.say(brief ? 'clock.leftBrief' : 'clock.left', { span: span(clock.leftMinutes) }),
}

/** A clock that ended without a verdict says only that it no longer counts. */
const textOf = (clock: ClockVM, frame: TimeFrame, brief: boolean): string => {
  const span = (minutes: number) => spanWord(minutes, clock, frame, brief)
  return TEXTS[clock.state]?.({ clock, frame, brief, span }) ?? frame.say('clock.ended')
}

/** The words of a clock: "还剩 3 工作时", "超 40 分钟", "暂停：等回函". `brief` for narrow columns. */
export const clockSaying = (clock: ClockVM, frame: TimeFrame, brief = false): ClockSaying => {
  const tone = clockTone(clock)
  return { tone, icon: ICONS[tone], text: textOf(clock, frame, brief) }
}

/** The first half of "今天 14:30 · 还剩 3 工作时", where a list has room for it; none for a clock that stands or stopped. */
export const duePart = (clock: ClockVM, frame: TimeFrame): string | undefined =>
  clock.dueAt !== undefined && (clock.state === 'running' || clock.state === 'overdue') ? frame.say('clock.dueAnd', { when: whenWord(clock.dueAt, frame) }) : undefined

/** The exact date, for titles. */
export const clockTitle = (clock: ClockVM, frame: TimeFrame): string => {
  if (clock.stoppedAt !== undefined || clock.state === 'met' || clock.state === 'missed') {
    return clock.stoppedAt === undefined ? clock.name : frame.say('clock.titleStopped', { name: clock.name, when: exactWord(clock.stoppedAt, frame) })
  }
  if (clock.state === 'paused' && clock.pausedSince !== undefined) {
    return frame.say('clock.titlePaused', { name: clock.name, when: exactWord(clock.pausedSince, frame) })
  }
  return clock.dueAt === undefined ? clock.name : frame.say('clock.titleDue', { name: clock.name, when: exactWord(clock.dueAt, frame) })
}

/** The corner of a clock's card: when it ends or ended. */
export const clockCorner = (clock: ClockVM, frame: TimeFrame): string => {
  if (clock.stoppedAt !== undefined) return whenWord(clock.stoppedAt, frame)
  if (clock.dueAt === undefined || clock.state === 'notStarted') return ''
  return frame.say('clock.due', { when: whenWord(clock.dueAt, frame) })
}

/** "已用 35.4 / 40 工作时", "限 2 工作时". */
export const clockMeasure = (clock: ClockVM, frame: TimeFrame): string => {
  const resting = clock.stoppedAt !== undefined || clock.state === 'met' || clock.state === 'missed' || clock.state === 'notStarted'
  if (resting) return frame.say('clock.limit', { span: spanWord(clock.limitMinutes, clock, frame) })
  return frame.say('clock.used', { share: shareWord(clock.usedMinutes, clock.limitMinutes, clock, frame) })
}
