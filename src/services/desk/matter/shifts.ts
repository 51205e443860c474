import { toLocal } from '@/domain/clocks/zone'
import { tMaybe } from '@/i18n'
import type { ClockShift } from '@/services/matters/correctedClocks'
import type { Desk } from '../desk'

const LENGTH = 'YYYY-MM-DD HH:mm'.length

const local = (at: string, { model: { calendar } }: Desk): string =>
  new Date(toLocal(calendar.timeZone, Date.parse(at))).toISOString().slice(0, LENGTH).replace('T', ' ')

const isShift = (value: unknown): value is ClockShift => typeof value === 'object' && value !== null && 'clock' in value && 'from' in value && 'to' in value

const nameOf = ({ clock }: ClockShift, { lang }: Desk): string => tMaybe(lang, `staff.clock.${clock}`) ?? clock

/** What an event says of limits that moved: what was promised before and is promised since. */
export const shiftWords = (clocks: unknown, desk: Desk): string[] =>
  (Array.isArray(clocks) ? clocks : []).filter(isShift).flatMap((shift) => {
    const clock = nameOf(shift, desk)
    if (shift.from && shift.to) return [desk.t('event.clockShift', { clock, from: local(shift.from, desk), to: local(shift.to, desk) })]
    if (shift.to) return [desk.t('event.clockBegun', { clock, to: local(shift.to, desk) })]
    return shift.from ? [desk.t('event.clockEnded', { clock })] : []
  })
