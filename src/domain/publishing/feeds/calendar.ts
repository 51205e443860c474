import { offsetAt, toLocal } from '../../clocks/zone'

/** Something that takes place. Times are epoch milliseconds. */
export type CalendarEvent = { uid: string; title: string; text: string; url: string; place?: string; startsAt: number; endsAt?: number; stamp: number }

/** Text of a property: backslash, semicolon, comma and line ends are written with a backslash; other controls have no place in it (RFC 5545 3.3.11). */
export const icsText = (text: string): string =>
  Array.from(text.replace(/\r\n?/g, '\n')).filter((sign) => sign === '\n' || sign === '\t' || !/[\p{Cc}\p{Cs}]/u.test(sign)).join('').replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n')

const MOST = 75

/** A line of more than 75 octets goes on in the next one behind a space, and no sign is cut in two (RFC 5545 3.1). */
export const fold = (line: string): string => {
  const pieces: string[] = []
  let [piece, size] = ['', 0]
  for (const sign of line) {
    const bytes = Buffer.byteLength(sign)
    if (size + bytes > MOST) {
      pieces.push(piece)
      ;[piece, size] = ['', 1]
    }
    piece += sign
    size += bytes
  }
  return [...pieces, piece].join('\r\n ')
}

const digits = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '')

const utc = (at: number): string => digits(at)
const local = (zone: string, at: number): string => digits(toLocal(zone, at)).replace('Z', '')

const offset = (ms: number): string => {
  const minutes = Math.round(Math.abs(ms) / 60_000)
  return `${ms < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`
}

/** Around an event a year either way: enough for the clocks of the event's own days. */
const YEAR = 366 * 86_400_000

const turns = (zone: string, from: number, until: number): number[] => {
  const found: number[] = []
  for (let at = from; at < until; at += 3_600_000) if (offsetAt(zone, at) !== offsetAt(zone, at + 3_600_000)) found.push(at + 3_600_000)
  return found
}

const observance = (zone: string, at: number): string[] => {
  const [before, after] = [offsetAt(zone, at - 1), offsetAt(zone, at)]
  const name = after > before ? 'DAYLIGHT' : 'STANDARD'
  return [`BEGIN:${name}`, `DTSTART:${digits(at + before).replace('Z', '')}`, `TZOFFSETFROM:${offset(before)}`, `TZOFFSETTO:${offset(after)}`, `END:${name}`]
}

/** The office's clock with every turn of it in the years around, so that a calendar anywhere shows the right hour. */
const zoneLines = (zone: string, events: readonly CalendarEvent[]): string[] => {
  if (events.length === 0) return []
  const times = events.flatMap(({ startsAt, endsAt = startsAt }) => [startsAt, endsAt])
  const [from, until] = [Math.min(...times) - YEAR, Math.max(...times) + YEAR]
  const first = Math.floor(from / 3_600_000) * 3_600_000
  const own = ['BEGIN:STANDARD', `DTSTART:${local(zone, first)}`, `TZOFFSETFROM:${offset(offsetAt(zone, first))}`, `TZOFFSETTO:${offset(offsetAt(zone, first))}`, 'END:STANDARD']
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...own, ...turns(zone, first, Math.min(until, first + 20 * YEAR)).flatMap((at) => observance(zone, at)), 'END:VTIMEZONE']
}

const eventLines = (zone: string) => ({ uid, title, text, url, place, startsAt, endsAt, stamp }: CalendarEvent): string[] => [
  'BEGIN:VEVENT', `UID:${icsText(uid)}`, `DTSTAMP:${utc(stamp)}`, `LAST-MODIFIED:${utc(stamp)}`, `DTSTART;TZID=${zone}:${local(zone, startsAt)}`,
  ...(endsAt === undefined ? [] : [`DTEND;TZID=${zone}:${local(zone, endsAt)}`]), `SUMMARY:${icsText(title)}`, ...(text ? [`DESCRIPTION:${icsText(text)}`] : []), ...(place ? [`LOCATION:${icsText(place)}`] : []), `URL:${url}`, 'END:VEVENT',
]

/** A calendar (RFC 5545) in the office's time zone. */
export const calendar = ({ name, zone, events }: { name: string; zone: string; events: readonly CalendarEvent[] }): string =>
  `${['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Street office portal//Notices//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${icsText(name)}`, ...zoneLines(zone, events), ...events.flatMap(eventLines(zone)), 'END:VCALENDAR'].map(fold).join('\r\n')}\r\n`
