import type { Cadence, RoutineDef } from './types'

type CadenceKey = 'cadence.daily' | 'cadence.dailyWork' | 'cadence.weekly' | 'cadence.monthly' | 'cadence.monthlyLast' | 'cadence.workday' | 'cadence.workdayEnd' | 'cadence.workdayLast' | 'cadence.beforeHoliday' | 'cadence.at' | 'cadence.shiftBefore' | 'cadence.shiftAfter' | `weekday.${1 | 2 | 3 | 4 | 5 | 6 | 7}`

/** The words of routines, in one language. */
export type SayCadence = (key: CadenceKey, params?: Record<string, string | number>) => string

const LAST_DAY = 31

const plain = (cadence: Cadence, say: SayCadence): string => {
  switch (cadence.kind) {
    case 'daily': return say(cadence.workdaysOnly ? 'cadence.dailyWork' : 'cadence.daily')
    case 'weekly': return say('cadence.weekly', { weekday: say(`weekday.${String(cadence.weekday) as '1'}`) })
    case 'monthly': return cadence.day === LAST_DAY ? say('cadence.monthlyLast') : say('cadence.monthly', { day: cadence.day })
    case 'workday': return cadence.n === -1 ? say('cadence.workdayLast') : say(cadence.n > 0 ? 'cadence.workday' : 'cadence.workdayEnd', { n: Math.abs(cadence.n) })
    case 'beforeHoliday': return say('cadence.beforeHoliday', { n: cadence.length })
  }
}

/** How often and when, in words. */
export const cadenceText = ({ cadence, at }: Pick<RoutineDef, 'cadence' | 'at'>, say: SayCadence): string => {
  const when = say('cadence.at', { when: plain(cadence, say), at })
  if (!('shift' in cadence) || cadence.shift === 'none') return when
  return say(cadence.shift === 'before' ? 'cadence.shiftBefore' : 'cadence.shiftAfter', { when })
}
