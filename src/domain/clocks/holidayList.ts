import { dateText, dayNumber, weekdayOf, type Span } from './calendar'
import { spansIn } from './spans'

/** One day of a year's list: off, worked to make up for it (调休), or worked by hours of its own (半天). */
export type ListedDay = { date: string; kind: 'holiday' | 'workday'; name?: string; hours?: Span[] }

export const LIST_PROBLEMS = [
  'notUnderstood', // a line with numbers that says neither off nor worked
  'noSuchDay', // 2月30日
  'wrongWeekday', // the weekday in brackets is not the one of that day: most often the year is another
  'wrongCount', // 共3天 where the days named are not three
  'endsBeforeStart',
  'twice', // a day that is named off and worked
  'halfDay', // a part of a day, told in words: which hours, only a table says
  'hoursUnclear', // hours that are none, that a half day lacks, or that a holiday has
] as const
export type ListProblem = { line: number; code: (typeof LIST_PROBLEMS)[number]; text: string }
export type HolidayList = { days: ListedDay[]; problems: ListProblem[] }

/** Off and worked, as the State Council, tables and packages say it. */
const KINDS: Record<string, ListedDay['kind']> = { holiday: 'holiday', 放假: 'holiday', 休: 'holiday', 休息: 'holiday', 节假日: 'holiday', workday: 'workday', 上班: 'workday', 班: 'workday', 调休: 'workday', 调休上班: 'workday' }

const pad = (value: number): string => String(value).padStart(2, '0')

const dayIn = (year: number, month: number, day: number): number | undefined => {
  const date = `${year}-${pad(month)}-${pad(day)}`
  const at = Date.UTC(year, month - 1, day)
  return new Date(at).toISOString().slice(0, 10) === date ? dayNumber(date) : undefined
}

/** Full-width digits and signs as plain ones, no spaces: notices are pasted from anywhere. */
const tidied = (line: string): string => line.normalize('NFKC').replace(/\s+/g, '').replace(/[~～–—―]/g, '-')

/** ISO weekdays by their sign. */
const WEEKDAYS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7 }

const TOKEN = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?|(至|到|-)|(放假)|(上班)|共(\d+)天/g

/** `first` and `last`: what stands in brackets behind the two days. */
type Stretch = { from: number; to: number; first?: string; last?: string }
type Reading = { year: number; month: number; open: Stretch[]; joined: boolean; last: number; days: ListedDay[]; problems: Omit<ListProblem, 'line' | 'text'>[] }

const weekdayFault = (day: number, bracket: string | undefined): boolean => {
  const [, sign] = /[周期]([一二三四五六日天])/.exec(bracket ?? '') ?? []
  return sign !== undefined && WEEKDAYS[sign] !== weekdayOf(day)
}

type DateToken = { year?: number; month?: number; day: number; bracket?: string }

/** A span over New Year is written without years: its first part lies in the year before. */
const closed = (reading: Reading, span: Stretch, { to, last }: Pick<Stretch, 'to' | 'last'>): Stretch | undefined => {
  if (to >= span.from) return { ...span, to, last }
  const start = new Date(span.from * 86_400_000)
  const before = dayIn(start.getUTCFullYear() - 1, start.getUTCMonth() + 1, start.getUTCDate())
  if (before !== undefined && to - before < 15) return { ...span, from: before, to, last }
  reading.problems.push({ code: 'endsBeforeStart' })
  return undefined
}

const takeDate = (reading: Reading, { year = reading.year, month = reading.month, day, bracket }: DateToken): void => {
  reading.month = month
  const at = dayIn(year, month, day)
  if (at === undefined) {
    reading.problems.push({ code: 'noSuchDay' })
    return
  }
  const last = reading.open.at(-1)
  const span = reading.joined && last ? closed(reading, last, { to: at, last: bracket }) : { from: at, to: at, first: bracket }
  if (reading.joined && last) reading.open.pop()
  if (span) reading.open.push(span)
  reading.joined = false
}

const settle = (reading: Reading, kind: ListedDay['kind'], name: string | undefined): void => {
  reading.last = 0
  for (const { from, to, first, last } of reading.open) {
    if (weekdayFault(from, first) || weekdayFault(to, last)) reading.problems.push({ code: 'wrongWeekday' })
    for (let day = from; day <= to; day += 1) reading.days.push({ date: dateText(day), kind, ...(name ? { name } : {}) })
    reading.last += to - from + 1
  }
  reading.open = []
}

const take = (reading: Reading, match: RegExpMatchArray, name: string | undefined): void => {
  const [, year, month, day, bracket, joint, off, worked, count] = match
  const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))
  if (day !== undefined) takeDate(reading, { year: number(year), month: number(month), day: Number(day), bracket })
  else if (joint !== undefined) reading.joined = true
  else if (off !== undefined) settle(reading, 'holiday', name)
  else if (worked !== undefined) settle(reading, 'workday', name)
  else if (count !== undefined && reading.last > 0 && Number(count) !== reading.last) reading.problems.push({ code: 'wrongCount' })
}

type Line = { days: ListedDay[]; problems: Omit<ListProblem, 'line' | 'text'>[]; name?: string }

/** A day of which only a part is off or worked: read as a whole one it would be wrong. */
const PART = /\d日.*([上下]午|中午|半天)/

/** Whether a line names days and says nothing of them. */
const isLost = ({ open, days, problems }: Reading, line: string): boolean => open.length > 0 || (days.length === 0 && problems.length === 0 && /\d{1,2}日/.test(line))

const spoken = (line: string, year: number, before: string | undefined): Line => {
  const [, head, rest] = /^(?:[一二三四五六七八九十]+[、.]|\(?\d{1,2}[)、.])?([^:\d]{1,20}):(.*)$/.exec(line) ?? []
  const name = head ?? before
  const named = name ? { name } : {}
  if (PART.test(rest ?? line)) return { days: [], problems: [{ code: 'halfDay' }], ...named }
  const reading: Reading = { year, month: 0, open: [], joined: false, last: 0, days: [], problems: [] }
  for (const match of (rest ?? line).matchAll(TOKEN)) take(reading, match, name)
  return { days: reading.days, problems: [...reading.problems, ...(isLost(reading, line) ? [{ code: 'notUnderstood' as const }] : [])], ...named }
}

const TABLE = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/

/** What half a day is called in a table; its hours stand behind the name. */
const HALF: Record<string, true> = { half: true, part: true, 半天: true, 上半天: true, 部分上班: true }

/** A row's hours: those it names; a half day needs some, a holiday has none. A remark without numbers is none. `false`: they are not clear. */
const hoursOf = (word: string, kind: ListedDay['kind'], text = ''): Span[] | undefined | false => {
  if (!/\d/.test(text)) return HALF[word] ? false : undefined
  const spans = spansIn(text)
  if (kind === 'holiday') return spans ? false : undefined
  return spans ?? false
}

/** A row of a table: date, kind, name, hours. */
const tabled = (cells: readonly string[]): Line => {
  const [, year, month, day] = TABLE.exec(cells[0] ?? '') ?? []
  const at = dayIn(Number(year), Number(month), Number(day))
  const word = (cells[1] ?? '').toLowerCase()
  const kind = HALF[word] ? 'workday' : KINDS[word]
  if (at === undefined) return { days: [], problems: [{ code: 'noSuchDay' }] }
  if (kind === undefined) return { days: [], problems: [{ code: 'notUnderstood' }] }
  const hours = hoursOf(word, kind, cells[3])
  if (hours === false) return { days: [], problems: [{ code: 'hoursUnclear' }] }
  return { days: [{ date: dateText(at), kind, ...(cells[2] ? { name: cells[2] } : {}), ...(hours ? { hours } : {}) }], problems: [] }
}

const cellsOf = (raw: string): string[] => raw.split(/[,，\t;；]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1').trim())

const read = (raw: string, year: number, name: string | undefined): Line => {
  const cells = cellsOf(raw)
  return TABLE.test(cells[0] ?? '') ? { ...tabled(cells), ...(name ? { name } : {}) } : spoken(tidied(raw), year, name)
}

/**
 * A year's holidays and make-up days from the lines of the State Council's notice ("元旦：1月1日至3日放假，1月4日（周日）上班") or from a table of
 * date, kind, name, hours. Every line is read on its own; what is wrong with one is told with its number, from 1. Days in the order of the calendar,
 * each once. Lines without a date are headings.
 */
export const readHolidayList = (text: string, year: number): HolidayList => {
  const found = new Map<string, ListedDay>()
  const problems: ListProblem[] = []
  let name: string | undefined
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const line = read(raw, year, name)
    const tell = (code: ListProblem['code']) => problems.push({ line: at + 1, code, text: raw.trim().slice(0, 200) })
    for (const { code } of line.problems) tell(code)
    for (const day of line.days) {
      if ((found.get(day.date)?.kind ?? day.kind) === day.kind) found.set(day.date, day)
      else tell('twice')
    }
    name = line.name
  }
  return { days: [...found.values()].sort((one, other) => (one.date < other.date ? -1 : 1)), problems }
}
