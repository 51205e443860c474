import type { CollectionBeforeChangeHook } from 'payload'
import { routine } from '@/domain/package/routines'
import { canonical } from '@/domain/canonical'
import { now } from '@/lib/clock'
import { needModel } from '@/services/structure/cache'
import { nextAfter } from '@/services/routines/run'
import { officeOf } from './officeOf'

type Timed = { definition?: { cadence?: unknown; at?: unknown } | null; active?: boolean | null }

const timesOf = ({ definition, active }: Timed): string => canonical({ cadence: definition?.cadence ?? null, at: definition?.at ?? null, on: active !== false })

/** When it is due next is reckoned anew whenever its times or its switch change: what was not due then is not caught up. */
export const setNext: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const is: Timed = { definition: data.definition ?? originalDoc?.definition, active: data.active ?? originalDoc?.active }
  if (originalDoc && timesOf(originalDoc as Timed) === timesOf(is)) return data
  const parsed = routine.safeParse(is.definition)
  if (!parsed.success || is.active === false) return { ...data, nextAt: null }
  const next = nextAfter(parsed.data, await needModel(req, officeOf(data, originalDoc)), now())
  return { ...data, nextAt: next ? new Date(next.at).toISOString() : null }
}
