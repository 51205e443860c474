import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { dayChanged } from '@/services/structure/calendarChange'

type Row = { date: string; kind: 'holiday' | 'workday'; hours?: string | null }

const dayOf = ({ date, kind, hours }: Row) => ({ date, kind, hours })

/** Limits run by these days: open clocks follow them. */
export const moveClocks: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  await dayChanged(req, { office: doc.office, after: dayOf(doc), ...(operation === 'update' ? { before: dayOf(previousDoc) } : {}) })
  return doc
}

export const moveClocksBack: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await dayChanged(req, { office: doc.office, before: dayOf(doc) })
  return doc
}
