import type { Calendar, Limit } from './types'

const OFFICE_HOURS = [{ from: 540, to: 720 }, { from: 810, to: 1050 }]
const WEEK: Calendar['week'] = {
  1: OFFICE_HOURS, 2: OFFICE_HOURS, 3: OFFICE_HOURS, 4: OFFICE_HOURS, 5: OFFICE_HOURS, 6: [], 7: [],
}

const holidays = (name: string, dates: string[]): Calendar['exceptions'] =>
  Object.fromEntries(dates.map((date) => [`2026-${date}`, { kind: 'holiday', name }]))
const makeUps = (name: string, dates: string[]): Calendar['exceptions'] =>
  Object.fromEntries(dates.map((date) => [`2026-${date}`, { kind: 'workday', name }]))

/** The public holidays of 2026 with their make-up days; 09:00–12:00 and 13:30–17:30, seven hours a day. */
export const cn2026: Calendar = {
  timeZone: 'Asia/Shanghai',
  week: WEEK,
  exceptions: {
    ...holidays('元旦', ['01-01', '01-02', '01-03']),
    ...makeUps('元旦', ['01-04']),
    ...holidays('春节', ['02-15', '02-16', '02-17', '02-18', '02-19', '02-20', '02-21', '02-22', '02-23']),
    ...makeUps('春节', ['02-14', '02-28']),
    ...holidays('清明节', ['04-04', '04-05', '04-06']),
    ...holidays('劳动节', ['05-01', '05-02', '05-03', '05-04', '05-05']),
    ...makeUps('劳动节', ['05-09']),
    ...holidays('端午节', ['06-19', '06-20', '06-21']),
    ...holidays('中秋节', ['09-25', '09-26', '09-27']),
    ...holidays('国庆节', ['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07']),
    ...makeUps('国庆节', ['09-20', '10-10']),
  },
  coveredYears: [2026],
}

/** Same hours in a zone that moves its clocks, working every day and night so that shifts are felt. */
export const berlinAlways: Calendar = {
  timeZone: 'Europe/Berlin',
  week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: 0, to: 1440 }]])) as Calendar['week'],
  exceptions: {},
  coveredYears: [2026],
}

/** "2026-02-13 17:00" in China (UTC+8 all year) as an instant. */
export const cn = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)

/** An instant as the text `cn` takes, so that failures can be read. */
export const asCn = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

export const makeLimit = (part: Partial<Limit> = {}): Limit => ({
  code: 'resolve.default',
  clock: 'resolve',
  name: { zh: '办结时限' },
  amount: 3,
  unit: 'workingDays',
  start: ['created', 'reopened'],
  stop: ['verified', 'archived'],
  cancel: ['dismissed', 'withdrawn'],
  pause: ['waitReporter', 'waitThirdParty', 'waitWeather'],
  thresholds: [
    { percent: 50, act: 'remindOwner' },
    { percent: 80, act: 'remindOwner' },
    { percent: 100, act: 'tellLead' },
    { percent: 150, act: 'superviseProposal' },
  ],
  ...part,
})
