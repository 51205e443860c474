import { fromLocal, toLocal } from '@/domain/clocks/zone'

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/

/** A time as a form of the desk gives it ("2026-11-24T09:30", the office's clock), in epoch milliseconds; undefined for anything else. */
export const timeIn = (zone: string, given: string): number | undefined => {
  if (!LOCAL.test(given)) return undefined
  const local = Date.parse(`${given}:00Z`)
  return Number.isNaN(local) ? undefined : fromLocal(zone, local)
}

/** The reverse: what the field of a form shows. */
export const fieldTime = (zone: string, at: number): string => new Date(toLocal(zone, at)).toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length)
