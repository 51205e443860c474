import { addWorkingMinutes, limitMinutesOf, workingMinutesBetween, type Calendar } from '@/domain/clocks'
import { now } from '@/lib/clock'
import { limitsFor } from '@/services/matters/clockRows'
import type { MatterRow } from '@/services/matters/row'
import type { World } from './types'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WAKES = 7
const SLEEPS = 22

/** The instant that lies so many working minutes before another (both epoch ms). */
export const workingBefore = (at: number, minutes: number, calendar: Calendar): number => {
  let [low, high] = [at - 200 * DAY, at]
  while (high - low > MINUTE) {
    const middle = Math.floor((low + high) / 2)
    if (workingMinutesBetween(middle, at, calendar) >= minutes) low = middle
    else high = middle
  }
  return low
}

/** Some working minutes from now, in the office's hours. */
export const workLater = ({ random, model }: World, low: number, high: number): number =>
  addWorkingMinutes(now(), random.whole(low, high), model.calendar) + random.whole(1, 59) * 1000

const hourOf = (at: number, timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at))

/** The first moment from an instant on at which people are up. */
export const awake = (at: number, timeZone: string): number => {
  let when = at
  for (let hour = hourOf(when, timeZone); hour < WAKES || hour >= SLEEPS; hour = hourOf(when, timeZone)) when += HOUR / 2
  return when
}

/** Some hours from now, when residents are up. */
export const hoursLater = ({ random, model }: World, low: number, high: number): number =>
  awake(now() + random.whole(low * 60, high * 60) * MINUTE + random.whole(1, 59) * 1000, model.calendar.timeZone)

/** Minutes of the limit for solving that applies to a matter; a week's work where none does. */
export const resolveMinutes = ({ model }: World, matter: Pick<MatterRow, 'categoryPath' | 'type'>): number => {
  const limit = limitsFor(model, matter).find((item) => item.clock === 'resolve')
  return limit ? limitMinutesOf(limit, model.calendar) : 5 * 420
}
