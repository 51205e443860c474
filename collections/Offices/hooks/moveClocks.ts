import type { CollectionAfterChangeHook } from 'payload'
import { hoursChanged } from '@/services/structure/calendarChange'

/** Limits run by the working hours: open clocks follow them. */
export const moveClocks: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation === 'update') await hoursChanged(req, { office: String(doc.id), before: previousDoc, after: doc })
  return doc
}
