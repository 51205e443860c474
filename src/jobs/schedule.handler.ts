import type { Payload } from 'payload'
import { carryOutSchedule } from '@/services/publishing/schedule'

/** Publishes and withdraws pages at their times. */
export const schedule = (payload: Payload, stopping?: () => boolean): Promise<number> => carryOutSchedule(payload, stopping)
