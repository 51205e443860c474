import type { PayloadRequest, Where } from 'payload'
import type { ClockSignal } from '@/domain/clocks'
import { findRows } from '@/db/rows'
import type { Words } from '@/domain/words'
import type { Phase } from '@/domain/workflow/types'
import { withResponsible } from '@/domain/workflow/texts'
import type { MatterRow } from '@/services/matters/row'
import { SLUG } from '@/slugs'

export type TextRef = { id: string; role: string; readers: 'staff' | 'reporter' }

export type EventRow = {
  id: string; at: string; seq: number; kind: string; action: string; signals?: ClockSignal[] | null; stepTo?: string | null; phaseTo?: Phase | null; actorKind: string; actor?: string | null
  residentLine?: Words | null; reason?: Words | null; texts?: TextRef[] | null
  /** `photos`: which ones came with it; of an erasure, how many went. */
  data?: { photos?: string[] | number; lead?: { unit?: string; team?: string; person?: string }; revision?: number } | null
}

export type PhotoRow = { id: string; stage: string; addedBy: string; addedAt: string }

/** Everything of a matter that its reporter's page is made from. `words`: texts by id, without the erased ones. */
export type MatterRecord = { matter: MatterRow; events: EventRow[]; words: Map<string, string>; photos: PhotoRow[] }

/** Photos the reporter may see: their own, and those of the work that staff opened to them. */
export const shownToReporter: Where = { and: [{ visibility: { in: ['reporter', 'public'] } }, { erasedAt: { exists: false } }] }

/** What stands for words that were erased. */
const ERASED = '—'

/** The reporter's line of an event, with who is responsible instead: these words are kept apart, so that they can be erased. */
const lineOf = (event: EventRow, words: ReadonlyMap<string, string>): Words | null => {
  const named = event.texts?.find(({ role }) => role === 'responsible')
  return withResponsible(event.residentLine ?? undefined, (named && words.get(named.id)) ?? ERASED) ?? null
}

export const readRecord = async (req: Pick<PayloadRequest, 'payload'>, matter: MatterRow): Promise<MatterRecord> => {
  const where = { matter: { equals: matter.id } }
  const [events, texts, photos] = await Promise.all([
    findRows(req, SLUG.events, { where, sort: 'seq' }),
    findRows(req, SLUG.texts, { where }),
    findRows(req, SLUG.attachments, { where: { and: [where, shownToReporter] }, sort: 'id' }),
  ])
  const words = new Map(texts.flatMap((row) => (row.text && !row.erasedAt ? [[row.id, row.text] as const] : [])))
  return {
    matter,
    events: (events as unknown as EventRow[]).map((event) => ({ ...event, residentLine: lineOf(event, words) })),
    words,
    photos: photos as unknown as PhotoRow[],
  }
}
