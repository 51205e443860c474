import { toLocal } from './zone'

const DAY = 'YYYY-MM-DD'.length
const MINUTE = 'YYYY-MM-DD HH:mm'.length

const local = (zone: string, at: number): string => new Date(toLocal(zone, at)).toISOString().replace('T', ' ')

/** A day as the office counts it. */
export const dayIn = (zone: string, at: number): string => local(zone, at).slice(0, DAY)
export const minuteIn = (zone: string, at: number): string => local(zone, at).slice(0, MINUTE)
