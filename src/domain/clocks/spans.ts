import type { Span } from './calendar'

/** No day is cut into more stretches. */
const MOST = 6

const STRETCH = /^(\d{1,2})[:点时](\d{2})?分?[-至到](\d{1,2})[:点时](\d{2})?分?$/

const minuteOf = (hour: string | undefined, minute: string | undefined): number => Number(hour) * 60 + Number(minute ?? 0)

const stretchOf = (part: string): Span | undefined => {
  const [, fromHour, fromMinute = '0', toHour, toMinute = '0'] = STRETCH.exec(part) ?? []
  const [from, to] = [minuteOf(fromHour, fromMinute), minuteOf(toHour, toMinute)]
  return Number(fromMinute) < 60 && Number(toMinute) < 60 && from < to && to <= 1440 ? { from, to } : undefined
}

/** Hours of work as people write them, "9:00-12:00 13:30-17:30", as minutes after midnight, in order; undefined for anything else. */
export const spansIn = (text: string): Span[] | undefined => {
  const parts = text.normalize('NFKC').replace(/[~～–—―]/g, '-').replace(/\s*([-至到])\s*/g, '$1').split(/[\s、,;和]+/).filter(Boolean)
  const spans = parts.flatMap((part) => stretchOf(part) ?? []).sort((one, other) => one.from - other.from)
  const apart = spans.every(({ from }, at) => from >= (spans[at - 1]?.to ?? 0))
  return spans.length > 0 && spans.length === parts.length && spans.length <= MOST && apart ? spans : undefined
}

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** "09:00-12:00 13:30-17:30", which `spansIn` reads again. */
export const spansText = (spans: readonly Span[]): string => spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' ')
