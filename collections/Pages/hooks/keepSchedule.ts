import { APIError, ValidationError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload'
import { viewerOf } from '@/access/viewer'
import { mayAnywhere } from '@/domain/access/decide'
import { scheduleFault } from '@/domain/site/schedule'
import { t, type Key } from '@/i18n'
import { now } from '@/lib/clock'
import { langOf } from '@/lib/langOf'
import { SLUG } from '@/slugs'

type Dates = { publishAt?: unknown; withdrawAt?: unknown; _status?: unknown }

const msOf = (value: unknown): number | undefined => (typeof value === 'string' && value !== '' ? Date.parse(value) : undefined)

const mayPublish = async (req: PayloadRequest): Promise<boolean> => {
  const viewer = await viewerOf(req)
  return viewer !== null && mayAnywhere(viewer, 'content.publish', now())
}

const refuse = (req: PayloadRequest, path: 'publishAt' | 'withdrawAt', key: Key): never => {
  throw new ValidationError({ collection: SLUG.pages, errors: [{ path, message: t(langOf(req), key) }] }, req.t)
}

/** A time that was given now and has gone by already would be carried out at once: that is what publishing is for. */
const checkTimes = (req: PayloadRequest, dates: Dates, before: Dates): void => {
  for (const name of ['publishAt', 'withdrawAt'] as const) {
    const at = msOf(dates[name])
    if (at !== undefined && at !== msOf(before[name]) && at <= now()) refuse(req, name, 'blocks.schedule.past')
  }
  if (scheduleFault({ publishAt: msOf(dates.publishAt), withdrawAt: msOf(dates.withdrawAt) })) refuse(req, 'withdrawAt', 'blocks.schedule.order')
}

const changed = (one: Dates, other: Dates): boolean => msOf(one.publishAt) !== msOf(other.publishAt) || msOf(one.withdrawAt) !== msOf(other.withdrawAt)

/**
 * A time to publish is publishing: whoever may not do that neither sets one nor changes what is waiting for one. What is published by hand, or brought back
 * from an older version, waits for nothing any more.
 */
export const keepSchedule: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  if (!req.user) return data
  const before: Dates = (originalDoc as Dates | undefined) ?? {}
  if (req.context.isRestoringVersion === true) return { ...data, publishAt: null, withdrawAt: null }
  const publishing = data._status === 'published'
  const whole: Dates = { ...before, ...(data as Dates), ...(publishing ? { publishAt: null } : {}) }
  const waits = msOf(before.publishAt) !== undefined && before._status !== 'published'
  if ((waits || changed(whole, before)) && !(await mayPublish(req))) throw new APIError(t(langOf(req), 'blocks.schedule.notYours'), 403, undefined, true)
  checkTimes(req, whole, before)
  return publishing ? { ...data, publishAt: null } : data
}
